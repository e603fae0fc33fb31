import type { FiledKind } from '../publication/memberships.ts';
import type { PublicationRecord, RefusedRecord, Repair, Unresolved } from './record.ts';

/** A source of an import: one file with one heading. */
export interface Source {
  /** The file's name, with as many folders as distinguish it from the other files of the run. */
  file: string;
  /** The file's current path; null if its name is a web address. */
  path: string | null;
  /** The format's key in `FORMATS`: "JSON_LINES". */
  format: string;
  /** The page's heading; '' for a format without headings. */
  heading: string;
  headingKind: 'topic' | 'category' | '';
}

/** One publication as stated by one source. */
export interface Stated {
  record: PublicationRecord;
  /** The slug that the source states; null if it is derived from the title. */
  slug: string | null;
  firstLine: number;
  lastLine: number;
  /** False if the source may be truncated within the record: the last record of a truncated page. */
  isComplete: boolean;
  /** The printed record of a listing, kept for curators; null for formats that need no repair. */
  raw: object | null;
  repairs: Repair[];
  unresolved: Unresolved[];
  /** Used only by an empty catalogue. Not part of the record's hash. */
  history?: StatedHistory;
}

/** A publication's history in the catalogue that exported it. */
export interface StatedHistory {
  /** RFC 3339 timestamp; null if unknown. */
  createdAt: string | null;
  updatedAt: string | null;
  formerSlugs: string[];
}

/** A description of a topic or category, as stated by a source. */
export interface StatedDescription {
  kind: FiledKind;
  name: string;
  description: string;
}

/** Some records of a source in its order, with the unreadable parts between them. */
export interface Batch {
  records: Stated[];
  refused: RefusedRecord[];
  descriptions: StatedDescription[];
  /**
   * The source's identifiers (scheme OTHER) of records that it reports as deleted; absent if the format can't report
   * this.
   */
  deleted?: string[];
  /** Whether the batch contains the whole source. */
  isWhole: boolean;
  /** Share of the file that has been read after this batch, from 0 to 1; absent if unknown. */
  share?: number;
}

/** A source with its batches. */
export interface SourceBatches {
  source: Source;
  batches: Iterable<Batch> | AsyncIterable<Batch>;
}
