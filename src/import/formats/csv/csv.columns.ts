import { KIND_OF_PLURAL, mapFiled } from '../../../publication/memberships.ts';

/** Maps each field to the column names that state it, in the form of `columnKey`. */
export const COLUMNS = {
  title: ['title', 'titel', 'titre', 'titulo', 'documenttitle', 'articletitle', 'dctitle'],
  abstract: ['abstract', 'abstractnote', 'summary', 'description', 'dcdescriptionabstract'],
  year: ['year', 'publicationyear', 'pubyear', 'yearpublished'],
  issued: ['issued', 'date', 'publicationdate', 'datepublished', 'dcdateissued', 'dcdate'],
  type: ['type', 'itemtype', 'documenttype', 'publicationtype', 'dctype'],
  url: ['url', 'link', 'weblink', 'urls'],
  doi: ['doi', 'dcidentifierdoi'],
  isbn: ['isbn', 'isbns', 'dcidentifierisbn'],
  issn: ['issn', 'issns', 'eissn', 'dcidentifierissn'],
  pmid: ['pmid', 'pubmedid'],
  identifiers: ['identifiers', 'identifier', 'dcidentifieruri'],
  authors: ['authors', 'author', 'creator', 'creators', 'authornames', 'dccontributorauthor', 'dccreator'],
  /** The same authors with their full names, beside `authors`. */
  authorFullNames: ['authorfullnames'],
  editors: ['editors', 'editor', 'dccontributoreditor'],
  translators: ['translators', 'translator'],
  contributors: [
    'contributors',
    'contributor',
    'dccontributor',
    'dccontributorother',
    'dccontributoradvisor',
  ],
  publishers: ['publishers', 'publisher', 'dcpublisher'],
  place: [
    'place',
    'publisherplace',
    'placeofpublication',
    'publicationplace',
    'placepublished',
    'dcpublisherplace',
  ],
  countries: ['countries', 'country', 'studycountry', 'studycountries', 'countryofstudy', 'placeofstudy'],
  countryCodes: ['countrycodes'],
  regions: ['regions', 'region', 'studyregion'],
  coverage: [
    'coverage',
    'spatialcoverage',
    'geographiccoverage',
    'geographicfocus',
    'dccoveragespatial',
    'dccoverage',
  ],
  isWorldwide: ['isworldwide', 'worldwide'],
  ...mapFiled((plural) => [plural.toLowerCase(), KIND_OF_PLURAL[plural].toLowerCase()]),
  keywords: [
    'keywords',
    'keyword',
    'authorkeywords',
    'manualtags',
    'tags',
    'subjects',
    'subject',
    'dcsubject',
  ],
  languages: ['languages', 'language', 'languageoforiginaldocument', 'dclanguageiso', 'dclanguage'],
  partOf: [
    'partof',
    'journal',
    'container',
    'containertitle',
    'publicationtitle',
    'sourcetitle',
    'booktitle',
    'partoftitle',
    'dcrelationispartof',
    'dcrelationjournal',
  ],
  partOfPublisher: ['partofpublisher'],
  partOfPlace: ['partofplace'],
  partOfYear: ['partofyear'],
  partOfVolume: ['partofvolume'],
  partOfIssue: ['partofissue'],
  partOfPages: ['partofpages'],
  partOfIssn: ['partofissn'],
  series: ['series', 'seriestitle', 'dcrelationispartofseries'],
  volume: ['volume'],
  issue: ['issue', 'number'],
  pages: ['pages', 'pagerange'],
  firstPage: ['pagestart', 'firstpage', 'startpage'],
  lastPage: ['pageend', 'lastpage', 'endpage'],
  articleNumber: ['artno', 'articlenumber'],
  edition: ['edition'],
  license: ['license', 'licence', 'rights', 'dcrightsuri'],
  slug: ['slug'],
  createdAt: ['createdat'],
  updatedAt: ['updatedat'],
  /** Derived from the slug, so it is not read. */
  id: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type ColumnField = keyof typeof COLUMNS;

export const COLUMN_FIELDS = Object.keys(COLUMNS) as ColumnField[];

const BY_KEY: ReadonlyMap<string, ColumnField> = new Map(
  COLUMN_FIELDS.flatMap((field) => COLUMNS[field].map((key) => [key, field] as const)),
);

/** Column names of Web of Science's tables, which have two letters. */
const WEB_OF_SCIENCE: ReadonlyMap<string, ColumnField> = new Map([
  ['TI', 'title'],
  ['AB', 'abstract'],
  ['PY', 'year'],
  ['DT', 'type'],
  ['DI', 'doi'],
  ['BN', 'isbn'],
  ['SN', 'issn'],
  ['EI', 'issn'],
  ['PM', 'pmid'],
  ['AU', 'authors'],
  ['AF', 'authorFullNames'],
  ['BE', 'editors'],
  ['CA', 'contributors'],
  ['PU', 'publishers'],
  ['PI', 'place'],
  ['DE', 'keywords'],
  ['LA', 'languages'],
  ['SO', 'partOf'],
  ['SE', 'series'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['BP', 'firstPage'],
  ['EP', 'lastPage'],
  ['AR', 'articleNumber'],
]);

/**
 * Normalises a column name for comparison: letters and digits, lower case, without accents, and without DSpace's language
 * ("dc.title[en]").
 */
function columnKey(name: string): string {
  return name
    .replace(/^(dc\..+)\[[\w-]*\]$/, '$1')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The fields of documented column names; undefined for other names. */
export function fieldsOf(header: readonly string[]): (ColumnField | undefined)[] {
  const names = header.map((name) => name.trim());
  const isWebOfScience = ['PT', 'TI', 'SO'].every((tag) => names.includes(tag));
  return names.map((name) => (isWebOfScience ? WEB_OF_SCIENCE.get(name) : BY_KEY.get(columnKey(name))));
}

/** Columns that most tables have and whose cells are lists. */
const LISTS: ReadonlySet<ColumnField | undefined> = new Set([
  'authors',
  'authorFullNames',
  'editors',
  'keywords',
  'countries',
]);

/**
 * The separator of list values: two bars in tables of DSpace; otherwise the more frequent one of semicolon and bar. An
 * export of a catalogue has semicolons.
 */
export function listSeparatorOf(
  header: readonly string[],
  columns: readonly (ColumnField | undefined)[],
  rows: readonly { cells: string[] }[],
): string {
  if (header.some((name) => /^dc\.\w/.test(name.trim()))) return '||';
  if (columns.includes('slug')) return ';';
  const cells = rows.flatMap((row) => row.cells.filter((_, i) => LISTS.has(columns[i])));
  const count = (mark: string) => cells.filter((cell) => cell.includes(mark)).length;
  return count('|') > count(';') ? '|' : ';';
}
