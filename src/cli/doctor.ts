import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { type Config, readValidConfig } from '../server/config.ts';
import { printCount } from '../text/counted.ts';
import { checkDatabase } from './doctor/database.ts';
import { type Finding, fine, problem } from './doctor/finding.ts';
import {
  checkBundledPostgres,
  checkDataFolder,
  checkDuckDb,
  checkExplorer,
  checkNode,
  checkPort,
} from './doctor/machine.ts';

/** `pubatlas doctor` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'Check this set-up: Node, configuration, port, data folder, database, migrations. Each problem is printed with its remedy.',
    )
    .action(async () => {
      const findings = await examine();
      for (const { level, part, text } of findings)
        console.log(`${level.padEnd(9)}${part.padEnd(20)}${text}`);
      console.log(`\n${summarize(findings)}`);
      if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1;
    });
}

/**
 * Checks the configuration and the machine. It changes nothing, except that it starts the bundled PostgreSQL if that
 * has a database.
 * @param env environment variables; invalid ones are reported and replaced by their defaults
 */
export async function examine(env?: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { config, invalid } = readValidConfig(env);
  return [
    checkNode(),
    ...(invalid.size > 0
      ? [...invalid.values()].map((text) => problem('configuration', text))
      : [fine('configuration', 'all values are valid')]),
    ...checkTrustedDocuments(config),
    await checkPort(config),
    ...(invalid.has('DATABASE_URL') ? [] : await checkStorage(config)),
    await checkDuckDb(config),
    checkExplorer(config),
  ];
}

async function checkStorage(config: Config): Promise<Finding[]> {
  const bundled =
    config.databaseUrl === null
      ? [...(await checkDataFolder(config)), await checkBundledPostgres(config)]
      : [];
  // Without a data folder or the PostgreSQL programs there can be no database to check.
  if (bundled.some(({ level }) => level === 'problem')) return bundled;
  return [...bundled, ...(await checkDatabase(config))];
}

function checkTrustedDocuments({ trustedDocuments: file }: Config): Finding[] {
  return file === null || existsSync(file)
    ? []
    : [problem('trusted documents', `there is no file ${file}; set TRUSTED_DOCUMENTS to the manifest`)];
}

function summarize(findings: readonly Finding[]): string {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return `${printCount(count('problem'), 'problem')}, ${printCount(count('warning'), 'warning')}.`;
}
