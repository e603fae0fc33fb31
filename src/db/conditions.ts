import { type Expression, sql } from 'kysely';
import { plain } from '../text/plain.ts';

/** A part of a WHERE clause. Conditions here are true or false, never null, so that NOT means not. */
export type Condition = Expression<boolean>;

const NEVER: Condition = sql<boolean>`false`;

/** Joins conditions by AND. Null is no condition; without conditions, it is true. */
export function all(conditions: readonly (Condition | null)[]): Condition {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(given, sql` and `)})`;
}

/** Joins conditions by OR. Without conditions, it is false. */
export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? NEVER : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** True if the condition is false. */
export function not(condition: Condition): Condition {
  return sql<boolean>`not ${condition}`;
}

/** True if the array column has at least one of the ids. */
export function overlaps(column: Expression<unknown>, ids: readonly number[]): Condition {
  return sql<boolean>`${column} && ${ids}::integer[]`;
}

/** True if the array of texts has at least one of the values. Indexes of such arrays leave out empty ones. */
export function overlapsTexts(column: Expression<unknown>, values: readonly string[]): Condition {
  return sql<boolean>`(${column} <> array[]::text[] and ${column} && ${values}::text[])`;
}

/** True if the text column is one of the values. */
export function oneOf(column: Expression<unknown>, values: readonly string[]): Condition {
  return among(column, values, sql`text`);
}

/** True if the id column is one of the ids. */
export function idAmong(column: Expression<unknown>, ids: readonly number[]): Condition {
  return among(column, ids, sql`integer`);
}

/**
 * A single value is compared by `=`. For `= any($1)` PostgreSQL assumes ten values, so it would plan a statement about one value
 * anew each time.
 */
function among(
  column: Expression<unknown>,
  values: readonly (string | number)[],
  type: Expression<unknown>,
): Condition {
  return values.length === 1
    ? sql<boolean>`${column} = ${values[0]}::${type}`
    : sql<boolean>`${column} = any(${values}::${type}[])`;
}

/** True if a column of plain names, a line each, has a name that contains `text`. */
export function hasName(column: Expression<unknown>, text: string): Condition {
  // A plain text has letters, digits and blanks, none of which LIKE reads as a pattern.
  return sql<boolean>`${column} like ${`%${plain(text)}%`}::text`;
}
