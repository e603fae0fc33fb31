import { FILED_PLURALS } from '../../../publication/memberships.ts';
import type { ContributionRole } from '../../../publication/publication.ts';
import { capitalize } from '../../../text/capitalize.ts';
import { type ExportRecord, listContributors } from '../../export.record.ts';

/** A column of a CSV file. Null values become empty cells. */
export interface CsvColumn {
  name: string;
  value(record: ExportRecord): string | number | null;
}

/** Joins a list into one cell. */
const list = (values: readonly string[]) => (values.length === 0 ? null : values.join('; '));

const people = (name: string, ...roles: ContributionRole[]): CsvColumn => ({
  name,
  value: (record) => list(listContributors(record, ...roles).map((author) => author.name)),
});

const text = (
  name: {
    [Name in keyof ExportRecord]: ExportRecord[Name] extends string | number | null ? Name : never;
  }[keyof ExportRecord],
): CsvColumn => ({ name, value: (record) => record[name] });

/** The columns of the wide shape, which has a row for each publication. */
export const WIDE: readonly CsvColumn[] = [
  ...[text('slug'), text('title'), text('year'), text('type')],
  people('authors', 'AUTHOR'),
  people('editors', 'EDITOR'),
  people('translators', 'TRANSLATOR'),
  people('publishers', 'PUBLISHER'),
  people('contributors', 'CONTRIBUTOR'),
  { name: 'isWorldwide', value: ({ isWorldwide }) => (isWorldwide ? 'true' : 'false') },
  { name: 'countryCodes', value: ({ countries }) => list(countries.map(({ code }) => code)) },
  { name: 'countries', value: ({ countries }) => list(countries.map(({ name }) => name)) },
  { name: 'regions', value: ({ regions }) => list(regions.map(({ name }) => name)) },
  ...FILED_PLURALS.map((plural) => ({
    name: plural,
    value: (record: ExportRecord) => list(record[plural].map(({ name }) => name)),
  })),
  { name: 'keywords', value: ({ keywords }) => list(keywords) },
  { name: 'languages', value: ({ languages }) => list(languages) },
  ...[text('issued'), text('place'), text('edition'), text('volume'), text('issue'), text('pages')],
  {
    name: 'identifiers',
    value: ({ identifiers }) => list(identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
  },
  text('license'),
  ...(['title', 'publisher', 'place', 'year', 'volume', 'issue', 'pages', 'issn'] as const).map(
    (field): CsvColumn => ({
      name: `partOf${capitalize(field)}`,
      value: ({ partOf }) => partOf?.[field] ?? null,
    }),
  ),
  ...[text('url'), text('abstract'), text('createdAt'), text('updatedAt'), text('id')],
];
