import type { LocalizedNames } from '../country/country.ts';
import { type MemberKind, type MembershipKind, REACH, type Reach } from '../publication/publication.ts';

/** What publications are counted by, authors apart: of these there are few values, or few in number. */
export type Dimension = Exclude<MembershipKind, 'author'> | 'year';

/** Whose publications the import tallies: everything's, whose id is 0, or a member's, by database id. */
export type TalliedKind = 'all' | Dimension;
export interface Tallied {
  kind: TalliedKind;
  id: number;
}

/** How far a region goes by default. */
export const WIDEST = REACH.INCLUDING_COUNTRIES;

/** As what the import tallies a list of a member, or of none: null where it is not all of that, or is an author's. */
export function wholeList(member: (MemberKind & { id: number }) | null, isAll: boolean): Tallied | null {
  if (!isAll) return null;
  if (!member) return { kind: 'all', id: 0 };
  const { kind, id, reach = WIDEST } = member;
  return kind === 'author' || reach !== WIDEST ? null : { kind, id };
}

/** A dimension as a list's filter sees it. */
export interface Counted {
  dimension: Dimension;
  /** How far a region goes. */
  reach: Reach;
  /** Whether publications of worldwide scope count for every value, as `includeWorldwide` has it. */
  isWidened: boolean;
}

/** How many publications have each value, by its database id; a year is its own id. */
export interface ValueCounts {
  counts: Map<number, number>;
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
}

export interface Facet {
  buckets: Bucket[];
  missing: number;
  distinct: number;
}

/** The `first` largest buckets and those whose values the filter names; `all` stand in the order of their labels. */
export function largest(
  all: readonly Bucket[],
  first: number,
  isNamed: (bucket: Bucket) => boolean,
): Bucket[] {
  const byCount = [...all].sort((a, b) => b.count - a.count);
  return byCount.filter((bucket, i) => i < first || isNamed(bucket));
}
