import { Command, Option } from 'commander';
import { OperatorError } from '../db/operator.error.ts';
import type { Db } from '../db/database.ts';
import { importFiles } from '../import/import.ts';
import { type ImportReport, reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withDatabase, withoutTrace } from './database.ts';
import { bringUpToDate, demandMigrated } from './migrate.ts';
import { openReport } from './report-file.ts';
import { withSpooled } from './spool.ts';

interface Options {
  heading: 'topic' | 'category';
  dryRun?: boolean;
  strict?: boolean;
  prune?: boolean;
  replace?: string;
  report?: string;
}

/** `pubatlas import FILE…` */
export function importCommand(config: () => Config): Command {
  return new Command('import')
    .description(
      'Import listing pages or JSON Lines in one transaction. Importing the same file again changes nothing.',
    )
    .argument(
      '<file...>',
      'Pages of a publications site saved as text, or files with one JSON object per line; "-" is standard input.',
    )
    .addOption(
      new Option('--heading <kind>', 'what the heading of a page names')
        .choices(['topic', 'category'])
        .default('topic'),
    )
    .option('--dry-run', 'report what would change, and write nothing')
    .option('--prune', 'remove records that a file stated before and no longer states')
    .option('--replace <source>', 'replace this source (see "pubatlas sources") by the file')
    .option('--report <file>', 'write every event of the import to a file, one JSON object per line')
    .option('--strict', 'exit with 2 if a record was refused or a value stayed unresolved')
    .action((files: string[], options: Options) => run(files, options, config()));
}

async function run(
  files: string[],
  { heading, dryRun: isDryRun = false, strict, prune = false, replace, report: reportPath }: Options,
  config: Config,
): Promise<void> {
  if (replace !== undefined && files.length > 1)
    throw new OperatorError(
      `--replace takes one file, but ${files.length} are given; import the others separately.`,
    );
  const events = openReport(reportPath);
  try {
    const report = await withSpooled(files, async (paths) => {
      const importThem = (db: Db) =>
        importFiles(db, paths, {
          heading,
          isDryRun,
          prune,
          ...(replace !== undefined && { replace }),
          onProgress: progress(),
          onEvent: events.write,
        });
      if (!isDryRun)
        return withDatabase(config, async (db) => {
          await bringUpToDate(db);
          return importThem(db);
        });
      return withoutTrace(config, async (db, isScratch) => {
        await (isScratch ? bringUpToDate(db) : demandMigrated(db));
        return importThem(db);
      });
    });
    console.log(reportText(report, { isDryRun }));
    process.exitCode = exitCode(report, strict);
  } finally {
    events.close();
  }
}

/** 1 if no file could be read; 2 if a file could not be read or, with --strict, something was refused or unresolved. */
function exitCode(
  { records, nothingRead, refusedCount, unresolvedCount }: ImportReport,
  strict = false,
): number {
  if (nothingRead.length > 0) return records === 0 ? 1 : 2;
  return strict && refusedCount + unresolvedCount > 0 ? 2 : 0;
}

/** Milliseconds between lines if standard error is no terminal. */
const BETWEEN_LINES = 10_000;

/** Reports progress on standard error: in place on a terminal, otherwise a line every ten seconds. */
function progress(): (records: number) => void {
  const startedAt = performance.now();
  const { isTTY } = process.stderr;
  let toldAt = startedAt;
  return (records) => {
    const now = performance.now();
    if (!isTTY && now - toldAt < BETWEEN_LINES) return;
    toldAt = now;
    const rate = Math.round((records * 1000) / (now - startedAt));
    const text = `${records.toLocaleString('en')} records, ${rate.toLocaleString('en')} a second`;
    process.stderr.write(isTTY ? `\r${text} ` : `${text}\n`);
  };
}
