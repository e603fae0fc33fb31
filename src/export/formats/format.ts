import type { ExportRecord } from '../export.record.ts';

/** What a file is made of. */
export interface FileInfo {
  /** The revision of the catalogue: the number of the last import that changed anything. */
  revision: number;
  /** When that import ended, as RFC 3339 has it. */
  revisedAt: string;
  /** Tells this list from other lists: the same for equal arguments. */
  listId: string;
  csv: CsvOptions;
  /** What the catalogue says a topic or category covers; null if it says nothing. */
  describe(kind: 'topic' | 'category', slug: string): string | null;
}

/** How a CSV file is written. */
export interface CsvOptions {
  /** `wide`: a row for each publication; `long`: a row for each publication and value of `by`. */
  shape: 'wide' | 'long';
  by: LongBy;
  /** Whether the file begins with a byte order mark, from which Excel tells that it is UTF-8. */
  hasBom: boolean;
}

export const LONG_BY = ['country', 'region', 'topic', 'category', 'author'] as const;
export type LongBy = (typeof LONG_BY)[number];

/** Writes one file, batch by batch. */
export interface Writer {
  begin: string;
  write(records: readonly ExportRecord[]): string;
  end(): string;
}

/** A file format that publications are exported in. */
export interface Format {
  /** Without a dot in front: "csl.json". */
  extension: string;
  mediaType: string;
  open(info: FileInfo): Writer;
}
