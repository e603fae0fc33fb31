import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * Marks a statement that needs a custom plan for each execution, because the best plan depends on how many rows its
 * values match. A generic plan would sometimes read the whole table. The pool (src/db/pool.ts) sends a marked statement
 * unnamed. It prepares other statements under a name, so that PostgreSQL can cache a generic plan.
 */
export const CUSTOM_PLAN = '/* planned for its values */';

/** `CUSTOM_PLAN` as a Kysely expression: `query.modifyFront(customPlan)`. */
export const customPlan = sql.raw(CUSTOM_PLAN);

/**
 * Hides a value from the planner. A custom plan for a known value may look cheaper than the generic plan even if both
 * are the same. PostgreSQL would then make a new plan for every execution.
 */
export function hideFromPlanner<T>(value: Expression<T>): RawBuilder<T> {
  return sql<T>`(select ${value})`;
}
