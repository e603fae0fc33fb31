import { Command, InvalidArgumentError, Option } from 'commander';
import { OperatorError } from '../db/operator.error.ts';
import type { Db } from '../db/database.ts';
import { isAddress, readAddress } from '../import/fetch/fetch.ts';
import { isPartialList } from '../import/fetch/oai-list.ts';
import { type Input, inspectFiles } from '../import/files.ts';
import { FORMAT_NAMES, type FormatName, optionOf } from '../import/formats/formats.ts';
import { importFiles } from '../import/import.ts';
import { type ImportReport, reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { readMapping } from './mapping.ts';
import { withDatabase, withScratchDatabase } from './database.ts';
import { bringUpToDate, checkMigrated } from './migrate.ts';
import { announceStop, announceWait } from './notices.ts';
import { showFetched, showProgress } from './progress.ts';
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
  interval: number;
}

const INTERRUPTED = 'Interrupted: nothing was imported, and the catalogue is as it was before.';

/** `pubatlas import FILE…` */
export function importCommand(config: () => Config): Command {
  return new Command('import')
    .description(
      'Import files in one transaction; the format of each is detected from its content. Importing the same file again changes nothing.',
    )
    .argument(
      '<file...>',
      'BibTeX, RIS, CSV, JSON Lines, listing pages and others ("Bring your catalogue" in the documentation), compressed with gzip or not; "-" is standard input; http and https addresses of files or OAI-PMH lists are fetched.',
    )
    .addOption(
      new Option('--heading <kind>', 'the kind of the heading of a listing page')
        .choices(['topic', 'category'])
        .default('topic'),
    )
    .addOption(
      new Option(
        '--format <format>',
        `the format of all files, instead of detecting it: ${FORMAT_NAMES.map(optionOf).join(', ')}`,
      ).argParser(readFormat),
    )
    .addOption(
      new Option('--topics-from <field>', 'also use the values of a field as topics').choices(['keywords']),
    )
    .option('--mapping <file>', 'a JSON file that maps columns of a table to fields')
    .option('--encoding <label>', 'the encoding of files that are not UTF-8 or UTF-16: "windows-1250"')
    .option('--dry-run', 'report what would change, and write nothing')
    .option('--prune', 'remove records that the file had at its last import and no longer has')
    .option('--replace <source>', 'the source (see "pubatlas sources") that the file replaces')
    .addOption(
      new Option('--interval <seconds>', 'the pause between two requests to an OAI-PMH repository')
        .argParser(readInterval)
        .default(1),
    )
    .option('--report <file>', 'write every event of the import to a file, one JSON object per line')
    .option('--strict', 'exit with 2 if a record was refused or a value stayed unresolved')
    .action((files: string[], options: Options) => run(files, options, config()));
}

async function run(files: string[], options: Options, config: Config): Promise<void> {
  const { heading, format, topicsFrom, encoding, prune = false, replace } = options;
  const { dryRun: isDryRun = false, strict, report: reportPath } = options;
  for (const file of prune ? files.filter(isAddress) : [])
    if (isPartialList(readAddress(file)))
      throw new OperatorError(
        `--prune needs the whole list, but ${file} asks for a part of it; leave out from, until and resumptionToken.`,
      );
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  if (replace !== undefined && files.length > 1)
    throw new OperatorError(
      `--replace takes one file, but ${files.length} are given; import the others separately.`,
    );
  const events = openReport(reportPath, [
    ...files,
    ...(options.mapping === undefined ? [] : [options.mapping]),
  ]);
  const progress = showProgress(process.stderr);
  const noteStop = () => {
    progress.clear();
    announceStop();
  };
  try {
    const report = await abortOnInterrupt(INTERRUPTED, importSpooled, noteStop);
    process.exitCode = exitCode(report, strict);
  } finally {
    progress.clear();
    events.close();
  }

  function importSpooled(signal: AbortSignal): Promise<ImportReport> {
    const fetching = { interval: options.interval * 1000, ...showFetched(process.stderr) };
    const importAll = async (inputs: Input[]) => {
      // A wrong path fails at once, before a database is made or opened.
      await inspectFiles(inputs, {
        ...(format !== undefined && { format }),
        ...(mapping !== undefined && { mapping }),
      });
      const importThem = async (db: Db) => {
        const report = await importFiles(db, inputs, {
          heading,
          isDryRun,
          prune,
          signal,
          ...(replace !== undefined && { replace }),
          ...(format !== undefined && { format }),
          ...(topicsFrom !== undefined && { topicsFrom }),
          ...(encoding !== undefined && { encoding }),
          ...(mapping !== undefined && { mapping }),
          onProgress: progress.update,
          onEvent: events.write,
          onLastEvent: events.flush,
          onWait: announceWait,
        });
        // Before the database is closed, which waits for other processes that use the bundled PostgreSQL.
        progress.clear();
        console.log(reportText(report, { isDryRun }));
        return report;
      };
      if (!isDryRun)
        return withDatabase(config, async (db) => {
          await bringUpToDate(db);
          return importThem(db);
        });
      return withScratchDatabase(config, async (db, isScratch) => {
        await (isScratch ? bringUpToDate(db) : checkMigrated(db));
        return importThem(db);
      });
    };
    return withSpooled(files, { ...fetching, signal }, importAll);
  }
}

function readFormat(option: string): FormatName {
  const name = FORMAT_NAMES.find((format) => optionOf(format) === option);
  if (name === undefined)
    throw new InvalidArgumentError(`Formats are ${FORMAT_NAMES.map(optionOf).join(', ')}.`);
  return name;
}

/** Reads a number of seconds. @throws InvalidArgumentError if it is not between 0 and 3600 */
function readInterval(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !(seconds >= 0 && seconds <= 3600))
    throw new InvalidArgumentError('Give a number of seconds from 0 to 3600.');
  return seconds;
}

/**
 * Returns 1 if no file could be read; 2 if some file could not be read or, with --strict, if anything was refused or
 * unresolved.
 */
function exitCode(
  { records, nothingRead, refusedCount, unresolvedCount }: ImportReport,
  strict = false,
): number {
  if (nothingRead.length > 0) return records === 0 ? 1 : 2;
  return strict && refusedCount + unresolvedCount > 0 ? 2 : 0;
}
