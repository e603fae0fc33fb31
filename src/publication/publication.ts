import type { Author } from '../author/author.ts';
import { MEMBERSHIPS, type MembershipKind } from './memberships.ts';

/** What a contributor did. */
export const CONTRIBUTION_ROLES = ['AUTHOR', 'EDITOR', 'TRANSLATOR', 'PUBLISHER', 'CONTRIBUTOR'] as const;
export type ContributionRole = (typeof CONTRIBUTION_ROLES)[number];

/** What sort of work a publication is. */
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

/** The column of a publication with the ids of its contributors in these roles, null being any; null if none has them. */
export function contributorsColumn(
  roles: readonly ContributionRole[] | null | undefined,
): 'author_ids' | (typeof ROLE_COLUMNS)[keyof typeof ROLE_COLUMNS] | null {
  if (!roles) return 'author_ids';
  const [role, ...others] = new Set(roles);
  if (others.length > 0 || (role !== 'AUTHOR' && role !== 'PUBLISHER')) return null;
  return ROLE_COLUMNS[role];
}

/** "Of this country", "by this author": what a list of publications can be read off in order. */
export interface Membership {
  kind: MembershipKind;
  id: number;
}

/** How a publication lies in a region: filed under it, under a region within it, or about a country in it. */
export const REACH = { DIRECT: 0, INCLUDING_SUBREGIONS: 1, INCLUDING_COUNTRIES: 2 } as const;
export type Reach = (typeof REACH)[keyof typeof REACH];

const REGION_COLUMNS = ['region_ids', 'around_region_ids', 'within_region_ids'] as const;

/** The column of a publication with the ids of all that it is listed under, of a kind. */
export function listedColumn(
  kind: MembershipKind,
  reach: Reach = REACH.INCLUDING_COUNTRIES,
): (typeof MEMBERSHIPS)[MembershipKind]['listedColumn'] | (typeof REGION_COLUMNS)[Reach] {
  return kind === 'region' ? REGION_COLUMNS[reach] : MEMBERSHIPS[kind].listedColumn;
}

/** A kind of membership to list by. */
export interface MemberKind {
  kind: MembershipKind;
  /** How far it goes in a region. */
  reach?: Reach;
  /** Whether the list of a place also has the worldwide publications. */
  includesWorldwide?: boolean;
}

/** A text that is the same for equal kinds only. */
export function memberKey({ kind, reach, includesWorldwide }: MemberKind): string {
  return `${kind} ${reach ?? ''} ${includesWorldwide ? 'or worldwide' : ''}`;
}

/** What of a publication is read only where an answer shows it. */
export const PARTS = [
  'place',
  'slug',
  'year',
  'abstract',
  'details',
  'bibliography',
  'countries',
  'regions',
  'topics',
  'categories',
  'contributions',
] as const;
export type Part = (typeof PARTS)[number];
/** Some of the parts, in their order. */
export type Parts = readonly Part[];

/** A publication as lists and lookups give it; what is of a part is there where that was asked for. */
export interface Publication {
  id: number;
  title: string;
  /** place: where it stands in the list that it was fetched in. */
  sortKey: string | number;
  /** slug; found by it, it is there in any case. */
  slug: string;
  /** year */
  year: number | null;
  /** abstract */
  abstract?: string | null;
  /** details */
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
  /** As PostgreSQL writes it, to the microsecond: `2026-11-24 20:15:00.123456+00`. */
  createdAt: string;
  updatedAt: string;
  /** bibliography; identifiers as `packIdentifier` writes them */
  type: PublicationType | null;
  languages: string[];
  identifiers: string[];
  issued: string | null;
  place: string | null;
  edition: string | null;
  pages: string | null;
  volume: string | null;
  issue: string | null;
  keywords: string[];
  license: string | null;
  /** countries */
  countryIds: number[];
  /** regions */
  regionIds: number[];
  /** topics */
  topicIds: number[];
  /** categories */
  categoryIds: number[];
  /** contributions; null where there are none */
  packedContributions?: PackedContribution[] | null;
}

/**
 * A contribution as a row of publications has it, among others in one JSON value: the values stand in the order of
 * `packedContributions` (src/author/author.queries.ts).
 */
export type PackedContribution = [
  ...[position: number, role: ContributionRole, printedAs: string],
  ...[id: number, slug: string, name: string, sortName: string, kind: Author['kind']],
  ...[acronym: string | null, aliases: string[], identifiers: string[]],
];

/** A contribution with its values named. */
export function unpack(packed: PackedContribution, publicationId: number): Contribution {
  const [position, role, printedAs, id, slug, name, sortName, kind, acronym, aliases, identifiers] = packed;
  const author = { id, slug, name, sortName, kind, acronym, aliases, identifiers };
  return { publicationId, position, role, printedAs, author };
}

/** Those who wrote it, in printed order; one that is printed twice stands in the first place. */
export function authorsOf(contributions: readonly Contribution[]): Author[] {
  return contributorsAs('AUTHOR', contributions);
}

/** Those who published it, in printed order. */
export function publishersOf(contributions: readonly Contribution[]): Author[] {
  return contributorsAs('PUBLISHER', contributions);
}

function contributorsAs(wanted: ContributionRole, contributions: readonly Contribution[]): Author[] {
  const authors = contributions.filter(({ role }) => role === wanted).map(({ author }) => author);
  return [...new Map(authors.map((author) => [author.id, author])).values()];
}

/** One contributor's part, with the author's row. */
export interface Contribution {
  publicationId: number;
  position: number;
  role: ContributionRole;
  printedAs: string;
  author: Author;
}
