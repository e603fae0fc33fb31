import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Condition } from '../db/conditions.ts';
import { hideFromPlanner } from '../db/plans.ts';

const p = columnsOf('publication', 'p');

/** True if a publication `p` matches a search. @param query in tsquery syntax */
export function matchesSearch(query: string): Condition {
  return sql<boolean>`${p('document')} @@ ${query}::tsquery`;
}

/**
 * Like `matchesSearch`, for statements without another condition. Their best plan is the same for all words, so the
 * query is hidden from the planner and PostgreSQL caches a generic plan.
 */
export function matchesSearchAlone(query: string | Expression<string>): Condition {
  return sql<boolean>`${p('document')} @@ ${hideFromPlanner(sql`${query}::tsquery`)}`;
}
