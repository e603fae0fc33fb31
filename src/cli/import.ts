import { Command, Option } from 'commander';
import { importFiles } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withDatabase } from './database.ts';
import { bringUpToDate } from './migrate.ts';

interface Options {
  heading: 'topic' | 'category';
  dryRun?: boolean;
  strict?: boolean;
}

/** `pubatlas import FILE…` */
export function importCommand(config: () => Config): Command {
  return new Command('import')
    .description(
      'Read listing pages or JSON Lines into the catalogue: whole or not at all, and as often as you like.',
    )
    .argument(
      '<file...>',
      'pages of a publications site as text, or one JSON object a line; told by their content',
    )
    .addOption(
      new Option('--heading <kind>', "what a page's heading names")
        .choices(['topic', 'category'])
        .default('topic'),
    )
    .option('--dry-run', 'report what would be done, and do nothing')
    .option('--strict', 'exit with 2 where a record was refused or a value stayed unresolved')
    .action((files: string[], options: Options) => run(files, options, config()));
}

async function run(
  files: string[],
  { heading, dryRun = false, strict }: Options,
  config: Config,
): Promise<void> {
  const report = await withDatabase(config, async (db) => {
    await bringUpToDate(db);
    return importFiles(db, files, { heading, isDryRun: dryRun, onProgress: progress() });
  });
  console.log(reportText(report, { isDryRun: dryRun }));
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
