import type { AuthorKind } from '../author/author.ts';
import type { AuthorScheme, Identifier } from '../identifier/identifier.ts';
import type { FiledPlural } from '../publication/memberships.ts';
import type { BibliographicFields } from '../publication/publication.fields.ts';
import type { ContributionRole } from '../publication/publication.ts';

/**
 * The data types of an import: the printed record (RawRecord), the repaired record (PublicationRecord with its
 * Repairs), and unresolved values. Parsers are pure functions between them.
 */

/** The fields of a listing record; also the values of `Provenance` fields. */
export type ListingField = 'title' | 'abstract' | 'country' | 'region' | 'authors' | 'year' | 'category';

/** The fields of a listing record that have a label line, followed by one value per line. */
export type LabelField = Exclude<ListingField, 'title' | 'abstract'>;

/** Fields that records of any format may state. */
export type StatedField =
  ListingField | Exclude<keyof BibliographicDetails, 'place'> | 'url' | 'partOf' | 'other';

/** One record as printed: trimmed lines without repairs. Line numbers start at 1. */
export interface RawRecord {
  file: string;
  firstLine: number;
  lastLine: number;
  title: string;
  /** Abstract paragraphs joined by a blank line; null if there is none. */
  abstract: string | null;
  /** A label that the record lacks is absent. A label without values is `[]`. */
  fields: Partial<Record<LabelField, string[]>>;
  /** The line offset of each value of `fields` from the record's first line. */
  offsets?: Partial<Record<LabelField, number[]>>;
  /** Values below labels that a listing doesn't have ("Publisher"). `field` is the listing's label above. */
  others?: { label: string; field: LabelField; value: string; offset: number }[];
  /** The heading of the record's own page, if the file has several pages with different headings. */
  heading?: string | null;
  /** True if the file ends before the record is known to be complete. */
  isTruncated: boolean;
  /**
   * The field of the file's last line, if that line has no line end. Its value may be truncated ("Niger" for
   * "Nigeria"). Absent for every other record.
   */
  cutField?: ListingField;
}

/** A change that a rule made to printed values: `read` is the printed text, `made` the result. */
export interface Repair {
  field: StatedField;
  /** The rule's name in kebab-case. Must not change, because it is stored and counted. */
  rule: string;
  read: string[];
  made: string[];
}

/** A printed value that no rule understands, kept as printed. */
export interface Unresolved {
  field: StatedField;
  value: string;
  /** Why no rule understands it, as a phrase without a full stop: "initials without a surname". */
  reason?: string;
  /** Line offset of the value from the record's first line; absent if unknown. */
  offset?: number;
}

/** The result of parsing one field. */
export interface Parsed<T> {
  values: T[];
  repairs: Repair[];
  unresolved: Unresolved[];
}

/** An author as stated in a record. */
export interface AuthorRecord {
  /** Display name: "Lori J. Mann", "International Organization for Migration". */
  name: string;
  /** Sort name: "Mann, Lori J."; for organisations the same as `name`. */
  sortName: string;
  kind: AuthorKind;
  /** "IOM"; null if there is none or it is unknown. */
  acronym: string | null;
  /** Other spellings from the authority file or the source. */
  aliases: string[];
  /** ORCID, ROR, …; absent if the source gives none. */
  identifiers?: Identifier<AuthorScheme>[];
}

export interface ContributionRecord {
  author: AuthorRecord;
  role: ContributionRole;
  /** The name as the source prints it: "Sweden'S Ministry Of Justice". */
  printedAs: string;
}

/** The work that contains a publication, such as the report that contains a chapter. */
export interface HostWorkRecord {
  title: string;
  publisher: string | null;
  place: string | null;
  year: number | null;
  volume?: string | null;
  issue?: string | null;
  pages?: string | null;
  issn?: string | null;
}

/** Details beside title, contributors and places. Absent, null and empty all mean "not stated". */
export type BibliographicDetails = Partial<BibliographicFields>;

/** Display names of topics and categories: "Capacity Building". */
type FiledNames = Record<FiledPlural, string[]>;

/** A publication as one source states it, ready to be written. Null and empty mean "not stated". */
export interface PublicationRecord extends BibliographicDetails, FiledNames {
  title: string;
  abstract: string | null;
  year: number | null;
  url: string | null;
  isWorldwide: boolean;
  /** Country codes as in `Country.code`: alpha-2, or the four letters of ISO 3166-3 for a former country. */
  countries: string[];
  /** Region slugs. */
  regions: string[];
  /** In printed order. */
  contributions: ContributionRecord[];
  partOf: HostWorkRecord | null;
}

/** A listing record with its repairs and unresolved values. */
export interface RepairedRecord {
  raw: RawRecord;
  record: PublicationRecord;
  repairs: Repair[];
  unresolved: Unresolved[];
}

/** A part of a source that can't be read as a record. */
export interface RefusedRecord {
  file: string;
  firstLine: number;
  lastLine: number;
  reason: string;
}
