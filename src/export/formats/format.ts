import { type FiledPlural, REFERENCE_KINDS } from '../../publication/memberships.ts';
import type { ExportRecord } from '../export.record.ts';

/** The details of a file that formats need. */
export interface FileInfo {
  /** The revision of the catalogue: the number of the last import that changed it; 0 if there was none. */
  revision: number;
  /** The end of that import, as RFC 3339. */
  revisedAt: string;
  /** Identifies the list: equal for equal arguments. */
  listId: string;
  csv: CsvOptions;
  /** The description of a topic or category; null if it has none. */
  describe(kind: FiledPlural, slug: string): string | null;
}

/** The options of a CSV file. */
export interface CsvOptions {
  /** `wide`: a row for each publication. `long`: a row for each publication and value of `by`. */
  shape: 'wide' | 'long';
  by: LongBy;
  /** Whether the file starts with a byte order mark. Excel needs it to detect UTF-8. */
  hasBom: boolean;
}

/** The properties whose values can have rows in the long shape of CSV. */
export const LONG_BY = [...REFERENCE_KINDS, 'author'] as const;
export type LongBy = (typeof LONG_BY)[number];

/** Writes one file in batches. */
export interface Writer {
  begin: string;
  write(records: readonly ExportRecord[]): string;
  end(): string;
}

/** A file format for exports of publications. */
export interface ExportFormat {
  /** The file extension without the dot: "csl.json". */
  extension: string;
  mediaType: string;
  open(info: FileInfo): Writer;
}
