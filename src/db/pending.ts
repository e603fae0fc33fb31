import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * What a migration left to do (table pending_work), by kind. Empty if nothing, or if the table does not exist yet.
 * While it is not empty, answers may be incomplete.
 */
export async function findPendingWork(db: Db): Promise<string[]> {
  const { exists } = await db
    .selectNoFrom(sql<boolean>`to_regclass('pending_work') is not null`.as('exists'))
    .executeTakeFirstOrThrow();
  if (!exists) return [];
  const pending = await db.selectFrom('pending_work').select('kind').orderBy('kind').execute();
  return pending.map(({ kind }) => kind);
}
