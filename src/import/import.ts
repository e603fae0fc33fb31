import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { importBatch } from './batch.ts';
import { stateDescriptions } from './descriptions.ts';
import { type InputFile, inspectFiles } from './files.ts';
import { readJsonLines } from './formats/jsonlines/jsonlines.read.ts';
import { readListingFile } from './formats/listing/listing.file.ts';
import { type ImportReport, reportRefused, reportRepairs, reportUnresolved } from './report.ts';
import { type Run, beginRun, finishRun } from './run.ts';
import { beginSource, finishSource } from './sources.ts';
import type { Batch, StatedDescription } from './stated.ts';

export interface ImportOptions {
  /** What a page's heading names. */
  heading: 'topic' | 'category';
  /** Everything is done but kept. */
  isDryRun?: boolean;
  /** Told how many records have been read. */
  onProgress?: (records: number) => void;
}

/** Held while an import writes: a second one waits. The number is arbitrary, and known to nothing else. */
const IMPORT_LOCK = 7_201_124;

/** Waits until no other import writes, and keeps others from it until the transaction ends. */
export async function lockImports(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(trx);
}

/**
 * Imports files in one transaction: it happens whole or not at all. Records that can't be read are reported and left
 * out, values that no rule understands are kept as printed. Reading the same files again changes nothing.
 * @throws OperatorError where a file can't be read; nothing has been written then
 */
export async function importFiles(
  db: Db,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const files = await inspectFiles(paths);
  const dryRun = new Error('A dry run is taken back.');
  let report: ImportReport | undefined;
  try {
    await db.transaction().execute(async (trx) => {
      await lockImports(trx);
      const run = await beginRun(trx);
      for (const file of files) await importFile(file, options, run);
      await finishRun(run);
      ({ report } = run);
      if (options.isDryRun) throw dryRun;
    });
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return report as ImportReport;
}

/** Reads a file's next batch while the database works on the one before. */
async function importFile(file: InputFile, { heading, onProgress }: ImportOptions, run: Run): Promise<void> {
  const { source, batches } =
    file.format === 'LISTING' ? await readListingFile(file, heading) : readJsonLines(file, run.reference);
  const reading = await beginSource(run.db, source);
  const descriptions: StatedDescription[] = [];
  run.report.files++;
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of batches) {
    await writing;
    reportBatch(run.report, batch, source.file);
    descriptions.push(...batch.descriptions);
    writing = importBatch(batch, reading, run);
    // Awaited in the next round; until then nobody else listens to a failure.
    writing.catch(() => undefined);
    onProgress?.(run.report.records);
  }
  await writing;
  await finishSource(reading, run);
  await stateDescriptions(run.db, reading.sourceId, descriptions);
}

function reportBatch(report: ImportReport, { records, refused, descriptions }: Batch, file: string): void {
  report.records += records.length;
  report.descriptions += descriptions.length;
  reportRefused(report, refused);
  for (const { repairs, unresolved, firstLine, record } of records) {
    reportRepairs(report, repairs);
    reportUnresolved(
      report,
      unresolved.map((value) => ({ ...value, file, firstLine, title: record.title })),
    );
  }
}
