import { type Expression, expressionBuilder } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
import { rankExpression } from './relevance.ts';
import type { Search, Tier } from './search.ts';

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

/**
 * Returns the stem of a search that demands or excludes a single stem, if the vocabulary counts its publications;
 * otherwise null.
 */
export function findSoleStem({ stemClauses }: Search): { stem: string; isExcluded: boolean } | null {
  const [clause, ...clauses] = stemClauses ?? [];
  const [sole, ...alternatives] = clause?.stems ?? [];
  if (!clause || !sole || clauses.length > 0 || alternatives.length > 0 || sole.documents === null)
    return null;
  return { stem: sole.stem, isExcluded: clause.isExcluded };
}

/** Makes the SQL expression for the number of publications with a stem, from the vocabulary's materialized counts. */
export function documentCount(stem: string): Expression<number> {
  const { fn, selectFrom, lit } = expressionBuilder<DB>();
  return fn.coalesce(selectFrom('search_stem').select('documents').where('stem', '=', stem), lit(0));
}
