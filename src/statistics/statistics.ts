/** What publications are counted by. */
export type StatisticsDimension =
  | 'YEAR'
  | 'DECADE'
  | 'COUNTRY'
  | 'REGION'
  | 'AUTHOR'
  | 'CONTRIBUTOR'
  | 'PUBLISHER'
  | 'TOPIC'
  | 'CATEGORY'
  | 'TYPE'
  | 'LANGUAGE';

/** A value of a dimension; null where publications have none. */
export interface StatisticsKey {
  dimension: StatisticsDimension;
  value: string | null;
  label: string | null;
}

/** How many publications have these values together. */
export interface StatisticsRow {
  keys: StatisticsKey[];
  count: number;
}

/** Where a row stands among the others: its count, then of each dimension what it is ordered by and the id; 0 is no value. */
export interface RowPlace {
  count: number;
  keys: { order: string; id: number }[];
}
