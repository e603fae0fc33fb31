import type { Reference } from '../../reference/reference.ts';
import type { InputFile } from '../input.ts';
import type { SourceBatches, Stated } from '../stated.ts';

/** What the person who imports says about how files are to be read. */
export interface ReadOptions {
  /** What a page's heading names. */
  heading: 'topic' | 'category';
  /** The field whose values become topics, too; none by default. */
  topicsFrom?: 'keywords';
  /** The encoding of files that are not UTF-8 or UTF-16; told from the content by default. */
  encoding?: string;
  /** Which column of a table states what; by the documented names of columns by default. */
  mapping?: ColumnMapping;
}

/** How the columns of a table are to be read. */
export interface ColumnMapping {
  /** Column names by the field that they state. */
  columns: Partial<Record<string, string>>;
  /** What separates the values of a list within a cell; ";" by default. */
  listSeparator?: string;
  /** What separates cells; told from the content by default. */
  delimiter?: string;
}

/** A format that the import reads. */
export interface Format {
  /** As people call it: "BibTeX". */
  title: string;
  /** Whether a file that starts like this has the format. */
  isLike(start: string): boolean;
  open(file: InputFile, options: ReadOptions, reference: Reference): SourceBatches | Promise<SourceBatches>;
}

/** What a reader makes of a text: its records, and the parts that are no records. Lines count from 1. */
export interface ReadRecords {
  records: Stated[];
  refused: { firstLine: number; lastLine: number; reason: string }[];
}

/** A pure function that reads the text of a file. */
export type RecordReader = (text: string, options: ReadOptions) => ReadRecords | Promise<ReadRecords>;
