import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type Reference, loadReference } from '../reference/reference.ts';
import { type BatchContext, importBatch } from './batch.ts';
import { type InputFile, inspectFiles, readLines, readPageText } from './files.ts';
import { parseJsonLine } from './jsonlines.parse.ts';
import { readListing } from './listing.read.ts';
import { repairRecord } from './repair.ts';
import { type ImportReport, emptyReport, reportRefused, reportRepairs, reportUnresolved } from './report.ts';
import { findOrCreateSource } from './sources.ts';
import type { Source, Stated } from './stated.ts';

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

/** How many records of a stream are written together. */
const BATCH_SIZE = 2000;

/** From how many changed publications on the planner's statistics are renewed. */
const MANY_CHANGES = 1000;

/**
 * Imports files in one transaction: it happens whole or not at all. Records that can't be read are reported and left
 * out, values that no rule understands are kept as printed. Reading the same files again changes nothing.
 * @throws OperatorError where a file can't be read; nothing has been written then
 */
export async function importFiles(
  db: Db,
  paths: readonly string[],
  { heading, isDryRun = false, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const files = await inspectFiles(paths);
  const report = emptyReport();
  const work = db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(trx);
    const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(trx);
    const run: Run = { db: trx, reference: await loadReference(trx), heading, report, onProgress };
    for (const file of files) {
      report.files++;
      await (file.format === 'LISTING' ? importListing(file, run) : importJsonLines(file, run));
    }
    if (isDryRun) throw new DryRun();
    await finish(trx, report, rows[0]?.now ?? '');
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof DryRun)) throw error;
  });
  return report;
}

/** Takes back what a dry run did. */
class DryRun extends Error {}

interface Run {
  db: Db;
  reference: Reference;
  heading: 'topic' | 'category';
  report: ImportReport;
  onProgress: ((records: number) => void) | undefined;
}

async function importListing(input: InputFile, run: Run): Promise<void> {
  const text = await readPageText(input);
  if (text === null) {
    const reason = 'it is neither UTF-8 nor UTF-16 text; save it as UTF-8.';
    return reportRefused(run.report, [{ file: input.name, firstLine: 1, lastLine: 1, reason }]);
  }
  const page = readListing(text, input.name);
  reportRefused(run.report, page.refused);
  const heading = page.heading === null ? null : { kind: run.heading, name: page.heading };
  const batch = page.records.map((raw): Stated => {
    const { record, repairs, unresolved } = repairRecord(raw, heading);
    const { file, firstLine, lastLine, isTruncated, ...printed } = raw;
    return {
      record,
      slug: null,
      firstLine,
      lastLine,
      isComplete: !isTruncated,
      raw: printed,
      repairs,
      unresolved,
    };
  });
  if (batch.length === 0) return;
  const source: Source = {
    file: input.name,
    format: 'LISTING',
    heading: heading?.name ?? '',
    headingKind: heading?.kind ?? '',
  };
  await write(batch, source, { isWhole: true }, run);
}

async function importJsonLines(file: InputFile, run: Run): Promise<void> {
  const source: Source = { file: file.name, format: 'JSON_LINES', heading: '', headingKind: '' };
  let batch: Stated[] = [];
  for await (const { line, number } of readLines(file)) {
    const read = parseJsonLine(line, number, run.reference);
    if (typeof read === 'string') {
      reportRefused(run.report, [{ file: file.name, firstLine: number, lastLine: number, reason: read }]);
      continue;
    }
    if (batch.push(read) < BATCH_SIZE) continue;
    await write(batch, source, { isWhole: false }, run);
    batch = [];
  }
  await write(batch, source, { isWhole: false }, run);
}

async function write(
  batch: Stated[],
  source: Source,
  { isWhole }: { isWhole: boolean },
  run: Run,
): Promise<void> {
  if (batch.length === 0) return;
  const { db, reference, report } = run;
  const { id, isNew } = await findOrCreateSource(db, source);
  const context: BatchContext = {
    db,
    reference,
    source,
    sourceId: id,
    isWholeAgain: isWhole && !isNew,
    report,
  };
  await importBatch(batch, context);
  report.records += batch.length;
  for (const { repairs, unresolved, firstLine, record } of batch) {
    reportRepairs(report, repairs);
    reportUnresolved(
      report,
      unresolved.map((value) => ({ ...value, file: source.file, firstLine, title: record.title })),
    );
  }
  run.onProgress?.(report.records);
}

async function finish(db: Db, report: ImportReport, startedAt: string): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      started_at: startedAt,
      finished_at: sql`clock_timestamp()`,
      created_count: report.created,
      updated_count: report.updated,
      unchanged_count: report.unchanged,
      refused_count: report.refusedCount,
    })
    .execute();
  if (report.created + report.updated >= MANY_CHANGES) await sql`analyze`.execute(db);
}
