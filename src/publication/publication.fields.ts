import type { DB } from '../db/tables.generated.ts';
import type { Part } from './publication.ts';

interface FieldRule {
  column: keyof DB['publication'];
  /**
   * How the values of several sources are merged. `latest`: the last value that a source states. `any`: true if a
   * source says so. `every`: the values of all sources.
   */
  merge: 'latest' | 'any' | 'every';
  /** The part of a publication that has to be read for the field. Null if every row has the field. */
  part: Part | null;
  /** The form in which sources state the field. The parsers of JSON Lines and of stored records depend on it. */
  form: FieldForm;
}

export type FieldForm =
  | 'title'
  | 'text'
  | 'year'
  | 'url'
  | 'boolean'
  | 'type'
  | 'date'
  | 'issn'
  | 'languages'
  | 'keywords'
  | 'identifiers';

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
  languages: { column: 'languages', merge: 'every', part: 'bibliography', form: 'languages' },
  identifiers: { column: 'identifiers', merge: 'every', part: 'bibliography', form: 'identifiers' },
  issued: { column: 'issued', merge: 'latest', part: 'bibliography', form: 'date' },
  place: { column: 'place', merge: 'latest', part: 'bibliography', form: 'text' },
  edition: { column: 'edition', merge: 'latest', part: 'bibliography', form: 'text' },
  pages: { column: 'pages', merge: 'latest', part: 'bibliography', form: 'text' },
  volume: { column: 'volume', merge: 'latest', part: 'bibliography', form: 'text' },
  issue: { column: 'issue', merge: 'latest', part: 'bibliography', form: 'text' },
  keywords: { column: 'keywords', merge: 'every', part: 'bibliography', form: 'keywords' },
  license: { column: 'license', merge: 'latest', part: 'bibliography', form: 'text' },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

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
