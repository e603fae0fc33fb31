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
      'Read listing pages or JSON Lines into the catalogue, in one transaction. Importing a file again changes nothing.',
    )
    .argument(
      '<file...>',
      'pages of a publications site as text, or files with one JSON object per line; "-" is standard input',
    )
    .addOption(
      new Option('--heading <kind>', "what a page's heading names")
        .choices(['topic', 'category'])
        .default('topic'),
    )
    .option('--dry-run', 'report what would be done, and write nothing')
    .option('--prune', 'remove what a file stated when it was last read and does not state now')
    .option('--replace <source>', 'let the file take the place of a source that "pubatlas sources" lists')
    .option(
      '--report <file>',
      'write all that is read, made, merged or refused to a file, one JSON object a line',
    )
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
      `One file takes the place of ${replace}, but ${files.length} are given; import the others by themselves.`,
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

/** 1 if nothing could be read at all, 2 if nothing could be read of some file or, with --strict, something was not understood. */
function exitCode(
  { records, nothingRead, refusedCount, unresolvedCount }: ImportReport,
  strict = false,
): number {
  if (nothingRead.length > 0) return records === 0 ? 1 : 2;
  return strict && refusedCount + unresolvedCount > 0 ? 2 : 0;
}

/** Where nobody watches a terminal, a line is enough from time to time. Milliseconds. */
const BETWEEN_LINES = 10_000;

/** Tells how far a long import is, on standard error: on a terminal in place, elsewhere a line every ten seconds. */
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
