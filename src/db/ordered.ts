import { type Db, createProviderDb } from './database.ts';

/**
 * Returns a view of the transaction `trx` that runs statements in the order of their `execute` calls, even if the
 * caller doesn't await them. The caller can thus prepare the next statement while PostgreSQL runs the previous one.
 * After a failure, every later statement rejects with the same error, because PostgreSQL refuses them anyway.
 */
export function orderStatements(trx: Db): Db {
  const executor = trx.getExecutor();
  let last: Promise<unknown> = Promise.resolve();
  return createProviderDb({
    provideConnection(consumer) {
      const next = last.then(() => executor.provideConnection(consumer));
      last = next;
      return next;
    },
  });
}

/**
 * Lets a statement of an ordered transaction run without being awaited. Its rejection is ignored here, because every
 * later statement rejects with the same error.
 */
export function runInBackground(statement: Promise<unknown>): void {
  statement.catch(() => undefined);
}
