import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../db/database.ts';
import { inOrder } from '../db/ordered.ts';
import { type ImportEvent, type ImportProgress, type ImportReport, progressOf } from './report.ts';
import { type Run, beginRun, finishRun } from './run.ts';

export interface RunOptions {
  /** Whether to roll everything back at the end. */
  isDryRun?: boolean;
  /** Called with the progress after each batch of records. */
  onProgress?: (progress: ImportProgress) => void;
  /** Called with each event: read, created, merged, unresolved, refused, vanished, …. */
  onEvent?: (event: ImportEvent) => void;
  /** Called after the last event, before the commit. If it throws, nothing is written. */
  onLastEvent?: () => void;
  /** Called if another import is running, before the wait for its end. */
  onWait?: () => void;
  /** Aborts the import: nothing is written, and the result rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Key of the advisory lock that an import holds while it writes. The number is arbitrary and used for nothing else. */
const IMPORT_LOCK = 7_201_124;

/** Waits for the import lock and holds it until the transaction ends. Calls `onWait` if another import holds it. */
export async function lockImports(trx: Db, onWait?: () => void): Promise<void> {
  const { isLocked } = await trx
    .selectNoFrom((eb) => eb.fn<boolean>('pg_try_advisory_xact_lock', [eb.lit(IMPORT_LOCK)]).as('isLocked'))
    .executeTakeFirstOrThrow();
  if (isLocked) return;
  onWait?.();
  await trx.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.lit(IMPORT_LOCK)]).as('lock')).execute();
}

/**
 * Performs work in a run of its own, in one transaction, which a dry run rolls back.
 * @throws the signal's reason if it aborts before the end
 */
export async function runOnce(
  db: Db,
  { isDryRun, onEvent, onLastEvent, onProgress, onWait, signal }: RunOptions,
  work: (run: Run) => Promise<void>,
): Promise<ImportReport> {
  const dryRun = new Error('A dry run is rolled back.');
  let report: ImportReport | undefined;
  try {
    await db.transaction().execute(async (trx) => {
      const stopListening = await cancelOnAbort(db, trx, signal);
      try {
        await lockImports(trx, onWait);
        report = await inOrder(trx, async (ordered) => {
          const run = await beginRun(ordered, onEvent);
          await work(run);
          signal?.throwIfAborted();
          onProgress?.(progressOf(run.journal.report, { share: 1, isFinishing: true }));
          return finishRun(run);
        });
      } finally {
        await stopListening();
      }
      onLastEvent?.();
      if (isDryRun) throw dryRun;
      signal?.throwIfAborted();
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error !== dryRun) throw error;
  }
  return report as ImportReport;
}

/** Milliseconds between two requests to cancel a transaction's statements. */
const CANCEL_INTERVAL = 50;

/**
 * Cancels the transaction's statements when the signal aborts: building an index, or waiting for another import, may
 * take minutes. Repeats the request, because PostgreSQL ignores one that arrives between two statements.
 * @returns a function that stops cancelling and waits for a request under way, which would otherwise meet the
 * connection's next user
 * @throws the signal's reason if it has aborted
 */
async function cancelOnAbort(db: Db, trx: Db, signal?: AbortSignal): Promise<() => Promise<void>> {
  let isOver = false;
  let cancelling = Promise.resolve();
  if (signal === undefined) return () => cancelling;
  const { pid } = await trx
    .selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid'))
    .executeTakeFirstOrThrow();
  const cancel = async () => {
    while (!isOver) {
      await db
        .selectNoFrom((eb) => eb.fn<boolean>('pg_cancel_backend', [eb.val(pid)]).as('isSent'))
        .execute();
      await delay(CANCEL_INTERVAL);
    }
  };
  // Without the cancellation, the transaction ends after its current statement.
  const begin = () => void (cancelling = cancel().catch(() => undefined));
  signal.throwIfAborted();
  signal.addEventListener('abort', begin, { once: true });
  return () => {
    isOver = true;
    signal.removeEventListener('abort', begin);
    return cancelling;
  };
}
