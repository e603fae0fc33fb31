import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Condition } from '../db/conditions.ts';
import { unseen } from '../db/plans.ts';

const p = columnsOf('publication', 'p');

/** True of the publications `p` that a search finds. @param query as PostgreSQL reads a tsquery */
export function matchesSearch(query: string): Condition {
  return sql<boolean>`${p('document')} @@ ${query}::tsquery`;
}

/** The same if there is no other condition. The best plan is then the same for all words, so PostgreSQL may keep it. */
export function matchesSearchAlone(query: string): Condition {
  return sql<boolean>`${p('document')} @@ ${unseen(sql`${query}::tsquery`)}`;
}
