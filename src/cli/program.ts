import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { version } from '../project.ts';
import type { Config } from '../server/config.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { documentsCommand } from './documents.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { reindexCommand } from './reindex.ts';
import { schemaCommand } from './schema.ts';
import { sourcesCommand } from './sources.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { verifyCommand } from './verify.ts';
import { withdrawCommand } from './withdraw.ts';

const COMMANDS = [
  ...[startCommand, importCommand, sourcesCommand, withdrawCommand, statusCommand, verifyCommand],
  ...[migrateCommand, reindexCommand, backupCommand, restoreCommand, documentsCommand, schemaCommand],
  ...[exportCommand, doctorCommand],
];

/** The exit codes of commands and their meanings. */
export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'The command succeeded.'],
  [
    1,
    'The command failed. "import": no file could be read. "verify": something differs. "doctor": there is a problem.',
  ],
  [
    2,
    '"import" succeeded, but one file could not be read or, with --strict, a record was refused or a value stayed unresolved.',
  ],
  [129, 'The terminal was closed during "import", "withdraw", "backup" or "export"; nothing was written.'],
  [130, 'Ctrl-C interrupted "import", "withdraw", "backup" or "export"; nothing was written.'],
  [143, 'SIGTERM interrupted "import", "withdraw", "backup" or "export"; nothing was written.'],
];

/** Creates the program `pubatlas` with its commands. The configuration is read when a command runs. */
export function createProgram(config: () => Config): Command {
  const program = new Command('pubatlas')
    .description('A GraphQL API over a catalogue of publications.')
    .version(version)
    .showHelpAfterError('(run "pubatlas --help" for usage)')
    .addHelpText(
      'after',
      `
Start here:
  pubatlas start --open   serve the sample catalogue and open the explorer
  pubatlas library.bib    import a file, serve the catalogue and open the explorer
  pubatlas doctor         check this set-up

Environment ("Configuration" in the documentation has all variables):
  DATABASE_URL  URL of a PostgreSQL 15 or newer; default: the bundled PostgreSQL, with its data in DATA_DIR
  DATA_DIR      data folder of the bundled PostgreSQL
  PORT, HOST    address of the API (4000, localhost)
  LOG_LEVEL     log level (info)

Exit codes:
${EXIT_CODES.map(([code, meaning]) => `  ${code}  ${meaning}`).join('\n')}`,
    );
  for (const create of COMMANDS) {
    const command = create(config);
    program.addCommand(command.showHelpAfterError(`(run "pubatlas ${command.name()} --help" for usage)`));
  }
  return program;
}

/**
 * Reads `pubatlas library.bib` as `pubatlas start --open library.bib`.
 * @param args the arguments of the program, without the paths of Node and of the script
 */
export function completeArguments(program: Command, args: readonly string[]): string[] {
  const [first = ''] = args;
  const names = ['help', ...program.commands.map((command) => command.name())];
  const isFile = !names.includes(first) && (existsSync(first) || /[./\\]/.test(first));
  return first.startsWith('-') || !isFile ? [...args] : ['start', '--open', ...args];
}
