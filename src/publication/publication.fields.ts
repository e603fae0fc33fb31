import type { DB } from '../db/tables.generated.ts';
import type { Part } from './publication.ts';

interface FieldRule {
  column: keyof DB['publication'];
  /**
   * Which value a publication gets from several sources: `latest`, the last that is stated; `any`, true if one of them says
   * so.
   */
  merge: 'latest' | 'any';
  /** What has to be read to show the field; null if every row has it. */
  part: Part | null;
  /** How sources state it: the parsers of JSON Lines and of stored records go by it. */
  form: 'title' | 'text' | 'year' | 'url' | 'boolean';
}

/**
 * The fields of a publication that are values of its own. A record, `Publication` and the SDL call each by its key. What an
 * import writes, merges and reads, and what lists select, derives from this table.
 */
export const FIELDS = {
  title: { column: 'title', merge: 'latest', part: null, form: 'title' },
  abstract: { column: 'abstract', merge: 'latest', part: 'abstract', form: 'text' },
  year: { column: 'year', merge: 'latest', part: 'year', form: 'year' },
  url: { column: 'url', merge: 'latest', part: 'details', form: 'url' },
  isWorldwide: { column: 'is_worldwide', merge: 'any', part: 'details', form: 'boolean' },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

interface HostFieldRule {
  column: keyof DB['publication'];
  /** The key of `Publication`. */
  key: string;
  form: FieldRule['form'];
}

/** The fields of the work that a publication is a part of; it has one if its title is stated. */
export const HOST_FIELDS = {
  title: { column: 'host_title', key: 'hostTitle', form: 'title' },
  publisher: { column: 'host_publisher', key: 'hostPublisher', form: 'text' },
  place: { column: 'host_place', key: 'hostPlace', form: 'text' },
  year: { column: 'host_year', key: 'hostYear', form: 'year' },
} as const satisfies Record<string, HostFieldRule>;

export type HostFieldName = keyof typeof HOST_FIELDS;
export const HOST_FIELD_NAMES = Object.keys(HOST_FIELDS) as HostFieldName[];
