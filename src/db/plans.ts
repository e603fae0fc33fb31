import { type RawBuilder, sql } from 'kysely';

/**
 * Begins the text of a statement that PostgreSQL is to plan for its values each time: where how much they find decides which
 * plan is good, and one plan for all would at times read the whole table. It is sent without a name; other statements are
 * prepared under one (src/db/pool.ts), and PostgreSQL keeps the plans that it finds good for all values.
 */
export const FOR_ITS_VALUES = '/* planned for its values */';

/**
 * A value that PostgreSQL does not see when it plans. A plan for a value that it sees may always look cheaper than one for any
 * value, though it is the same: then it would be made anew each time.
 */
export function unseen<T>(value: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`(select ${value})`;
}
