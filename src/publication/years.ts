import { type Expression, sql } from 'kysely';
import type { Condition } from '../db/conditions.ts';
import type { YearFilter } from '../schema.generated.ts';

/**
 * The year filter of a list, apart from its other conditions. A list that is read from a membership table has it on that
 * table's own `year_key`, so that an index finds the years.
 */
export interface Years {
  range: YearFilter;
  /** The list's condition without `range`. */
  rest: Condition | null;
}

/** Whether a year filter has a condition. Then it matches no publication of unknown year. */
export function limitsYears(range: YearFilter | null | undefined): range is YearFilter {
  return Object.values(range ?? {}).some((value) => value !== null && value !== undefined);
}

/**
 * The conditions that a year is in a range. An unknown year has the key 0, which no range contains.
 * @param key the `year_key` of a publication, or of the membership table that lists it
 */
export function isInYears({ from, to, in: years }: YearFilter, key: Expression<number>): Condition[] {
  return [
    ...(typeof from === 'number' ? [sql<boolean>`${key} >= ${Math.max(from, 1)}::integer`] : []),
    ...(typeof to === 'number' ? [sql<boolean>`${key} between 1 and ${to}::integer`] : []),
    ...(years ? [sql<boolean>`${key} = any(${years.filter((year) => year > 0)}::integer[])`] : []),
  ];
}
