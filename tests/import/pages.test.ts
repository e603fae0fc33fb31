import { readFileSync, readdirSync } from 'node:fs';
import { readListing } from '../../src/import/formats/listing/listing.read.ts';
import type { ContributionRecord, RawRecord, RepairedRecord } from '../../src/import/record.ts';
import { repairPage } from '../../src/import/repair/repair.ts';

/**
 * Pages as the site prints them, of other topics and of categories, with names in pieces: what is read of them, every
 * value. A page is beside what is expected of it, `pages/x.txt` and `pages/x.expected`.
 */
const FOLDER = new URL('pages/', import.meta.url);
const CATEGORY_PAGES = ['handbooks', 'studies'];

function contributor({ author, role }: ContributionRecord): string {
  const acronym = author.acronym === null ? '' : ` [${author.acronym}]`;
  const filed = author.sortName === author.name ? '' : ` <${author.sortName}>`;
  return `${author.kind[0]} ${author.name}${acronym}${filed}${role === 'AUTHOR' ? '' : ` ${role}`}`;
}

function linesOf({ raw, record, unresolved }: RepairedRecord): string[] {
  const list = (name: string, values: readonly string[]) =>
    values.length > 0 ? [`  ${name} ${values.join(', ')}`] : [];
  const { partOf } = record;
  return [
    `${raw.firstLine}-${raw.lastLine} ${record.title}`,
    ...list('abstract', record.abstract === null ? [] : [record.abstract.replaceAll('\n', '|')]),
    ...list('year', record.year === null ? [] : [String(record.year)]),
    ...list('worldwide', record.isWorldwide ? ['yes'] : []),
    ...list('countries', record.countries),
    ...list('regions', record.regions),
    ...list('topics', record.topics),
    ...list('categories', record.categories),
    ...record.contributions.map((contribution) => `  ${contributor(contribution)}`),
    ...list(
      'in',
      partOf ? [partOf.title, partOf.publisher ?? '-', partOf.place ?? '-', String(partOf.year)] : [],
    ),
    ...unresolved.map(({ field, value }) => `  ? ${field} ${value}`),
  ];
}

function read(page: string): string {
  const { heading, records, refused } = readListing(
    readFileSync(new URL(`${page}.txt`, FOLDER), 'utf8'),
    page,
  );
  const kind = CATEGORY_PAGES.includes(page) ? 'category' : 'topic';
  expect(refused).toEqual([]);
  const headingOf = (raw: RawRecord) => {
    const name = raw.heading === undefined ? heading : raw.heading;
    return name === null ? null : ({ kind, name } as const);
  };
  return repairPage(records, headingOf)
    .map((repaired) => linesOf(repaired).join('\n'))
    .join('\n\n');
}

const PAGES = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

test.each(PAGES)('%s', (page) => {
  expect(read(page)).toBe(readFileSync(new URL(`${page}.expected`, FOLDER), 'utf8').trimEnd());
});
