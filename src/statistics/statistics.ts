import type { MembershipKind } from '../publication/memberships.ts';

/** The dimensions to count publications by. */
export type StatisticsDimension =
  'YEAR' | 'DECADE' | Uppercase<MembershipKind> | 'CONTRIBUTOR' | 'PUBLISHER' | 'TYPE' | 'LANGUAGE';

/** Maximum number of dimensions of one question. */
export const MOST_DIMENSIONS = 3;

/** A value of a dimension. Null counts publications without a value. */
export interface StatisticsKey {
  dimension: StatisticsDimension;
  value: string | null;
  label: string | null;
}

/** The number of publications with a combination of values. */
export interface StatisticsRow {
  keys: StatisticsKey[];
  count: number;
}

/** The sort key of a row: its count, then for each dimension the order and the id of its value. Id 0 means no value. */
export interface RowPlace {
  count: number;
  keys: { order: string; id: number }[];
}
