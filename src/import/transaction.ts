import type { Db } from '../db/database.ts';
import { type ImportEvent, type ImportProgress, type ImportReport, progressOf } from './report.ts';
import { type Run, beginRun, finishRun } from './run.ts';

export interface RunOptions {
  /** Everything is done but kept. */
  isDryRun?: boolean;
  /** Told how far the import is, after each batch of records. */
  onProgress?: (progress: ImportProgress) => void;
  /** Told of everything that is read, made, merged, unresolved, refused and vanished. */
  onEvent?: (event: ImportEvent) => void;
  /** Aborts the import: nothing is written then, and the result rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** An advisory lock that is held while an import writes. The number is arbitrary, and used for nothing else. */
const IMPORT_LOCK = 7_201_124;

/** Waits until no other import writes, and keeps others from it until the transaction ends. */
export async function lockImports(trx: Db): Promise<void> {
  await trx.selectNoFrom((is) => is.fn('pg_advisory_xact_lock', [is.lit(IMPORT_LOCK)]).as('lock')).execute();
}

/**
 * Does the work in a run of its own, in one transaction, which a dry run rolls back.
 * @throws the reason of the signal if it aborts before the end
 */
export async function runOnce(
  db: Db,
  { isDryRun, onEvent, onProgress, signal }: RunOptions,
  work: (run: Run) => Promise<void>,
): Promise<ImportReport> {
  const dryRun = new Error('A dry run is rolled back.');
  let report: ImportReport | undefined;
  try {
    await db.transaction().execute(async (trx) => {
      signal?.throwIfAborted();
      const stopListening = await cancelOnAbort(db, trx, signal);
      try {
        await lockImports(trx);
        const run = await beginRun(trx, onEvent);
        await work(run);
        signal?.throwIfAborted();
        onProgress?.(progressOf(run.journal.report, { share: 1, isFinishing: true }));
        report = await finishRun(run);
      } finally {
        stopListening();
      }
      if (isDryRun) throw dryRun;
      signal?.throwIfAborted();
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error !== dryRun) throw error;
  }
  return report as ImportReport;
}

/**
 * Cancels the statement that a transaction runs when the signal aborts: one that builds an index, or waits for another
 * import, may take minutes.
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
      // The transaction ends all the same, after its statement.
      .catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  return () => signal.removeEventListener('abort', cancel);
}
