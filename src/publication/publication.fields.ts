import type { DB } from '../db/tables.generated.ts';
import type { Identifier, PublicationScheme } from '../identifier/identifier.ts';
import type { Part, PublicationType } from './publication.ts';

interface FieldRule {
  column: keyof DB['publication'];
  /**
   * How the values of several sources are merged. `latest`: the last value that a source states. `any`: true if a
   * source says so. `every`: the values of all sources.
   */
  merge: 'latest' | 'any' | 'every';
  /** The part of a publication that has to be read for the field. Null if every row has the field. */
  part: Part | null;
  /** The form in which sources state the field. */
  form: FieldForm;
}

/**
 * The forms in which sources state fields, each with the type of its values (`FormValues`). A parser of JSON Lines reads
 * each form (jsonlines.values.ts).
 */
export const FORMS = {
  title: 'text',
  text: 'text',
  url: 'text',
  date: 'text',
  issn: 'text',
  year: 'number',
  boolean: 'boolean',
  type: 'type',
  languages: 'texts',
  keywords: 'texts',
  identifiers: 'identifiers',
} as const satisfies Record<string, keyof FormValues>;

export type FieldForm = keyof typeof FORMS;

/** The types of values. */
export interface FormValues {
  text: string;
  number: number;
  boolean: boolean;
  type: PublicationType;
  texts: string[];
  identifiers: Identifier<PublicationScheme>[];
}

/** Whether the values of a form are lists. A list is empty if no source states the field; other values are null. */
export function isList(form: FieldForm): boolean {
  const type = FORMS[form];
  return type === 'texts' || type === 'identifiers';
}

/**
 * The fields of a publication that hold its own values. The key is the name in import records, `Publication` and the
 * SDL. The columns that imports write, merge and read, and those that lists select, are derived from this table.
 */
export const FIELDS = {
  title: { column: 'title', merge: 'latest', part: null, form: 'title' },
  abstract: { column: 'abstract', merge: 'latest', part: 'abstract', form: 'text' },
  year: { column: 'year', merge: 'latest', part: 'year', form: 'year' },
  url: { column: 'url', merge: 'latest', part: 'details', form: 'url' },
  isWorldwide: { column: 'is_worldwide', merge: 'any', part: 'details', form: 'boolean' },
  type: { column: 'type', merge: 'latest', part: 'bibliography', form: 'type' },
  /** Languages of the text, as BCP 47 tags. */
  languages: { column: 'languages', merge: 'every', part: 'bibliography', form: 'languages' },
  /** Normalised, with valid check digits (src/identifier/identifier.ts). */
  identifiers: { column: 'identifiers', merge: 'every', part: 'bibliography', form: 'identifiers' },
  /** "2016", "2016-05" or "2016-05-12"; `year` is its first part. */
  issued: { column: 'issued', merge: 'latest', part: 'bibliography', form: 'date' },
  /** Place of publication: "Geneva". Publishers are contributors with the role PUBLISHER. */
  place: { column: 'place', merge: 'latest', part: 'bibliography', form: 'text' },
  edition: { column: 'edition', merge: 'latest', part: 'bibliography', form: 'text' },
  /** The publication's own page range or number of pages: "12-34", "212". */
  pages: { column: 'pages', merge: 'latest', part: 'bibliography', form: 'text' },
  volume: { column: 'volume', merge: 'latest', part: 'bibliography', form: 'text' },
  issue: { column: 'issue', merge: 'latest', part: 'bibliography', form: 'text' },
  /** As printed. */
  keywords: { column: 'keywords', merge: 'every', part: 'bibliography', form: 'keywords' },
  /** An SPDX licence id ("CC-BY-4.0") or the address of the licence. */
  license: { column: 'license', merge: 'latest', part: 'bibliography', form: 'text' },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** The fields of a part. */
type FieldOfPart<Selected extends Part> = {
  [Name in FieldName]: (typeof FIELDS)[Name]['part'] extends Selected ? Name : never;
}[FieldName];

/** Null for values that are no lists. */
type OrNull<Value> = Value extends readonly unknown[] ? never : null;

/** A value of a field. It is null, or an empty list, if no source states the field. */
type FieldValue<Name extends FieldName, Value = FormValues[(typeof FORMS)[(typeof FIELDS)[Name]['form']]]> =
  Value | OrNull<Value>;

/** The fields that bibliographic formats state in addition to title, contributors and places. */
export type BibliographicFields = { [Name in FieldOfPart<'bibliography'>]: FieldValue<Name> };

export const BIBLIOGRAPHIC_FIELDS = FIELD_NAMES.filter(
  (name): name is keyof BibliographicFields => FIELDS[name].part === 'bibliography',
);

interface HostFieldRule {
  column: keyof DB['publication'];
  /** The name of the field in `Publication`. */
  key: string;
  form: FieldForm;
}

/** The fields of the host work, such as the book of a chapter. A publication has a host work if its title is stated. */
export const HOST_FIELDS = {
  title: { column: 'host_title', key: 'hostTitle', form: 'title' },
  publisher: { column: 'host_publisher', key: 'hostPublisher', form: 'text' },
  place: { column: 'host_place', key: 'hostPlace', form: 'text' },
  year: { column: 'host_year', key: 'hostYear', form: 'year' },
  volume: { column: 'host_volume', key: 'hostVolume', form: 'text' },
  issue: { column: 'host_issue', key: 'hostIssue', form: 'text' },
  pages: { column: 'host_pages', key: 'hostPages', form: 'text' },
  issn: { column: 'host_issn', key: 'hostIssn', form: 'issn' },
} as const satisfies Record<string, HostFieldRule>;

export type HostFieldName = keyof typeof HOST_FIELDS;
export const HOST_FIELD_NAMES = Object.keys(HOST_FIELDS) as HostFieldName[];
