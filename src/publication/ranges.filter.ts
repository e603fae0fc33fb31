import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Condition } from '../db/conditions.ts';
import { badInput } from '../graphql/errors.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import type { InstantFilter, YearFilter } from '../schema.generated.ts';
import { isInYears } from './years.ts';

const p = columnsOf('publication', 'p');

/**
 * Translates `filter.year`.
 * @throws BAD_USER_INPUT if the range ends before it starts
 */
export function yearToSql(range: YearFilter, argument: string): Condition[] {
  const { from, to } = range;
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    throw badInput(argument, `"from" ${from} is after "to" ${to}; give the earlier year as "from".`);
  return isInYears(range, p('year_key'));
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
