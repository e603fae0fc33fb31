import type { LocalizedNames } from '../country/country.ts';
import type { MembershipKind } from '../publication/memberships.ts';
import { REACH, type Reach } from '../publication/publication.ts';

/** A dimension to count publications by. Contributors are counted separately, because they have too many values. */
export type Dimension = Exclude<MembershipKind, 'author'> | 'year' | 'type' | 'language';

/** The default reach of a region: it includes subregions and countries. */
export const WIDEST = REACH.INCLUDING_COUNTRIES;

/** A dimension, with the options of the list's filter. */
export interface CountedDimension {
  dimension: Dimension;
  /** For regions: whether subregions and countries are included. */
  reach: Reach;
  /** Whether worldwide publications count for every value, as `includeWorldwide` requires. */
  isWidened: boolean;
}

/**
 * The number of publications of each value, by its database id as text. Years, types and languages are their own ids.
 */
export interface ValueCounts {
  counts: Map<string, number>;
  /** Publications without a value. */
  missing: number;
  /** Worldwide publications, which count for every value. They are not included in `counts`. */
  worldwide: number;
}

/** A value with its count, as returned to clients. */
export interface Bucket {
  value: string;
  /** The English label. */
  label: string;
  /** Labels in other languages. Absent if the kind of value has none. */
  names?: LocalizedNames;
  count: number;
  isSelected: boolean;
  /** First and last year of a span of years; absent for other values. */
  from?: number;
  to?: number;
}

/** The order of buckets: by count (largest first, then by label), or by value. */
export type BucketOrder = 'COUNT' | 'VALUE';

/** The requested buckets of a facet. */
export interface BucketRequest {
  first: number;
  orderBy: BucketOrder;
}

/** The buckets of a facet, the number of publications without a value, and the number of distinct values. */
export interface Facet {
  buckets: Bucket[];
  missing: number;
  distinct: number;
}

/**
 * The first buckets in an order, and the buckets that the filter names.
 * @param all all buckets in the order of their labels; years in chronological order
 */
export function firstBuckets(
  all: readonly Bucket[],
  { first, orderBy }: BucketRequest,
  isNamed: (bucket: Bucket) => boolean,
): Bucket[] {
  const key = ({ from, value }: Bucket) => from ?? value;
  const sorted = [...all].sort((a, b) =>
    orderBy === 'COUNT' ? b.count - a.count : key(a) < key(b) ? -1 : 1,
  );
  return sorted.filter((bucket, i) => i < first || isNamed(bucket));
}
