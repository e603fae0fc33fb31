import { type Expression, expressionBuilder } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
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

/** How many publications have a stem, as the vocabulary counts them: an expression. */
export function documentCount(stem: string): Expression<number> {
  const { fn, selectFrom, lit } = expressionBuilder<DB>();
  return fn.coalesce(selectFrom('search_stem').select('documents').where('stem', '=', stem), lit(0));
}
