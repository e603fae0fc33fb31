/** What publications are counted by. */
export type StatisticsDimension = 'YEAR' | 'DECADE' | 'COUNTRY' | 'REGION' | 'AUTHOR' | 'TOPIC' | 'CATEGORY';

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

/** Publications, counted: each number when it is asked for. */
export interface PublicationStatistics {
  publicationCount(): Promise<number>;
  rowCount(): Promise<number>;
  rows(): Promise<StatisticsRow[]>;
}
