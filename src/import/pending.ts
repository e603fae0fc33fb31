import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { findPendingWork } from '../db/pending.ts';
import { reindex } from './reindex.ts';

/** Performs each kind of pending work and deletes its row, in one transaction. */
const WORK: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  search: (db) => reindex(db, 'all'),
};

/**
 * Finishes the work that migrations have queued, including migrations of an interrupted run.
 * @throws OperatorError if this version doesn't know the kind of work
 */
export async function finishPendingWork(db: Db): Promise<void> {
  for (const kind of await findPendingWork(db)) {
    const work = WORK[kind];
    if (!work)
      throw new OperatorError(
        `An upgrade of the database by another version of pubatlas is unfinished ("${kind}" is pending); run "pubatlas migrate" of that version.`,
      );
    await work(db);
  }
}
