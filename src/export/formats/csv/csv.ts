import { stringify } from 'csv-stringify/sync';
import { type ExportRecord, contributorsIn } from '../../export.record.ts';
import type { CsvOptions, Format, LongBy } from '../format.ts';
import { WIDE } from './csv.columns.ts';

type Cell = string | number | null;

export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  open({ csv: options }) {
    const { header, toRows } = options.shape === 'wide' ? wide : long(options.by);
    return {
      begin: beginTable(header, options),
      write: (records) => writeRows(records.flatMap(toRows)),
      end: () => '',
    };
  },
};

/** The byte order mark if it is asked for, and the line of column names. */
export function beginTable(header: string[], { hasBom }: Pick<CsvOptions, 'hasBom'>): string {
  return `${hasBom ? '\uFEFF' : ''}${writeRows([header])}`;
}

/**
 * Rows as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeRows(rows: Cell[][]): string {
  return stringify(rows, { record_delimiter: 'windows', escape_formulas: true });
}

interface Table {
  header: string[];
  toRows(record: ExportRecord): Cell[][];
}

const wide: Table = {
  header: WIDE.map(({ name }) => name),
  toRows: (record) => [WIDE.map(({ value }) => value(record))],
};

/** What a row of a long table has of one value. */
const VALUES: Record<LongBy, (record: ExportRecord) => [key: string, name: string][]> = {
  country: ({ countries }) => countries.map(({ code, name }) => [code, name]),
  region: ({ regions }) => regions.map(({ slug, name }) => [slug, name]),
  topic: ({ topics }) => topics.map(({ slug, name }) => [slug, name]),
  category: ({ categories }) => categories.map(({ slug, name }) => [slug, name]),
  author: (record) => contributorsIn(record, 'AUTHOR').map(({ slug, name }) => [slug, name]),
};

/** A publication without a value has one row, with empty cells for it. */
function long(by: LongBy): Table {
  return {
    header: [by === 'country' ? 'countryCode' : `${by}Slug`, `${by}Name`, 'slug', 'title', 'year', 'url'],
    toRows(record) {
      const values: [Cell, Cell][] = VALUES[by](record);
      const { slug, title, year, url } = record;
      return (values.length > 0 ? values : [[null, null] as [Cell, Cell]]).map((value) => [
        ...value,
        ...[slug, title, year, url],
      ]);
    },
  };
}
