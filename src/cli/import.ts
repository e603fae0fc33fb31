import { Command, Option } from 'commander';
import type { Db } from '../db/database.ts';
import { importFiles } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withDatabase, withoutTrace } from './database.ts';
import { bringUpToDate, demandMigrated } from './migrate.ts';
import { withSpooled } from './spool.ts';

interface Options {
  heading: 'topic' | 'category';
  dryRun?: boolean;
  strict?: boolean;
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
    .option('--strict', 'exit with 2 if a record was refused or a value stayed unresolved')
    .action((files: string[], options: Options) => run(files, options, config()));
}

async function run(files: string[], options: Options, config: Config): Promise<void> {
  const { heading, dryRun: isDryRun = false, strict } = options;
  const report = await withSpooled(files, async (paths) => {
    const importThem = (db: Db) => importFiles(db, paths, { heading, isDryRun, onProgress: progress() });
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
  if (strict && report.refusedCount + report.unresolvedCount > 0) process.exitCode = 2;
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
