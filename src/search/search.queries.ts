import { type Expression, expressionBuilder } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
import { rankExpression } from './relevance.ts';
import type { Tier } from './search.ts';

/** Finds the rank of each publication in a search, by id. The publications must be hits of the search. */
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

/** Makes the SQL expression for the number of publications with a stem, from the vocabulary's materialized counts. */
export function documentCount(stem: string): Expression<number> {
  const { fn, selectFrom, lit } = expressionBuilder<DB>();
  return fn.coalesce(selectFrom('search_stem').select('documents').where('stem', '=', stem), lit(0));
}
