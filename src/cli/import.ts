import { Command, InvalidArgumentError, Option } from 'commander';
import { OperatorError } from '../db/operator.error.ts';
import type { Db } from '../db/database.ts';
import { FORMAT_NAMES, type FormatName, optionOf } from '../import/formats/formats.ts';
import { importFiles } from '../import/import.ts';
import { type ImportReport, reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { readMapping } from './mapping.ts';
import { withDatabase, withoutTrace } from './database.ts';
import { bringUpToDate, demandMigrated } from './migrate.ts';
import { openReport } from './report-file.ts';
import { withSpooled } from './spool.ts';

interface Options {
  heading: 'topic' | 'category';
  format?: FormatName;
  topicsFrom?: 'keywords';
  mapping?: string;
  encoding?: string;
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
      'Read files into the catalogue, in one transaction; the format of each is told from its content. Importing a file again changes nothing.',
    )
    .argument(
      '<file...>',
      'BibTeX, RIS, CSV, JSON Lines, listing pages and others (docs/how-to/bring-your-catalogue.md), compressed with gzip or not; "-" is standard input',
    )
    .addOption(
      new Option('--heading <kind>', "what a page's heading names")
        .choices(['topic', 'category'])
        .default('topic'),
    )
    .addOption(
      new Option(
        '--format <format>',
        `the format of the files, whatever they look like: ${FORMAT_NAMES.map(optionOf).join(', ')}`,
      ).argParser(readFormat),
    )
    .addOption(
      new Option(
        '--topics-from <field>',
        'file publications under the values of a field as topics, too',
      ).choices(['keywords']),
    )
    .option('--mapping <file>', 'a JSON file that says which columns of a table state what')
    .option('--encoding <label>', 'the encoding of files that are not UTF-8 or UTF-16: "windows-1250"')
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

async function run(files: string[], options: Options, config: Config): Promise<void> {
  const { heading, format, topicsFrom, encoding, prune = false, replace } = options;
  const { dryRun: isDryRun = false, strict, report: reportPath } = options;
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
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
          ...(format !== undefined && { format }),
          ...(topicsFrom !== undefined && { topicsFrom }),
          ...(encoding !== undefined && { encoding }),
          ...(mapping !== undefined && { mapping }),
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

function readFormat(option: string): FormatName {
  const name = FORMAT_NAMES.find((format) => optionOf(format) === option);
  if (name === undefined)
    throw new InvalidArgumentError(`Formats are ${FORMAT_NAMES.map(optionOf).join(', ')}.`);
  return name;
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
