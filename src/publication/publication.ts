import type { Author } from '../author/author.ts';

/** What a contributor did. */
export type ContributionRole = 'AUTHOR' | 'EDITOR' | 'TRANSLATOR' | 'PUBLISHER' | 'CONTRIBUTOR';

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

/** Whether these roles are AUTHOR alone, for which publications have a column. */
export function isAuthorRole(roles: readonly ContributionRole[]): boolean {
  return roles.length > 0 && roles.every((role) => role === 'AUTHOR');
}

/** What publications are filed under: each kind has a membership table that lists them by year. */
export type MembershipKind = 'country' | 'region' | 'author' | 'topic' | 'category';

/** "Of this country", "by this author": what a list of publications can be read off in order. */
export interface Membership {
  kind: MembershipKind;
  id: number;
}

/** How a publication lies in a region: filed under it, under a region within it, or about a country in it. */
export const REACH = { DIRECT: 0, INCLUDING_SUBREGIONS: 1, INCLUDING_COUNTRIES: 2 } as const;
export type Reach = (typeof REACH)[keyof typeof REACH];

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
  /** As PostgreSQL writes it, to the microsecond: `2026-11-24 20:15:00.123456+00`. */
  createdAt: string;
  updatedAt: string;
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
  ...[acronym: string | null, aliases: string[]],
];

/** A contribution with its values named. */
export function unpack(packed: PackedContribution, publicationId: number): Contribution {
  const [position, role, printedAs, id, slug, name, sortName, kind, acronym, aliases] = packed;
  const author = { id, slug, name, sortName, kind, acronym, aliases };
  return { publicationId, position, role, printedAs, author };
}

/** Those who wrote it, in printed order; one that is printed twice stands in the first place. */
export function authorsOf(contributions: readonly Contribution[]): Author[] {
  const authors = contributions.filter(({ role }) => role === 'AUTHOR').map(({ author }) => author);
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
