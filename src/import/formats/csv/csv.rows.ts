import { CsvError, parse } from 'csv-parse/sync';
import { fieldsOf } from './csv.columns.ts';

/** A row with its line numbers. */
export interface CsvRow {
  cells: string[];
  firstLine: number;
  lastLine: number;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The column names in the first line, split at a delimiter. */
function headerCells(start: string, delimiter: string): string[] {
  const [line = ''] = start.split(/\r\n|\r|\n/);
  const { rows } = readRows(line, delimiter);
  return rows[0]?.cells ?? [];
}

/**
 * Detects the delimiter of a table. An Excel line `sep=;` decides; otherwise the delimiter with which the first line
 * has the most documented column names. Returns null unless these include the title and another column.
 */
export function detectDelimiter(start: string): string | null {
  const [, stated] = /^\uFEFF?sep=(.)\r?\n/.exec(start) ?? [];
  if (stated !== undefined) return stated;
  const counts = DELIMITERS.map((delimiter) => {
    const fields = fieldsOf(headerCells(start, delimiter));
    return {
      delimiter,
      count: fields.includes('title') ? fields.filter((field) => field !== undefined).length : 0,
    };
  });
  // A table may have titles alone.
  if (/^\uFEFF?"?title"?\r?\n[^\r\n]/i.test(start)) return ',';
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 1 ? best.delimiter : null;
}

/** The column names of a text that looks like a table: its first rows have the same number of cells. Null for others. */
export function tableHeader(start: string): string[] | null {
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const delimiter = mostFrequentDelimiter(start);
  const [header = [], ...rows] = lines.slice(0, 4).map((line) => headerCells(line, delimiter));
  const isTable =
    header.length > 1 && rows.length > 0 && rows.every(({ length }) => length === header.length);
  // The column of row numbers may have no name.
  const names = header.filter((name, i) => i > 0 || name.trim() !== '');
  return isTable && names.every((name) => name.trim() !== '' && name.length <= 60) ? names : null;
}

/** The most frequent delimiter of the first line; for tables whose columns a mapping names. */
export function mostFrequentDelimiter(start: string): string {
  return DELIMITERS.reduce((a, b) => (headerCells(start, b).length > headerCells(start, a).length ? b : a));
}

/** Reads the rows of a table. Stops at an unclosed quote; `error` then describes it. */
export function readRows(text: string, delimiter: string): { rows: CsvRow[]; error: string | null } {
  const rows: CsvRow[] = [];
  let line = 0;
  try {
    parse(text.replace(/^\uFEFF?(?:sep=.\r?\n)?/, ''), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, firstLine: line + 1, lastLine: Math.max(lines, line + 1) });
        line = Math.max(lines, line + 1);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, error: error.message };
  }
  return { rows, error: null };
}
