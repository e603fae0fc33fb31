import { stringify } from 'csv-stringify/sync';
import { FILED_KINDS, type FiledKind, MEMBERSHIPS, mapNames } from '../../../publication/memberships.ts';
import { type ExportRecord, listContributors } from '../../export.record.ts';
import type { CsvOptions, ExportFormat, LongBy } from '../format.ts';
import { WIDE } from './csv.columns.ts';

type Cell = string | number | null;

/** CSV (RFC 4180) in the wide or long shape. */
export const csv: ExportFormat = {
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

/** Writes the header, after a byte order mark if requested. */
export function beginTable(header: string[], { hasBom }: Pick<CsvOptions, 'hasBom'>): string {
  return `${hasBom ? '\uFEFF' : ''}${writeRows([header])}`;
}

/**
 * Writes rows as in RFC 4180. Cells that a spreadsheet would evaluate as formulas are prefixed with an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection). So are cells that already have one, so that the import
 * reads both back.
 */
export function writeRows(rows: Cell[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    // By default only the line break that ends rows is quoted.
    quoted_match: /[\r\n]/,
    cast: { string: escapeFormula },
  });
}

function escapeFormula(cell: string): string {
  return cell.replace(/^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/, "'$&");
}

interface Table {
  header: string[];
  toRows(record: ExportRecord): Cell[][];
}

const wide: Table = {
  header: WIDE.map(({ name }) => name),
  toRows: (record) => [WIDE.map(({ value }) => value(record))],
};

/** The values of a publication in the long shape, each as key and name. */
const VALUES: Record<LongBy, (record: ExportRecord) => [key: string, name: string][]> = {
  country: ({ countries }) => countries.map(({ code, name }) => [code, name]),
  region: ({ regions }) => regions.map(({ slug, name }) => [slug, name]),
  ...mapNames(FILED_KINDS, (kind) => kind, listFiled),
  author: (record) => listContributors(record, 'AUTHOR').map(({ slug, name }) => [slug, name]),
};

function listFiled(kind: FiledKind) {
  return (record: ExportRecord) =>
    record[MEMBERSHIPS[kind].plural].map(({ slug, name }): [string, string] => [slug, name]);
}

/** The long shape. A publication without a value has one row, whose value cells are empty. */
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
