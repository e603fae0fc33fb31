import type { Author, AuthorKind } from '../author/author.ts';
import type { AuthorScheme, Identifier, PublicationScheme } from '../identifier/identifier.ts';
import type { FiledPlural } from '../publication/memberships.ts';
import type { BibliographicFields } from '../publication/publication.fields.ts';
import type { ContributionRole } from '../publication/publication.ts';

/** A publication as all export formats receive it. Each format writes the fields that it supports. */
export interface ExportRecord extends BibliographicFields, Record<FiledPlural, ExportedName[]> {
  /** The global id. */
  id: string;
  slug: string;
  /** Former slugs, sorted. They still find the publication. */
  formerSlugs: string[];
  title: string;
  abstract: string | null;
  year: number | null;
  url: string | null;
  isWorldwide: boolean;
  countries: { code: string; name: string }[];
  regions: ExportedName[];
  /** Contributors in printed order. */
  contributions: ExportedContribution[];
  partOf: ExportedHostWork | null;
  /** RFC 3339, to the microsecond. */
  createdAt: string;
  updatedAt: string;
}

/** The fields that a bibliographic reference needs. */
export type Bibliography = Omit<
  ExportRecord,
  | 'id'
  | 'formerSlugs'
  | 'abstract'
  | 'isWorldwide'
  | 'countries'
  | 'regions'
  | FiledPlural
  | 'createdAt'
  | 'updatedAt'
>;

/** The slug and name of a region, topic or category. */
export interface ExportedName {
  slug: string;
  name: string;
}

/** An author in an export. `id` is the global id. */
export interface ExportedAuthor extends Pick<Author, 'slug' | 'name' | 'sortName' | 'acronym' | 'aliases'> {
  id: string;
  kind: AuthorKind;
  identifiers: Identifier<AuthorScheme>[];
}

/** A contribution in an export. */
export interface ExportedContribution {
  author: ExportedAuthor;
  role: ContributionRole;
  position: number;
  printedAs: string;
}

/** The work that contains the publication, such as a book or journal. */
export interface ExportedHostWork {
  title: string;
  publisher: string | null;
  place: string | null;
  year: number | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  issn: string | null;
}

/** The contributors with one of the roles, without duplicates, in printed order. */
export function listContributors(
  { contributions }: Pick<ExportRecord, 'contributions'>,
  ...roles: ContributionRole[]
): ExportedAuthor[] {
  const authors = contributions.filter(({ role }) => roles.includes(role)).map(({ author }) => author);
  return [...new Map(authors.map((author) => [author.id, author])).values()];
}

/** The first identifier of a scheme; null if there is none. */
export function findIdentifier(
  { identifiers }: Pick<ExportRecord, 'identifiers'>,
  scheme: PublicationScheme,
): string | null {
  return identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? null;
}
