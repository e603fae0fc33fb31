import { type Expression, sql } from 'kysely';
import { plain } from '../text/plain.ts';

/** A part of a WHERE clause. It must be true or false, never null, because NOT of null is null. */
export type Condition = Expression<boolean>;

const NEVER: Condition = sql<boolean>`false`;

/** Joins conditions with AND. Nulls are ignored; the result is true if no condition is left. */
export function all(conditions: readonly (Condition | null)[]): Condition {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(given, sql` and `)})`;
}

/** Joins conditions with OR. The result is false if there are no conditions. */
export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? NEVER : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** Negates a condition. */
export function not(condition: Condition): Condition {
  return sql<boolean>`not ${condition}`;
}

/** True if the array column contains at least one of the ids. */
export function overlaps(column: Expression<unknown>, ids: readonly number[]): Condition {
  return sql<boolean>`${column} && ${ids}::integer[]`;
}

/**
 * True if the text array column contains at least one of the values. The test for an empty array looks redundant, but
 * lets PostgreSQL use the partial indexes on such columns, which leave out empty arrays.
 */
export function overlapsTexts(column: Expression<unknown>, values: readonly string[]): Condition {
  return sql<boolean>`(${column} <> array[]::text[] and ${column} && ${values}::text[])`;
}

/** True if the text column equals one of the values. */
export function oneOf(column: Expression<unknown>, values: readonly string[]): Condition {
  return among(column, values, sql`text`);
}

/** True if the id column equals one of the ids. */
export function idAmong(column: Expression<unknown>, ids: readonly number[]): Condition {
  return among(column, ids, sql`integer`);
}

/**
 * Compares a single value with `=`. For `= any($1)` PostgreSQL's generic plan assumes ten values, so PostgreSQL would
 * keep making custom plans for a statement with one value.
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

/**
 * True if `text` occurs in one of the names of a column. The column holds names as `plain` makes them, one per line.
 */
export function hasName(column: Expression<unknown>, text: string): Condition {
  // No escaping for LIKE: a plain text consists of letters, digits and spaces.
  return sql<boolean>`${column} like ${`%${plain(text)}%`}::text`;
}

/** True if a text column begins with a text. Unlike LIKE with a parameter, this can use a btree index on the column. */
export function beginsWith(column: Expression<string>, text: Expression<string>): Condition {
  return sql<boolean>`(${column} >= ${text} and ${column} < ${text} || U&'\\+10FFFF')`;
}
