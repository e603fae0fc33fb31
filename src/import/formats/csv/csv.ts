import { groupBy } from '../../../db/batch.ts';
import { FILED_PLURALS } from '../../../publication/memberships.ts';
import { printCount } from '../../../text/counted.ts';
import type { ContributionRecord } from '../../record.ts';
import type { ColumnMapping, ReadOptions, ReadRecords } from '../format.ts';
import { isSlug } from '../../slugs.ts';
import type { Stated } from '../../stated.ts';
import { textFormat } from '../text-format.ts';
import { Draft } from '../values/draft.ts';
import { readName } from '../values/people.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { isMissing, readPages, withoutMarkup } from '../values/text.ts';
import { type ColumnField, fieldsOf, listSeparatorOf } from './csv.columns.ts';
import { type CsvRow, detectDelimiter, mostFrequentDelimiter, readRows } from './csv.rows.ts';
import { TABLE_TYPES } from './csv.types.ts';

/** A table with a header line; cells are separated by commas, semicolons, tabs or vertical bars. */
export const csv = textFormat('CSV', {
  title: 'CSV and TSV',
  isLike: (start) => detectDelimiter(start) !== null,
  read: readCsv,
});

/** Reads a table. The first row has the column names; each other row is a publication. */
export function readCsv(text: string, options: ReadOptions): ReadRecords {
  const { mapping } = options;
  const delimiter = mapping?.delimiter ?? detectDelimiter(text) ?? mostFrequentDelimiter(text);
  const { rows, error } = readRows(text, delimiter);
  const [header, ...body] = rows;
  const read: ReadRecords = { records: [], refused: [] };
  const refuse = ({ firstLine, lastLine }: Pick<CsvRow, 'firstLine' | 'lastLine'>, reason: string) =>
    read.refused.push({ firstLine, lastLine, reason });
  const columns = toColumns(header?.cells ?? [], mapping);
  if (typeof columns === 'string') {
    refuse({ firstLine: 1, lastLine: 1 }, columns);
    return read;
  }
  const separator = mapping?.listSeparator ?? listSeparatorOf(header?.cells ?? [], columns, body);
  const table = { columnsOf: groupBy(columns.keys(), (position) => columns[position]), separator };
  for (const row of body) {
    const count = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (count === 0) continue;
    if (count > columns.length) {
      refuse(
        row,
        `has ${printCount(count, 'cell')}, but the header has ${columns.length}: a quote or a separator is wrong`,
      );
      continue;
    }
    const draft = toDraft(row, table);
    if (read.records.length === 0) noteUnread(header?.cells ?? [], columns, draft);
    const { firstLine, lastLine } = row;
    const stated = draft.finish({ firstLine, lastLine }, options);
    if (typeof stated === 'string') refuse(row, stated);
    else read.records.push({ ...stated, ...readExported(row, table, draft) });
  }
  if (error !== null) {
    const firstLine = (rows.at(-1)?.lastLine ?? 0) + 1;
    refuse({ firstLine, lastLine: firstLine }, `the rest is no table: ${error}`);
  }
  return read;
}

type Columns = (ColumnField | undefined)[];

/** How the cells of a table are read. */
interface Table {
  /** The positions of the columns that state a field. */
  columnsOf: ReadonlyMap<ColumnField | undefined, readonly number[]>;
  /** Separates the values of a list. */
  separator: string;
}

/** The field of each column; or, as a string, why the table can't be read. */
function toColumns(header: readonly string[], mapping: ColumnMapping | undefined): Columns | string {
  const columns: Columns = mapping === undefined ? fieldsOf(header) : header.map(() => undefined);
  const given = header.map((name) => name.trim());
  const mapped = Object.entries(mapping?.columns ?? {});
  const missing = mapped.map(([, name = '']) => name).filter((name) => !given.includes(name));
  if (missing.length > 0)
    return `has no ${missing.length === 1 ? 'column' : 'columns'} ${missing.map((name) => JSON.stringify(name)).join(', ')}, which the mapping names; it has ${listNames(given)}`;
  for (const [field, name = ''] of mapped) {
    const at = given.indexOf(name);
    if (columns[at] !== undefined)
      return `can't have the column ${JSON.stringify(name)} for both ${columns[at]} and ${field}; the mapping names it twice`;
    columns[at] = field as ColumnField;
  }
  if (columns.includes('title')) return columns;
  return `has no column for the title; name it "title", or say with --mapping which it is; it has ${listNames(given)}`;
}

/** The first names of columns, for an error message. */
function listNames(names: readonly string[]): string {
  return names.length <= 20
    ? names.join(', ')
    : `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`;
}

/** Reports each column that states no field, once per table. */
function noteUnread(header: readonly string[], columns: Columns, draft: Draft): void {
  for (const [i, name] of header.entries())
    if (columns[i] === undefined && name.trim() !== '')
      draft.reject('other', name, 'a column that is not read; --mapping says which field it states');
}

/** Reads the columns that only an export of a catalogue has: the slug and the timestamps of creation and update. */
function readExported(
  { cells }: CsvRow,
  { columnsOf }: Table,
  draft: Draft,
): Pick<Stated, 'slug' | 'history'> {
  const cellOf = (field: ColumnField) => (cells[columnsOf.get(field)?.[0] ?? -1] ?? '').trim();
  const slug = cellOf('slug');
  if (slug !== '' && !isSlug(slug))
    draft.reject('other', slug, 'no slug: lower-case words joined by hyphens, of 200 characters at most');
  const [createdAt, updatedAt] = [readInstant(cellOf('createdAt')), readInstant(cellOf('updatedAt'))];
  const isExported = createdAt !== null || updatedAt !== null;
  return {
    slug: isSlug(slug) ? slug : null,
    ...(isExported && { history: { createdAt, updatedAt, formerSlugs: [] } }),
  };
}

function readInstant(text: string): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null;
}

/** Removes the apostrophe that programs write before a text that a spreadsheet would interpret as a formula. */
function withoutApostrophe(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
}

const ROLES: Partial<Record<ColumnField, ContributionRecord['role']>> = {
  authors: 'AUTHOR',
  editors: 'EDITOR',
  translators: 'TRANSLATOR',
  contributors: 'CONTRIBUTOR',
};

function toDraft({ cells }: CsvRow, { columnsOf, separator }: Table): Draft {
  const draft = new Draft();
  // A table that a catalogue exported has texts, not markup, and each name is one.
  const isExport = columnsOf.has('slug');
  const toText = isExport ? (text: string) => text : withoutMarkup;
  const valuesOf = (field: ColumnField) =>
    (columnsOf.get(field) ?? []).flatMap((i) => {
      const cell = withoutApostrophe((cells[i] ?? '').trim());
      // "NA" is Namibia, too.
      const isText = isExport || /^countr/.test(field) || field === 'title';
      const isEmpty = isText ? cell === '' : isMissing(cell);
      return isEmpty ? [] : [cell];
    });
  const firstOf = (field: ColumnField) => {
    const [first = null, ...others] = new Set(valuesOf(field).map(toText));
    for (const other of others) draft.reject('other', other, `another value of ${field}, which has one`);
    return first;
  };
  const listOf = (field: ColumnField) =>
    valuesOf(field)
      .flatMap((value) => (isExport ? value.split(separator) : splitList(value, separator)))
      .map((value) => toText(value.trim()))
      .filter((value) => value !== '');

  draft.title = firstOf('title') ?? '';
  draft.abstract = firstOf('abstract');
  draft.setType((firstOf('type') ?? '').replace(/[\s_-]/g, ''), TABLE_TYPES);
  for (const text of valuesOf('issued')) draft.setDate(text);
  for (const text of valuesOf('year')) draft.setDate(text, 'year');
  for (const text of listOf('url')) draft.setUrl(text);
  for (const text of valuesOf('doi')) draft.addIdentifier('DOI', text);
  for (const text of valuesOf('pmid')) draft.addIdentifier('PMID', text);
  for (const text of listOf('identifiers')) draft.addAnyIdentifier(text);
  const isPart = draft.type === 'CHAPTER' || draft.type === 'CONFERENCE_PAPER';
  for (const text of [...listOf('isbn'), ...listOf('issn')]) addStandardNumbers(draft, text, isPart);
  const addNames = (name: string, role: ContributionRecord['role']) =>
    isExport ? draft.addContributor(readName(name), role, name) : draft.addNames(name, role);
  const fullNames = listOf('authorFullNames');
  for (const field of Object.keys(ROLES) as ColumnField[])
    for (const name of field === 'authors' && fullNames.length > 0 ? fullNames : listOf(field))
      // Scopus adds its number of the author.
      addNames(name.replace(/ \(\d{5,}\)$/, ''), ROLES[field] ?? 'AUTHOR');
  draft.place = firstOf('place');
  for (const name of listOf('publishers')) draft.addPublisher(name);
  const codes = listOf('countryCodes');
  for (const code of codes) draft.addCountryCode(code);
  // An export has the names of the countries beside their codes.
  for (const name of codes.length > 0 ? [] : listOf('countries')) draft.addCoverage(name);
  for (const name of [...listOf('regions'), ...listOf('coverage')]) draft.addCoverage(name);
  readWorldwide(firstOf('isWorldwide'), draft);
  for (const plural of FILED_PLURALS) for (const name of listOf(plural)) draft.filed[plural].add(name);
  draft.addKeywords(listOf('keywords'));
  for (const text of listOf('languages')) draft.addLanguage(text);
  draft.edition = firstOf('edition');
  draft.volume = firstOf('volume');
  draft.issue = firstOf('issue');
  const [firstPage, lastPage] = [firstOf('firstPage'), firstOf('lastPage')];
  const range = firstPage === null || lastPage === null ? firstPage : `${firstPage}-${lastPage}`;
  draft.pages = readPages(firstOf('pages') ?? range ?? firstOf('articleNumber') ?? '');
  draft.host = {
    ...draft.host,
    title: firstOf('partOf'),
    publisher: firstOf('partOfPublisher'),
    place: firstOf('partOfPlace'),
    year: readYear(firstOf('partOfYear')),
  };
  const issn = firstOf('partOfIssn');
  if (issn !== null) draft.host.issn = issn;
  if (columnsOf.has('partOfVolume')) draft.host.volume = firstOf('partOfVolume');
  if (columnsOf.has('partOfIssue')) draft.host.issue = firstOf('partOfIssue');
  if (columnsOf.has('partOfPages')) draft.host.pages = firstOf('partOfPages');
  draft.series.title = firstOf('series');
  draft.setLicense(firstOf('license') ?? '');
  return draft;
}

/** Splits a list. Data frames of Python write lists as `['a', 'b']`. */
function splitList(cell: string, separator: string): string[] {
  if (!/^\[(['"]).*\1\]$/.test(cell)) return cell.split(separator);
  const quoted = [...cell.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)];
  return quoted.map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'));
}

function readYear(text: string | null): number | null {
  return text !== null && /^[12]\d{3}$/.test(text) ? Number(text) : null;
}

function readWorldwide(text: string | null, draft: Draft): void {
  if (text === null || /^(?:false|no|0)$/i.test(text)) return;
  if (/^(?:true|yes|1)$/i.test(text)) draft.addCoverage('worldwide');
  else draft.reject('region', text, 'neither "true" nor "false"');
}
