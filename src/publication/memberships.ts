import type { DB } from '../db/tables.generated.ts';

interface MembershipRule {
  /** The publication's column with what it is filed under itself. */
  idsColumn: keyof DB['publication'];
  /** The publication's column with everything that lists it: `publication_<kind>` has a row for each id. */
  listedColumn: keyof DB['publication'];
  /** Whether the import creates and removes these. Countries and regions are reference data. */
  isNamed: boolean;
  /** Whether worldwide publications can be listed under these, too. */
  isPlace: boolean;
  /** How much it counts for `Publication.related` if two publications share one. */
  relatedWeight: number;
}

/**
 * What publications are filed under: each kind has a table of its own, and a membership table that lists its publications by
 * year. Types, lists, counts, checks and the import are derived from this table.
 */
export const MEMBERSHIPS = {
  country: {
    idsColumn: 'country_ids',
    listedColumn: 'country_ids',
    isNamed: false,
    isPlace: true,
    relatedWeight: 2,
  },
  region: {
    idsColumn: 'region_ids',
    listedColumn: 'within_region_ids',
    isNamed: false,
    isPlace: true,
    relatedWeight: 1,
  },
  author: {
    idsColumn: 'author_ids',
    listedColumn: 'author_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 5,
  },
  topic: {
    idsColumn: 'topic_ids',
    listedColumn: 'topic_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 2,
  },
  category: {
    idsColumn: 'category_ids',
    listedColumn: 'category_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 1,
  },
} as const satisfies Record<string, MembershipRule>;

/** What publications are filed under: each kind has a membership table that lists them by year. */
export type MembershipKind = keyof typeof MEMBERSHIPS;

type KindThat<Flag extends 'isNamed' | 'isPlace'> = {
  [Kind in MembershipKind]: (typeof MEMBERSHIPS)[Kind][Flag] extends true ? Kind : never;
}[MembershipKind];

export type NamedKind = KindThat<'isNamed'>;
/** Named kinds that have nothing but a name and a description. */
export type FiledKind = Exclude<NamedKind, 'author'>;
export type PlaceKind = KindThat<'isPlace'>;

/** All kinds, in the order of the table. */
export const MEMBERSHIP_KINDS = Object.keys(MEMBERSHIPS) as MembershipKind[];

function isNamed(kind: MembershipKind): kind is NamedKind {
  return MEMBERSHIPS[kind].isNamed;
}

export function isPlace(kind: MembershipKind): kind is PlaceKind {
  return MEMBERSHIPS[kind].isPlace;
}

export const NAMED_KINDS = MEMBERSHIP_KINDS.filter(isNamed);
export const FILED_KINDS = NAMED_KINDS.filter((kind): kind is FiledKind => kind !== 'author');
