import { type RawBuilder, sql } from 'kysely';
import { plain } from '../text/plain.ts';

/** A part of a WHERE clause. Conditions here are true or false, never null, so that NOT means not. */
export type Condition = RawBuilder<boolean>;

const NEVER: Condition = sql<boolean>`false`;

/** The conditions joined by AND, null being no condition; true where there are none. */
export function all(conditions: readonly (Condition | null)[]): Condition {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(given, sql` and `)})`;
}

/** The conditions joined by OR; false where there are none. */
export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? NEVER : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** True where the condition is false. */
export function not(condition: Condition): Condition {
  return sql<boolean>`not ${condition}`;
}

/** True where the array column has at least one of the ids. */
export function overlaps(column: RawBuilder<unknown>, ids: readonly number[]): Condition {
  return sql<boolean>`${column} && ${ids}::integer[]`;
}

/** True if the array of texts has at least one of the values. Indexes of such arrays leave out empty ones. */
export function overlapsTexts(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return sql<boolean>`(${column} <> array[]::text[] and ${column} && ${values}::text[])`;
}

/** True where the text column is one of the values. */
export function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return among(column, values, sql`text`);
}

/** True where the id column is one of the ids. */
export function idAmong(column: RawBuilder<unknown>, ids: readonly number[]): Condition {
  return among(column, ids, sql`integer`);
}

/**
 * One value is compared by itself: PostgreSQL plans for ten where it does not know how many there will be, and so plans a
 * statement about one anew each time.
 */
function among(
  column: RawBuilder<unknown>,
  values: readonly (string | number)[],
  type: RawBuilder<unknown>,
): Condition {
  return values.length === 1
    ? sql<boolean>`${column} = ${values[0]}::${type}`
    : sql<boolean>`${column} = any(${values}::${type}[])`;
}

/** True where a column of plain names, a line each, has a name that contains `text`. */
export function hasName(column: RawBuilder<unknown>, text: string): Condition {
  // A plain text has letters, digits and blanks, none of which LIKE reads as a pattern.
  return sql<boolean>`${column} like ${`%${plain(text)}%`}::text`;
}
