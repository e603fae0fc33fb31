import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Condition } from '../db/conditions.ts';
import { badInput } from '../graphql/errors.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import type { InstantFilter, YearFilter } from '../schema.generated.ts';

const p = columnsOf('publication', 'p');

/**
 * Translates `filter.year` into conditions on a `year_key`. An unknown year has the key 0, which no range matches.
 * @param key of the row `p`, or of the membership table that lists it
 * @throws BAD_USER_INPUT if the range ends before it starts
 */
export function yearToSql(
  { from, to, in: years }: YearFilter,
  argument: string,
  key: Expression<number> = p('year_key'),
): Condition[] {
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    throw badInput(argument, `"from" ${from} is after "to" ${to}; give the earlier year as "from".`);
  return [
    ...(typeof from === 'number' ? [sql<boolean>`${key} >= ${Math.max(from, 1)}::integer`] : []),
    ...(typeof to === 'number' ? [sql<boolean>`${key} between 1 and ${to}::integer`] : []),
    ...(years ? [sql<boolean>`${key} = any(${years.filter((year) => year > 0)}::integer[])`] : []),
  ];
}

/**
 * Translates a range of instants into conditions on a column.
 * @throws BAD_USER_INPUT if the range ends before it starts
 */
export function instantToSql(
  column: Expression<unknown>,
  { from, before }: InstantFilter,
  argument: string,
): Condition[] {
  const [start, end] = [from, before].map((instant) => instant && toRfc3339(instant));
  if (start && end && Date.parse(start) > Date.parse(end))
    throw badInput(argument, `"from" ${start} is after "before" ${end}; give the earlier instant as "from".`);
  return [
    ...(from ? [sql<boolean>`${column} >= ${from}::timestamptz`] : []),
    ...(before ? [sql<boolean>`${column} < ${before}::timestamptz`] : []),
  ];
}

/** Whether a year filter has a condition. Then it matches no publication of unknown year. */
export function limitsYears(range: YearFilter | null | undefined): range is YearFilter {
  return Object.values(range ?? {}).some((value) => value !== null && value !== undefined);
}
