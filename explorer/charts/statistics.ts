import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import type { StatisticsQueryVariables } from '../generated/graphql.ts';

const STATISTICS = graphql(`
  query Statistics(
    $search: String
    $filter: PublicationFilter
    $by: [StatisticsDimension!]!
    $first: Int!
    $regionsWithin: String
    $regionLevel: Int
  ) {
    publicationStatistics(
      search: $search
      filter: $filter
      by: $by
      first: $first
      regionsWithin: $regionsWithin
      regionLevel: $regionLevel
    ) {
      publicationCount
      rowCount
      rows {
        keys {
          value
          label
        }
        count
      }
    }
  }
`);

/** A combination of values and its count; null means "none". */
export interface Row {
  values: (string | null)[];
  labels: (string | null)[];
  count: number;
}

/** Counts of publications, with the query for `ShowQuery`. */
export function useStatistics(variables: StatisticsQueryVariables) {
  const [{ data, error }, ask] = useQuery({ query: STATISTICS, variables });
  const rows: Row[] | null =
    data?.publicationStatistics?.rows?.map(({ keys, count }) => ({
      values: keys.map(({ value }) => value),
      labels: keys.map(({ label }) => label),
      count,
    })) ?? null;
  return {
    rows,
    error,
    onRetry: () => ask({ requestPolicy: 'network-only' }),
    document: STATISTICS,
    variables,
  };
}
