import { columnsOf } from '../db/columns.ts';
import { idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { rankExpression } from './relevance.ts';
import type { Tier } from './search.ts';

/** The rank of the tier that each found publication is in, by id. */
export async function findRanks(
  db: Db,
  ids: readonly number[],
  tiers: readonly Tier[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('publication as p')
    .select(['p.id', rankExpression(tiers).as('rank')])
    .where(idAmong(columnsOf('publication', 'p')('id'), ids))
    .execute();
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}

/** How many publications have a stem, as the vocabulary counts them. */
export async function countDocuments(db: Db, stem: string): Promise<number> {
  const row = await db
    .selectFrom('search_stem')
    .select('documents')
    .where('stem', '=', stem)
    .executeTakeFirst();
  return row?.documents ?? 0;
}
