import type { Author } from '../author/author.ts';
import {
  MEMBERSHIPS,
  type MembershipKind,
  REFERENCE_PLURALS,
  type ReferenceKind,
  mapReference,
} from './memberships.ts';
import type { PackedContribution } from './packed-contributions.ts';
import type { BibliographicFields } from './publication.fields.ts';

/** The role of a contributor. */
export const CONTRIBUTION_ROLES = ['AUTHOR', 'EDITOR', 'TRANSLATOR', 'PUBLISHER', 'CONTRIBUTOR'] as const;
export type ContributionRole = (typeof CONTRIBUTION_ROLES)[number];

/** The type of a publication. */
export const PUBLICATION_TYPES = [
  'REPORT',
  'BOOK',
  'CHAPTER',
  'ARTICLE',
  'THESIS',
  'CONFERENCE_PAPER',
  'DATASET',
  'WEB_PAGE',
  'LEGISLATION',
  'TRAINING_MATERIAL',
  'OTHER',
] as const;
export type PublicationType = (typeof PUBLICATION_TYPES)[number];

const ROLE_COLUMNS = { AUTHOR: 'author_role_ids', PUBLISHER: 'publisher_ids' } as const;

/**
 * The column with the ids of contributors in these roles (null: any role). Null if no column has exactly these roles.
 */
export function contributorsColumn(
  roles: readonly ContributionRole[] | null | undefined,
): 'author_ids' | (typeof ROLE_COLUMNS)[keyof typeof ROLE_COLUMNS] | null {
  if (!roles) return 'author_ids';
  const [role, ...others] = new Set(roles);
  if (others.length > 0 || (role !== 'AUTHOR' && role !== 'PUBLISHER')) return null;
  return ROLE_COLUMNS[role];
}

/** A member ("this country", "this author"). Its list can be read in order from a membership table. */
export interface Membership {
  kind: MembershipKind;
  id: number;
}

/**
 * How a publication is related to a region: filed under it, under one of its subregions, or under one of its countries.
 */
export const REACH = { DIRECT: 0, INCLUDING_SUBREGIONS: 1, INCLUDING_COUNTRIES: 2 } as const;
export type Reach = (typeof REACH)[keyof typeof REACH];

const REGION_COLUMNS = ['region_ids', 'around_region_ids', 'within_region_ids'] as const;

/** The column of a publication with the ids of all members of a kind that list it. */
export function listedColumn(
  kind: MembershipKind,
  reach: Reach = REACH.INCLUDING_COUNTRIES,
): (typeof MEMBERSHIPS)[MembershipKind]['listedColumn'] | (typeof REGION_COLUMNS)[Reach] {
  return kind === 'region' ? REGION_COLUMNS[reach] : MEMBERSHIPS[kind].listedColumn;
}

/** A kind of member whose lists are read. */
export interface MemberKind {
  kind: MembershipKind;
  /** For regions: whether subregions and countries are included. */
  reach?: Reach;
  /** Whether the list of a place includes worldwide publications. */
  includesWorldwide?: boolean;
}

/** A key that is equal for equal kinds. */
export function memberKey({ kind, reach, includesWorldwide }: MemberKind): string {
  return `${kind} ${reach ?? ''} ${includesWorldwide ? 'or worldwide' : ''}`;
}

/** The parts of a publication. A part is read only if the answer needs it. */
export const PARTS = [
  'place',
  'slug',
  'year',
  'abstract',
  'details',
  'bibliography',
  ...REFERENCE_PLURALS,
  'contributions',
] as const;
export type Part = (typeof PARTS)[number];
/** Some of the parts, in the order of `PARTS`. */
export type Parts = readonly Part[];

/** The properties of each part. */
type PublicationParts = {
  place: {
    /** The value of the sort key in the list that the publication was read from. */
    sortKey: string | number;
  };
  slug: { slug: string };
  year: { year: number | null };
  abstract: { abstract: string | null };
  details: {
    url: string | null;
    isWorldwide: boolean;
    hostTitle: string | null;
    hostPublisher: string | null;
    hostPlace: string | null;
    hostYear: number | null;
    hostVolume: string | null;
    hostIssue: string | null;
    hostPages: string | null;
    hostIssn: string | null;
    /** In PostgreSQL's text form, to the microsecond: `2026-11-24 20:15:00.123456+00`. */
    createdAt: string;
    updatedAt: string;
  };
  bibliography: Omit<BibliographicFields, 'identifiers'> & {
    /** In the form that `packIdentifier` writes. */
    identifiers: string[];
  };
  contributions: {
    /** Null if there are none. */
    packedContributions: PackedContribution[] | null;
  };
} & {
  [Kind in ReferenceKind as (typeof MEMBERSHIPS)[Kind]['plural']]: { [Ids in `${Kind}Ids`]: number[] };
};

type Intersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (
  value: infer Both,
) => void
  ? Both
  : never;

/** A publication that was read with the given parts. */
export type PublicationWith<Selected extends Part> = { id: number; title: string } & Intersection<
  PublicationParts[Selected]
>;

/** A publication as read by lists and lookups. Parts that were not requested are absent. */
export type Publication = PublicationWith<never> & Partial<PublicationWith<Part>>;

/** One property of each part, to check whether the part was read. */
const PROPERTY_OF_PART: { [Name in Part]: keyof PublicationParts[Name] } = {
  place: 'sortKey',
  slug: 'slug',
  year: 'year',
  abstract: 'abstract',
  details: 'url',
  bibliography: 'type',
  ...referenceProperties(),
  contributions: 'packedContributions',
};

function referenceProperties() {
  return mapReference((kind) => `${kind}Ids`) as {
    [Kind in ReferenceKind as (typeof MEMBERSHIPS)[Kind]['plural']]: `${Kind}Ids`;
  };
}

function hasParts<Selected extends Part>(
  publication: Publication,
  parts: readonly Selected[],
): publication is Publication & PublicationWith<Selected> {
  return parts.every((part) => PROPERTY_OF_PART[part] in publication);
}

/**
 * Asserts that a publication was read with some parts.
 * @throws Error if a part was not read, which means that `PART_OF` (publication.parts.ts) lacks it
 */
export function requireParts<Selected extends Part>(
  publication: Publication,
  ...parts: Selected[]
): PublicationWith<Selected> {
  if (hasParts(publication, parts)) return publication;
  throw new Error(`A publication was read without one of the parts that a field needs: ${parts.join(', ')}.`);
}

/** The contributors in a role, in printed order. One who is printed twice appears once, at the first position. */
export function filterContributors(role: ContributionRole, contributions: readonly Contribution[]): Author[] {
  const authors = new Map<number, Author>();
  for (const { role: printedRole, author } of contributions)
    if (printedRole === role && !authors.has(author.id)) authors.set(author.id, author);
  return [...authors.values()];
}

/** A contribution to a publication, with the author's row. */
export interface Contribution {
  publicationId: number;
  position: number;
  role: ContributionRole;
  printedAs: string;
  author: Author;
}
