import type { LocalizedNames } from '../country/country.ts';
import type { MembershipKind } from '../publication/memberships.ts';
import { REACH, type Reach } from '../publication/publication.ts';

/** What publications are counted by, contributors apart: it has few values. */
export type Dimension = Exclude<MembershipKind, 'author'> | 'year' | 'type' | 'language';

/** How far a region goes by default. */
export const WIDEST = REACH.INCLUDING_COUNTRIES;

/** A dimension as a list's filter sees it. */
export interface Counted {
  dimension: Dimension;
  /** How far a region goes. */
  reach: Reach;
  /** Whether publications of worldwide scope count for every value, as `includeWorldwide` has it. */
  isWidened: boolean;
}

/** How many publications have each value, by its database id as a text; a year, type or language is its own id. */
export interface ValueCounts {
  counts: Map<string, number>;
  /** How many have none. */
  missing: number;
  /** How many of worldwide scope count for values that they do not have. */
  worldwide: number;
}

/** A value with its count, as clients get it. */
export interface Bucket {
  value: string;
  /** In English. */
  label: string;
  /** In other languages; absent of what has no others. */
  names?: LocalizedNames;
  count: number;
  isSelected: boolean;
  /** Of years. */
  from?: number;
  to?: number;
}

/** The order of buckets: the largest first, then by label; or by value. */
export type BucketOrder = 'COUNT' | 'VALUE';

/** Which of a facet's buckets are asked for. */
export interface BucketsAsked {
  first: number;
  orderBy: BucketOrder;
}

export interface Facet {
  buckets: Bucket[];
  missing: number;
  distinct: number;
}

/**
 * The first buckets in an order, and those whose values the filter names.
 * @param all in the order of their labels; years in their own
 */
export function firstBuckets(
  all: readonly Bucket[],
  { first, orderBy }: BucketsAsked,
  isNamed: (bucket: Bucket) => boolean,
): Bucket[] {
  const key = ({ from, value }: Bucket) => from ?? value;
  const sorted = [...all].sort((a, b) =>
    orderBy === 'COUNT' ? b.count - a.count : key(a) < key(b) ? -1 : 1,
  );
  return sorted.filter((bucket, i) => i < first || isNamed(bucket));
}
