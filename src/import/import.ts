import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { importBatch } from './batch.ts';
import { stateDescriptions } from './descriptions.ts';
import { type FormattedFile, inspectFiles } from './files.ts';
import type { ReadOptions } from './formats/format.ts';
import { FORMATS, type FormatName } from './formats/formats.ts';
import { findUnstorable } from './unstorable.ts';
import {
  type ImportEvent,
  type ImportProgress,
  type ImportReport,
  progressOf,
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
  /** Told how far the import is, after each batch of records. */
  onProgress?: (progress: ImportProgress) => void;
  /** Told of everything that is read, made, merged, unresolved, refused and vanished. */
  onEvent?: (event: ImportEvent) => void;
  /** Aborts the import: nothing is written then, and the result rejects with the signal's reason. */
  signal?: AbortSignal;
}

type RunOptions = Pick<ImportOptions, 'isDryRun' | 'onEvent' | 'onProgress' | 'signal'>;

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
  const files = await inspectFiles(paths, options.format);
  return runOnce(db, options, async (run) => {
    await run.bulk.expectBytes(countBytes(files));
    const noteShare = shareOf(files, run, options);
    for (const [i, file] of files.entries())
      await importFile(file, options, run, (share) => noteShare(i, share));
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

/** Does the work in a run of its own, in one transaction, which a dry run rolls back. */
async function runOnce(
  db: Db,
  { isDryRun, onEvent, onProgress, signal }: RunOptions,
  work: (run: Run) => Promise<void>,
): Promise<ImportReport> {
  const dryRun = new Error('A dry run is rolled back.');
  let report: ImportReport | undefined;
  try {
    await db.transaction().execute(async (trx) => {
      signal?.throwIfAborted();
      const stopCancelling = await cancelOnAbort(db, trx, signal);
      try {
        await lockImports(trx);
        const run = await beginRun(trx, onEvent);
        await work(run);
        signal?.throwIfAborted();
        onProgress?.(progressOf(run.report, { share: 1, isFinishing: true }));
        await finishRun(run);
        ({ report } = run);
      } finally {
        stopCancelling();
      }
      if (isDryRun) throw dryRun;
      signal?.throwIfAborted();
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error !== dryRun) throw error;
  }
  return report as ImportReport;
}

/**
 * Cancels the statement that a transaction runs when the signal aborts: one that builds an index, or waits for another import,
 * may take minutes.
 * @returns stops listening to the signal
 */
async function cancelOnAbort(db: Db, trx: Db, signal?: AbortSignal): Promise<() => void> {
  if (signal === undefined) return () => undefined;
  const { pid } = await trx
    .selectNoFrom((is) => is.fn<number>('pg_backend_pid').as('pid'))
    .executeTakeFirstOrThrow();
  const cancel = () => {
    db.selectNoFrom((is) => is.fn<boolean>('pg_cancel_backend', [is.val(pid)]).as('isSent'))
      .execute()
      .catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  return () => signal.removeEventListener('abort', cancel);
}

/** Tells how much of all files has been read; each counts by its size. */
function shareOf(files: readonly FormattedFile[], { report }: Run, { onProgress }: RunOptions) {
  const sizes = files.map(({ size }) => size);
  const sum = (some: readonly number[]) => some.reduce((total, size) => total + size, 0);
  return (index: number, share: number): void => {
    const read = sum(sizes.slice(0, index)) + share * (sizes[index] ?? 0);
    onProgress?.(progressOf(report, { share: read / Math.max(sum(sizes), 1), isFinishing: false }));
  };
}

/** How much a compressed file grows, at least. */
const GZIP_RATIO = 3;

/** About how many bytes of text the files have. */
function countBytes(files: readonly FormattedFile[]): number {
  return files.reduce((sum, { size, isGzip }) => sum + (isGzip ? size * GZIP_RATIO : size), 0);
}

/** Reads a file's next batch while the database works on the one before. */
async function importFile(
  file: FormattedFile,
  options: ImportOptions,
  run: Run,
  noteShare: (share: number) => void,
): Promise<void> {
  const { prune = false, replace, signal } = options;
  const { source, batches } = await FORMATS[file.format].open(file, options, run.reference);
  if (replace !== undefined) await replaceSource(replace, source, run);
  const reading = await beginSource(run.db, source);
  const { report } = run;
  const descriptions: StatedDescription[] = [];
  report.files++;
  const before = report.records;
  let reason = 'the file is empty';
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of batches) {
    await writing;
    signal?.throwIfAborted();
    reportBatch(batch, source.file, run);
    descriptions.push(...batch.descriptions);
    reason = batch.refused[0]?.reason ?? reason;
    writing = importBatch(batch, reading, run);
    // Awaited in the next round; until then nobody else listens to a failure.
    writing.catch(() => undefined);
    noteShare(batch.share ?? 1);
  }
  await writing;
  const isAnyRead = report.records > before || descriptions.length > 0;
  if (!isAnyRead) {
    report.nothingRead.push({ file: source.file, reason });
    run.tell({ event: 'nothing-read', file: source.file, reason });
  }
  // A file of which nothing could be read doesn't say that its records are gone.
  await finishSource(reading, { prune: (prune || replace !== undefined) && isAnyRead }, run);
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
