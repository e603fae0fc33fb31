import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { importBatch } from './batch.ts';
import { stateDescriptions } from './descriptions.ts';
import { type FormattedFile, type Input, inspectFiles } from './files.ts';
import type { ReadOptions } from './formats/format.ts';
import { FORMATS, type FormatName } from './formats/formats.ts';
import { type ImportReport, progressOf } from './report.ts';
import type { Run } from './run.ts';
import {
  beginSource,
  findSources,
  finishSource,
  forgetSource,
  replaceSource,
  withdrawSources,
} from './sources.ts';
import type { StatedDescription } from './stated.ts';
import { type RunOptions, runOnce } from './transaction.ts';

export interface ImportOptions extends ReadOptions, RunOptions {
  /** The format of all files; by default detected from the content of each file. */
  format?: FormatName;
  /** Whether to remove records that a file stated before and no longer states. */
  prune?: boolean;
  /** The name of a source, as in `listSources`, that the only file replaces. */
  replace?: string;
}

/**
 * Imports files in one transaction. Imports are atomic and idempotent. Unreadable records are reported and left out.
 * Values that no rule understands are kept as printed.
 * @throws OperatorError if a file can't be read; nothing has been written then
 */
export async function importFiles(
  db: Db,
  inputs: readonly Input[],
  options: ImportOptions,
): Promise<ImportReport> {
  const files = await inspectFiles(inputs, options);
  return runOnce(db, options, async (run) => {
    await run.bulk.expectBytes(countBytes(files));
    const noteShare = shareOf(files, run, options);
    for (const [i, file] of files.entries())
      await importFile(file, options, run, (share) => noteShare(i, share));
  });
}

/**
 * Removes a source and everything that it states, in one transaction.
 * @param file the source's name, as in `listSources`
 * @throws OperatorError if there is no such source
 */
export async function withdrawFile(
  db: Db,
  file: string,
  options: Omit<RunOptions, 'onProgress'> = {},
): Promise<ImportReport> {
  return runOnce(db, options, async (run) => {
    const sources = await findSources(run.db, file);
    await withdrawSources(
      sources.map(({ id }) => id),
      run,
    );
  });
}

/** Returns a function that reports the progress over all files, weighted by size. */
function shareOf(files: readonly FormattedFile[], { journal }: Run, { onProgress }: RunOptions) {
  const sizes = files.map(({ size }) => size);
  const sum = (some: readonly number[]) => some.reduce((total, size) => total + size, 0);
  return (index: number, share: number): void => {
    const read = sum(sizes.slice(0, index)) + share * (sizes[index] ?? 0);
    onProgress?.(progressOf(journal.report, { share: read / Math.max(sum(sizes), 1), isFinishing: false }));
  };
}

/** Estimate of how much larger a compressed file is after decompression. */
const GZIP_RATIO = 3;

/** The approximate size of the files' text in bytes. */
function countBytes(files: readonly FormattedFile[]): number {
  return files.reduce((sum, { size, isGzip }) => sum + (isGzip ? size * GZIP_RATIO : size), 0);
}

/** Imports a file. Reads the next batch while the database writes the one before. */
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
  const { journal } = run;
  const descriptions: StatedDescription[] = [];
  const deleted = new Set<string>();
  journal.report.files++;
  const { records: recordsBefore, refusedCount: refusedBefore } = journal.report;
  let reason: string | undefined;
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of batches) {
    await writing;
    signal?.throwIfAborted();
    journal.noteBatch(batch, source.file);
    descriptions.push(...batch.descriptions);
    for (const identifier of batch.deleted ?? []) deleted.add(identifier);
    reason ??= batch.refused[0]?.reason;
    writing = importBatch(batch, reading, run);
    // A failure is thrown by `await writing` in the next round. Until then this prevents an unhandled rejection.
    writing.catch(() => undefined);
    noteShare(batch.share ?? (batch.isWhole ? 1 : 0));
  }
  await writing;
  const isAnyRead = journal.report.records > recordsBefore || descriptions.length + deleted.size > 0;
  const refused = journal.report.refusedCount - refusedBefore;
  if (refused > 1) reason = `all of its ${refused} records are refused`;
  if (!isAnyRead) {
    const why = reason ?? emptyReason(file);
    if (replace !== undefined)
      throw new OperatorError(
        `Nothing could be read of ${source.file} (${why}), so it does not replace ${replace}, and nothing was changed.`,
      );
    journal.noteNothingRead(source.file, why);
    if (reading.isNew) return forgetSource(reading.sourceId, run);
  }
  // An unreadable file doesn't mean that its records and descriptions are gone.
  await finishSource(reading, { prune: (prune || replace !== undefined) && isAnyRead, deleted }, run);
  const isUnreadable = !isAnyRead && (reason !== undefined || file.size === 0);
  if (!isUnreadable) await stateDescriptions(run.db, reading.sourceId, descriptions);
}

function emptyReason({ size, format }: FormattedFile): string {
  return size === 0
    ? 'the file is empty'
    : `looks like ${FORMATS[format].title}, but has no record; --format names another format`;
}
