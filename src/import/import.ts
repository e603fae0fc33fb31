import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { importBatch } from './batch.ts';
import { stateDescriptions } from './descriptions.ts';
import { type FormattedFile, type Input, inspectFiles } from './files.ts';
import type { ReadOptions } from './formats/format.ts';
import { FORMATS, type FormatName } from './formats/formats.ts';
import { findUnstorable } from './unstorable.ts';
import {
  type ImportEvent,
  type ImportReport,
  reportRefused,
  reportRepairs,
  reportUnresolved,
} from './report.ts';
import { type Run, beginRun, finishRun } from './run.ts';
import { beginSource, finishSource, findSources, replaceSource, withdrawSources } from './sources.ts';
import type { Batch, StatedDescription } from './stated.ts';

export interface ImportOptions extends ReadOptions {
  /** The format of all files; told from the content of each by default. */
  format?: FormatName;
  /** Everything is done but kept. */
  isDryRun?: boolean;
  /** Whether records that a file stated before and doesn't state now are removed. */
  prune?: boolean;
  /** A source that the one file takes the place of, as `listSources` names it. */
  replace?: string;
  /** Told how many records have been read. */
  onProgress?: (records: number) => void;
  /** Told of everything that is read, made, merged, unresolved, refused and vanished. */
  onEvent?: (event: ImportEvent) => void;
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
  inputs: readonly Input[],
  options: ImportOptions,
): Promise<ImportReport> {
  const files = await inspectFiles(inputs, options.format);
  return runOnce(db, options, async (run) => {
    for (const file of files) await importFile(file, options, run);
  });
}

/**
 * Takes back everything that a file stated, and the source itself; in one transaction.
 * @param file the source's name, as `listSources` has it
 * @throws OperatorError if there is no such source
 */
export async function withdrawFile(
  db: Db,
  file: string,
  options: Pick<ImportOptions, 'isDryRun' | 'onEvent'> = {},
): Promise<ImportReport> {
  return runOnce(db, options, async (run) => {
    const sources = await findSources(run.db, file);
    await withdrawSources(
      sources.map(({ id }) => id),
      run,
    );
  });
}

/** Does the work in a run of its own, in one transaction; a dry run is taken back. */
async function runOnce(
  db: Db,
  { isDryRun, onEvent }: Pick<ImportOptions, 'isDryRun' | 'onEvent'>,
  work: (run: Run) => Promise<void>,
): Promise<ImportReport> {
  const dryRun = new Error('A dry run is taken back.');
  let report: ImportReport | undefined;
  try {
    await db.transaction().execute(async (trx) => {
      await lockImports(trx);
      const run = await beginRun(trx, onEvent);
      await work(run);
      await finishRun(run);
      ({ report } = run);
      if (isDryRun) throw dryRun;
    });
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return report as ImportReport;
}

/** Reads a file's next batch while the database works on the one before. */
async function importFile(file: FormattedFile, options: ImportOptions, run: Run): Promise<void> {
  const { prune = false, replace, onProgress } = options;
  const { source, batches } = await FORMATS[file.format].open(file, options, run.reference);
  if (replace !== undefined) await replaceSource(replace, source, run);
  const reading = await beginSource(run.db, source);
  const { report } = run;
  const descriptions: StatedDescription[] = [];
  const deleted = new Set<string>();
  report.files++;
  const before = report.records;
  let reason = 'the file is empty';
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of batches) {
    await writing;
    reportBatch(batch, source.file, run);
    descriptions.push(...batch.descriptions);
    for (const identifier of batch.deleted ?? []) deleted.add(identifier);
    reason = batch.refused[0]?.reason ?? reason;
    writing = importBatch(batch, reading, run);
    // Awaited in the next round; until then nobody else listens to a failure.
    writing.catch(() => undefined);
    onProgress?.(report.records);
  }
  await writing;
  const isAnyRead = report.records > before || descriptions.length + deleted.size > 0;
  if (!isAnyRead) {
    report.nothingRead.push({ file: source.file, reason });
    run.tell({ event: 'nothing-read', file: source.file, reason });
  }
  // A file of which nothing could be read doesn't say that its records are gone.
  await finishSource(reading, { prune: (prune || replace !== undefined) && isAnyRead, deleted }, run);
  await stateDescriptions(run.db, reading.sourceId, descriptions);
}

function reportBatch({ records, refused, descriptions }: Batch, file: string, { report, tell }: Run): void {
  report.records += records.length;
  report.descriptions += descriptions.length;
  reportRefused(report, refused);
  for (const { firstLine, lastLine, reason } of refused)
    tell({ event: 'refused', file, line: firstLine, lastLine, reason });
  for (const { repairs, unresolved, firstLine, lastLine, record } of records) {
    tell({ event: 'read', file, line: firstLine, lastLine, value: record.title });
    const all = [...repairs, ...findUnstorable(record)];
    reportRepairs(report, all);
    for (const { field, rule, read, made } of all)
      tell({ event: 'repaired', file, line: firstLine, field, value: read, made, rule });
    reportUnresolved(
      report,
      unresolved.map((value) => ({ ...value, file, firstLine, title: record.title })),
    );
    for (const { field, value, reason = 'no rule understands it' } of unresolved)
      tell({ event: 'unresolved', file, line: firstLine, field, value, reason });
  }
}
