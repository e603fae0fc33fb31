import type { FiledKind } from '../publication/memberships.ts';
import type { PublicationRecord, RefusedRecord, Repair, Unresolved } from './record.ts';

/** Where an import reads from: one file under one heading. */
export interface Source {
  /** The file's name, with as many of its folders as tell it from others of the run. */
  file: string;
  /** Where the file is now; null if its name is an address. */
  path: string | null;
  /** The name of its format in the table of formats: "JSON_LINES". */
  format: string;
  /** What the page's heading names; '' of a format without headings. */
  heading: string;
  headingKind: 'topic' | 'category' | '';
}

/** One publication as one source states it. */
export interface Stated {
  record: PublicationRecord;
  /** The slug that the source states; null if it is derived from the title. */
  slug: string | null;
  firstLine: number;
  lastLine: number;
  /** False if the source may be cut off within the record: the last one of a truncated page. */
  isComplete: boolean;
  /** What a listing prints, kept for a curator; null for formats that need no repair. */
  raw: object | null;
  repairs: Repair[];
  unresolved: Unresolved[];
  /** Taken over only by an empty catalogue, and no part of the record's hash. */
  history?: StatedHistory;
}

/** The history of a publication in the catalogue that exported it. */
export interface StatedHistory {
  /** RFC 3339; null if unknown. */
  createdAt: string | null;
  updatedAt: string | null;
  formerSlugs: string[];
}

/** What a source states of a topic or category. */
export interface StatedDescription {
  kind: FiledKind;
  name: string;
  description: string;
}

/** Some records of a source, in its order, with what could not be read between them. */
export interface Batch {
  records: Stated[];
  refused: RefusedRecord[];
  descriptions: StatedDescription[];
  /** The source's identifiers (scheme OTHER) of records that it says it has deleted; absent if the format can't say so. */
  deleted?: string[];
  /** Whether this is all that the source states. */
  isWhole: boolean;
  /** The part of the file that has been read with this batch, from 0 to 1; absent if unknown. */
  share?: number;
}

/** A source with what it states. */
export interface SourceBatches {
  source: Source;
  batches: Iterable<Batch> | AsyncIterable<Batch>;
}
