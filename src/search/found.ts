import { sql } from 'kysely';
import type { Condition } from '../db/conditions.ts';
import { unseen } from '../db/plans.ts';

/** Which publications a query of a search finds, as a condition on the row `p`. */
export function found(query: string): Condition {
  return sql<boolean>`p.document @@ ${query}::tsquery`;
}

/** The same where nothing else is asked for: there is one way to find it, whatever it is. */
export function foundAlone(query: string): Condition {
  return sql<boolean>`p.document @@ ${unseen(sql`${query}::tsquery`)}`;
}
