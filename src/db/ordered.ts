import { type Db, databaseOver } from './database.ts';

/**
 * The transaction `trx` with its statements in the order in which they were executed, also those that nobody awaits. So the
 * next statement can be prepared while PostgreSQL runs the one before. After a failure every later statement rejects with
 * the same error, as PostgreSQL refuses them.
 */
export function orderStatements(trx: Db): Db {
  const executor = trx.getExecutor();
  let last: Promise<unknown> = Promise.resolve();
  return databaseOver({
    provideConnection(consumer) {
      const next = last.then(() => executor.provideConnection(consumer));
      last = next;
      return next;
    },
  });
}

/** Lets a statement of an ordered transaction run while others are prepared: a later one tells of its failure. */
export function runInBackground(statement: Promise<unknown>): void {
  statement.catch(() => undefined);
}
