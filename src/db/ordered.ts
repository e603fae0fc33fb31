import { type Db, createProviderDb } from './database.ts';

/**
 * Gives `work` a view of the transaction `trx` that runs statements in the order of their `execute` calls, even if the
 * caller doesn't await them. The caller can thus prepare the next statement while PostgreSQL runs the previous one.
 * After a failure, every later statement rejects with the same error, because PostgreSQL refuses them anyway.
 *
 * Waits for the statements that run in the background. If `work` rejects, those that have not begun never do: they
 * would run after the caller's ROLLBACK, and thus outside the transaction.
 */
export async function inOrder<T>(trx: Db, work: (ordered: Db) => Promise<T>): Promise<T> {
  const executor = trx.getExecutor();
  let hasFailed = false;
  let last: Promise<unknown> = Promise.resolve();
  const ordered = createProviderDb({
    provideConnection(consumer) {
      const next = last.then(() => {
        if (hasFailed) throw new Error('The transaction is being rolled back.');
        return executor.provideConnection(consumer);
      });
      last = next;
      return next;
    },
  });
  try {
    const result = await work(ordered);
    await last;
    return result;
  } catch (error) {
    hasFailed = true;
    await last.catch(() => undefined);
    throw error;
  }
}

/**
 * Lets a statement of an ordered transaction run without being awaited. Its rejection is ignored here, because every
 * later statement rejects with the same error.
 */
export function runInBackground(statement: Promise<unknown>): void {
  statement.catch(() => undefined);
}
