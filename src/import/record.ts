import type { AuthorKind } from '../author/author.ts';
import type { AuthorScheme, Identifier, PublicationScheme } from '../identifier/identifier.ts';
import type { ContributionRole, PublicationType } from '../publication/publication.ts';

/**
 * The shapes that pass through an import: what a page prints (RawRecord), what repair makes of it
 * (PublicationRecord with its Repairs), and what stays unresolved. Parsers are pure functions between them.
 */

/** The fields of a listing record that are repaired; also the vocabulary of `Provenance`. */
export type ListingField = 'title' | 'abstract' | 'country' | 'region' | 'authors' | 'year' | 'category';

/** The label lines of a listing record: each is followed by one value a line. */
export type LabelField = Exclude<ListingField, 'title' | 'abstract'>;

/** The fields of a record that other formats state, too. */
export type StatedField =
  ListingField | Exclude<keyof BibliographicDetails, 'place'> | 'url' | 'partOf' | 'other';

/** One record as the page prints it: trimmed lines, no repair yet. Lines are counted from 1. */
export interface RawRecord {
  file: string;
  firstLine: number;
  lastLine: number;
  title: string;
  /** Abstract paragraphs joined by a blank line; null where there is none. */
  abstract: string | null;
  /** A label that the record does not have is absent; one that stands without a value is `[]`. */
  fields: Partial<Record<LabelField, string[]>>;
  /** Where each value of `fields` stands, in lines below the record's first. */
  offsets?: Partial<Record<LabelField, number[]>>;
  /** Values below labels that are none of a listing's ("Publisher"); `field` is the label above. */
  others?: { label: string; field: LabelField; value: string; offset: number }[];
  /** The heading of the record's own page, in a file of several pages with different ones. */
  heading?: string | null;
  /** True where the file ends before the record is known to be complete. */
  isTruncated: boolean;
  /**
   * The field whose last line is also the file's last and has no line end: "Niger" there may be "Nigeria" cut off, so
   * that line is not to be trusted. Absent for every other record.
   */
  cutField?: ListingField;
}

/** One thing that a rule did to printed values: `read` are the pieces as printed, `made` what they became. */
export interface Repair {
  field: StatedField;
  /** The rule's name, in kebab-case: stable, for it is stored and counted. */
  rule: string;
  read: string[];
  made: string[];
}

/** A printed value that no rule understands. It is kept as printed. */
export interface Unresolved {
  field: StatedField;
  value: string;
  /** Why no rule understands it, as a phrase without a full stop: "initials without a surname". */
  reason?: string;
  /** Where the value stands, in lines below the record's first; absent where that isn't known. */
  offset?: number;
}

/** What a parser gives for one field. */
export interface Parsed<T> {
  values: T[];
  repairs: Repair[];
  unresolved: Unresolved[];
}

/** An author as a record names it. Two records name the same author when `name` is the same. */
export interface AuthorRecord {
  /** The name as shown: "Lori J. Mann", "International Organization for Migration". */
  name: string;
  /** The name as filed: "Mann, Lori J."; for organisations the name itself. */
  sortName: string;
  kind: AuthorKind;
  /** "IOM"; null where there is none or it is not known. */
  acronym: string | null;
  /** Other spellings that the authority file or the page gives. */
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

/** The work that a publication is a part of: a report a chapter stands in. */
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

/**
 * What bibliographic formats state of a publication beside its title, contributors and places. Absent, null and empty mean
 * that the source doesn't say.
 */
export interface BibliographicDetails {
  type?: PublicationType | null;
  /** Languages of the text, as BCP 47 tags. */
  languages?: string[];
  /** Normalised, with valid check digits (src/identifier/identifier.ts). */
  identifiers?: Identifier<PublicationScheme>[];
  /** "2016", "2016-05" or "2016-05-12"; `year` is its first part. */
  issued?: string | null;
  /** Where it was published: "Geneva". Its publishers are contributors with the role PUBLISHER. */
  place?: string | null;
  edition?: string | null;
  /** Its own pages, or how many it has: "12-34", "212". */
  pages?: string | null;
  volume?: string | null;
  issue?: string | null;
  /** As printed. */
  keywords?: string[];
  /** An SPDX licence id ("CC-BY-4.0") or the address of the licence. */
  license?: string | null;
}

/** A publication as one source states it, ready to be written. What the source doesn't say is null or empty. */
export interface PublicationRecord extends BibliographicDetails {
  title: string;
  abstract: string | null;
  year: number | null;
  url: string | null;
  isWorldwide: boolean;
  /** Country codes as `Country.code` has them: alpha-2, or the ISO 3166-3 four letters of a former country. */
  countries: string[];
  /** Region slugs. */
  regions: string[];
  /** In printed order. */
  contributions: ContributionRecord[];
  /** Names, as shown: "Capacity Building". */
  topics: string[];
  categories: string[];
  partOf: HostWorkRecord | null;
}

/** A listing record with what was done to it. */
export interface RepairedRecord {
  raw: RawRecord;
  record: PublicationRecord;
  repairs: Repair[];
  unresolved: Unresolved[];
}

/** A part of a source that could not be read as a record. */
export interface RefusedRecord {
  file: string;
  firstLine: number;
  lastLine: number;
  reason: string;
}
