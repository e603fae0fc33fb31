import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Lists the kinds of derived data that migrations left to be recomputed (table `pending_work`). Answers may be
 * incomplete until that is done. Empty if nothing is pending or the table does not exist yet.
 */
export async function findPendingWork(db: Db): Promise<string[]> {
  const { exists } = await db
    .selectNoFrom(sql<boolean>`to_regclass('pending_work') is not null`.as('exists'))
    .executeTakeFirstOrThrow();
  if (!exists) return [];
  const pending = await db.selectFrom('pending_work').select('kind').orderBy('kind').execute();
  return pending.map(({ kind }) => kind);
}
