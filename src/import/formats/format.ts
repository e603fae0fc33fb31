import type { Reference } from '../../reference/reference.ts';
import type { InputFile } from '../input.ts';
import type { SourceBatches, Stated } from '../stated.ts';

/** The operator's options for reading files. */
export interface ReadOptions {
  /** Whether the heading of a page is a topic or a category. */
  heading: 'topic' | 'category';
  /** The field whose values also become topics; none by default. */
  topicsFrom?: 'keywords';
  /** The encoding of files that are not UTF-8 or UTF-16; detected from the content by default. */
  encoding?: string;
  /** The columns of a table; by default, documented column names are recognised. */
  mapping?: ColumnMapping;
}

/** Options for reading the columns of a table. */
export interface ColumnMapping {
  /** The column name of each field. */
  columns: Partial<Record<string, string>>;
  /** Separator of list values within a cell; ";" by default. */
  listSeparator?: string;
  /** Separator of cells; detected from the content by default. */
  delimiter?: string;
}

/** A format that the import can read. */
export interface Format {
  /** The common name: "BibTeX". */
  title: string;
  /** Whether a file that starts with this text has the format. */
  isLike(start: string): boolean;
  open(file: InputFile, options: ReadOptions, reference: Reference): SourceBatches | Promise<SourceBatches>;
}

/** The result of reading a text: its records, and the parts that are not records. Line numbers start at 1. */
export interface ReadRecords {
  records: Stated[];
  refused: { firstLine: number; lastLine: number; reason: string }[];
}

/** A pure function that reads the whole text of a file. */
export type RecordReader = (text: string, options: ReadOptions) => ReadRecords | Promise<ReadRecords>;
