import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * Marks a statement that PostgreSQL has to plan for its values each time, because their number of hits decides which plan is good:
 * one plan for all would at times read the whole table. It is sent without a name. Other statements are prepared under a name
 * (src/db/pool.ts), and PostgreSQL keeps plans that are good for all values.
 */
export const FOR_ITS_VALUES = '/* planned for its values */';

/** `FOR_ITS_VALUES` for the front of a query: `query.modifyFront(plannedForItsValues)`. */
export const plannedForItsValues = sql.raw(FOR_ITS_VALUES);

/**
 * A value that the planner doesn't look into. A plan for a known value may look cheaper than a plan for any value, though it is the
 * same; PostgreSQL would then plan each time.
 */
export function unseen<T>(value: Expression<T>): RawBuilder<T> {
  return sql<T>`(select ${value})`;
}
