/** Maps each field to the column names that state it, in the form of `columnKey`. */
export const COLUMNS = {
  title: ['title', 'titel', 'titre', 'titulo', 'documenttitle', 'articletitle'],
  abstract: ['abstract', 'abstractnote', 'summary', 'description'],
  year: ['year', 'publicationyear', 'pubyear', 'yearpublished'],
  issued: ['issued', 'date', 'publicationdate', 'datepublished'],
  type: ['type', 'itemtype', 'documenttype', 'publicationtype'],
  url: ['url', 'link', 'weblink', 'urls'],
  doi: ['doi'],
  isbn: ['isbn', 'isbns'],
  issn: ['issn', 'issns'],
  pmid: ['pmid', 'pubmedid'],
  identifiers: ['identifiers', 'identifier'],
  authors: ['authors', 'author', 'creator', 'creators', 'authorfullnames'],
  editors: ['editors', 'editor'],
  translators: ['translators', 'translator'],
  contributors: ['contributors', 'contributor'],
  publishers: ['publishers', 'publisher'],
  place: ['place', 'publisherplace', 'placeofpublication', 'publicationplace'],
  countries: ['countries', 'country', 'studycountry', 'studycountries', 'countryofstudy', 'placeofstudy'],
  countryCodes: ['countrycodes'],
  regions: ['regions', 'region', 'studyregion'],
  coverage: ['coverage', 'spatialcoverage', 'geographiccoverage', 'geographicfocus'],
  isWorldwide: ['isworldwide', 'worldwide'],
  topics: ['topics', 'topic'],
  categories: ['categories', 'category'],
  keywords: ['keywords', 'keyword', 'authorkeywords', 'manualtags', 'tags', 'subjects', 'subject'],
  languages: ['languages', 'language', 'languageoforiginaldocument'],
  partOf: [
    'partof',
    'journal',
    'container',
    'containertitle',
    'publicationtitle',
    'sourcetitle',
    'booktitle',
    'partoftitle',
  ],
  partOfPublisher: ['partofpublisher'],
  partOfPlace: ['partofplace'],
  partOfYear: ['partofyear'],
  partOfVolume: ['partofvolume'],
  partOfIssue: ['partofissue'],
  partOfPages: ['partofpages'],
  partOfIssn: ['partofissn'],
  series: ['series', 'seriestitle'],
  volume: ['volume'],
  issue: ['issue', 'number'],
  pages: ['pages', 'pagerange'],
  edition: ['edition'],
  license: ['license', 'licence', 'rights'],
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

/** Normalises a column name for comparison: letters and digits, lower case, without accents. */
function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The field of a documented column name; undefined for other names. */
export function fieldOf(name: string): ColumnField | undefined {
  return BY_KEY.get(columnKey(name));
}
