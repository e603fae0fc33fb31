import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { findPendingWork } from '../db/pending.ts';
import { reindex } from './reindex.ts';

/** Does each kind of pending work and deletes its row, in one transaction. */
const WORK: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  search: (db) => reindex(db, 'all'),
};

/**
 * Finishes what migrations left to do, also migrations of an earlier run that was interrupted.
 * @throws OperatorError if only a newer version knows how
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
