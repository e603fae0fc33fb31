import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { createSchema } from '../api/schema.ts';
import { OperatorError } from '../db/operator.error.ts';
import { openReaders } from '../db/readers.ts';
import { openSnapshot } from '../db/snapshot.ts';
import {
  PUBLICATION_PARAMETERS,
  STATISTICS_PARAMETERS,
  readExportArguments,
  readStatisticsArguments,
} from '../export/arguments.ts';
import { type Download, exportPublications, exportStatistics } from '../export/download.ts';
import { EXPORT_FORMATS } from '../export/formats/formats.ts';
import { createExportContext } from '../export/snapshot.ts';
import type { Config } from '../server/config.ts';
import { withCatalogue } from './catalogue.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { explainClosedPipe, writeWholeFile } from './whole-file.ts';

interface ExportFlags {
  format: string;
  statistics?: true;
  output: string;
  bom?: true;
  [parameter: string]: string | true | undefined;
}

const EXTENSIONS = EXPORT_FORMATS.map(({ extension }) => extension);

/** `pubatlas export` */
export function exportCommand(config: () => Config): Command {
  return new Command('export')
    .description(
      'Write publications to a file, as BibTeX, RIS, CSV, JSON Lines, CSL-JSON or Atom, or their statistics as CSV.',
    )
    .addOption(new Option('--format <format>', 'the format of the file').choices(EXTENSIONS).default('jsonl'))
    .option('--statistics', 'write the number of publications for each value of --by, as CSV')
    .option('--search <text>', 'only publications that match a search')
    .option('--filter <json>', 'only publications that match a filter: a PublicationFilter as JSON')
    .option('--orderBy <field:direction>', 'the order, such as TITLE:ASC')
    .option('--limit <count>', 'the maximum number of publications')
    .option(
      '--shape <shape>',
      'CSV: "wide", a row for each publication, or "long", one for each value of --by',
    )
    .option(
      '--by <values>',
      'country, region, topic, category or author (long CSV); COUNTRY,YEAR (--statistics)',
    )
    .option('--bom', 'CSV: begin with a byte order mark, so that Excel reads the file as UTF-8')
    .option('-o, --output <file>', 'the file to write, replaced if it exists; "-" is standard output', '-')
    .action((flags: ExportFlags) => runExport(config(), flags));
}

async function runExport(config: Config, flags: ExportFlags): Promise<void> {
  // By default, the heap grows by a hundred megabytes before V8 frees the rows that were written.
  setFlagsFromString('--heap-growing-percent=30');
  await withCatalogue(config, async (_, readUrl) => {
    const readers = openReaders(readUrl, { poolSize: 1, isReadOnly: true });
    try {
      const snapshot = await openSnapshot(readers);
      try {
        const download = await open(flags, await createExportContext(snapshot, config.limits, null));
        await abortOnInterrupt('Interrupted: the file was not written.', (signal) => {
          signal.addEventListener('abort', () => snapshot.abort());
          return write(download, flags.output, signal);
        });
      } finally {
        await snapshot.end();
      }
    } catch (error) {
      throw error instanceof GraphQLError ? new OperatorError(`--${error.message}`) : error;
    } finally {
      await readers.end();
    }
  });
}

async function open(flags: ExportFlags, context: Context): Promise<Download> {
  const known = flags.statistics ? STATISTICS_PARAMETERS : PUBLICATION_PARAMETERS;
  const given = known.filter((name) => flags[name] !== undefined);
  const parameters = Object.fromEntries(given.map((name) => [name, String(flags[name])]));
  const schema = createSchema();
  if (flags.statistics)
    return exportStatistics(readStatisticsArguments(parameters, schema, context.limits), context);
  const format = EXPORT_FORMATS.find(({ extension }) => extension === flags.format);
  if (!format) throw new OperatorError(`--format: give one of ${EXTENSIONS.join(', ')}.`);
  return exportPublications(format, readExportArguments(parameters, schema, context.limits), context);
}

async function write({ chunks }: Download, file: string, signal: AbortSignal): Promise<void> {
  const send = (output: Writable) =>
    pipeline(Readable.from(chunks, { objectMode: false }), output, { signal });
  await (file === '-' ? send(process.stdout).catch(explainClosedPipe) : writeWholeFile(file, send));
}
