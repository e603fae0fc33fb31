import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { exportCommand } from '../../src/cli/export.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { readConfig } from '../../src/server/config.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

// A busy machine is no failure.
jest.setTimeout(240_000);

let catalogue: TestCatalogue;
let folder: string;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-round-trip-'));
});
afterEach(() => emptyTables(catalogue.db));
afterAll(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

/** Set another one to try other catalogues. */
const SEED = Number(process.env.SEED ?? 20_261_127);

async function exportAs(format: string): Promise<string> {
  const file = path.join(folder, 'exported');
  const command = exportCommand(() => ({ ...readConfig({}), databaseUrl: catalogue.url }));
  await command.parseAsync(['--format', format, '--orderBy', 'TITLE:ASC', '-o', file], { from: 'user' });
  return readFile(file, 'utf8');
}

const sortLines = (text: string) => text.split('\n').sort();

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values));

/** Titles of any characters, beside some that share a slug. */
const title = fc.oneof(
  fc.constantFrom('Foreword', 'Atlas', 'Atlas 2019', 'Women’s Rights', '=SUM(A1)', '移民 報告', 'a\\b\t"c"'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ''),
);

const author = fc.constantFrom<string | object>(
  'IOM',
  'Ngozi Ade',
  { name: 'Lori J. Mann', sortName: 'Mann, Lori J.', kind: 'PERSON' },
  {
    name: 'Bo Li',
    kind: 'PERSON',
    identifiers: [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
    aliases: ['B. Li'],
  },
  { name: 'Border Office', kind: 'ORGANIZATION', acronym: 'BO' },
);

const record = fc.record({
  title,
  abstract: optional('One.\n\nTwo.', 'A "quoted" text; with, separators'),
  year: optional(1999, 2016, 2020),
  url: optional('https://example.org/a?b=c', 'https://example.org/d'),
  isWorldwide: fc.boolean(),
  type: optional('BOOK', 'CHAPTER', 'REPORT', 'TRAINING_MATERIAL'),
  languages: some(['en', 'fr', 'pt-BR']),
  identifiers: some([
    { scheme: 'DOI', value: '10.1000/a_b(c)' },
    { scheme: 'ISBN', value: '9789290686255' },
  ]),
  place: optional('Geneva'),
  edition: optional('2nd'),
  pages: optional('12-34', '212'),
  volume: optional('3'),
  issue: optional('4'),
  keywords: some(['law', 'Migration', 'naïve']),
  license: optional('CC-BY-4.0'),
  countries: some(['NG', 'NER', 'ANHH']),
  regions: some(['west-africa', 'sahel', '029']),
  topics: some(['Data', 'Migration']),
  categories: some(['Handbooks']),
  contributions: fc.uniqueArray(
    fc.record({ author, role: fc.constantFrom('AUTHOR', 'EDITOR', 'PUBLISHER') }),
    { maxLength: 3, selector: ({ author: name, role }) => JSON.stringify([name, role]) },
  ),
  partOf: optional({ title: 'Yearbook', publisher: 'IOM', place: 'Geneva', year: 2016, issn: '2049-3630' }),
});

const EMPTY = {
  abstract: null,
  year: null,
  url: null,
  isWorldwide: false,
  type: null,
  languages: [],
  identifiers: [],
  place: null,
  edition: null,
  pages: null,
  volume: null,
  issue: null,
  keywords: [],
  license: null,
  countries: [],
  regions: [],
  topics: [],
  categories: [],
  contributions: [],
  partOf: null,
};

const toText = (records: readonly object[]) => records.map((fields) => JSON.stringify(fields)).join('\n');

const description = JSON.stringify({ type: 'topic', name: 'Data', description: 'Figures.' });

describe('an export into an empty catalogue', () => {
  it('as JSON Lines gives an equal one: ids, slugs, former slugs and timestamps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), fc.array(record), async (a, b) => {
        await emptyTables(catalogue.db);
        await catalogue.importTexts({ 'a.jsonl': `${toText(a)}\n${description}` });
        // Titles of the second file may take the slugs of the first one's.
        if (b.length > 0) await catalogue.importTexts({ 'b.jsonl': toText(b) });
        const exported = await exportAs('jsonl');
        await emptyTables(catalogue.db);
        const report = await catalogue.importTexts({ 'exported.jsonl': exported });
        expect([report.refused, report.unresolved]).toEqual([[], []]);
        expect(sortLines(await exportAs('jsonl'))).toEqual(sortLines(exported));
        expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
        // Once more changes nothing.
        expect(await catalogue.importTexts({ 'exported.jsonl': exported })).toMatchObject({
          created: 0,
          updated: 0,
          removed: 0,
        });
      }),
      {
        seed: SEED,
        numRuns: 12,
        examples: [
          // Two works of one title: the first loses its slug.
          [
            [{ ...EMPTY, title: 'Atlas', year: 2016 }],
            [{ ...EMPTY, title: 'Atlas', year: 2020, url: 'https://example.org/d' }],
          ],
        ],
      },
    );
  });
});

/** What CSV has a column for: names without kinds, and volume, issue and pages only of what is no part of another work. */
const row = record
  .map(({ contributions, partOf, ...fields }) => ({
    ...fields,
    abstract: fields.abstract?.replace('\n\n', ' ') ?? null,
    contributions: contributions.map(({ author: name, role }) => ({
      author: typeof name === 'string' ? name : (name as { name: string }).name,
      role,
    })),
    ...(partOf && {
      partOf: { title: partOf.title, publisher: partOf.publisher, place: partOf.place, year: partOf.year },
      volume: null,
      issue: null,
      pages: null,
    }),
  }))
  .chain((fields) =>
    fc
      .constantFrom(
        'Foreword',
        'Atlas',
        'Atlas 2019',
        'Women’s Rights',
        '=SUM(A1)',
        '移民 報告',
        '"Quoted", title',
      )
      .map((plainTitle) => ({ ...fields, title: plainTitle })),
  );

describe('an export as CSV into an empty catalogue', () => {
  it('gives an equal one in its columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        await emptyTables(catalogue.db);
        await catalogue.importTexts({ 'a.jsonl': toText(rows) });
        const exported = await exportAs('csv');
        await emptyTables(catalogue.db);
        const report = await catalogue.importTexts({ 'exported.csv': exported });
        expect([report.refused, report.unresolved]).toEqual([[], []]);
        expect(await exportAs('csv')).toBe(exported);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});

describe('an export as CSL-JSON into an empty catalogue', () => {
  it('gives the same fields', async () => {
    const readItems = async () =>
      (JSON.parse(await exportAs('csl.json')) as { id: string }[])
        .map(({ id: _, ...item }) => JSON.stringify(item))
        .sort();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        await emptyTables(catalogue.db);
        // CSL-JSON has no slugs: only titles keep works apart.
        const apart = rows.map((fields, i) => ({
          ...fields,
          title: `${fields.title} ${i}`,
          identifiers: [],
        }));
        await catalogue.importTexts({ 'a.jsonl': toText(apart) });
        const [items, exported] = [await readItems(), await exportAs('csl.json')];
        await emptyTables(catalogue.db);
        const report = await catalogue.importTexts({ 'exported.json': exported }, { format: 'CSL_JSON' });
        expect([report.refused, report.unresolved]).toEqual([[], []]);
        expect(await readItems()).toEqual(items);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});

describe('an export with former slugs', () => {
  it('as JSON Lines gives an equal catalogue', async () => {
    const atlas = (year: number) =>
      JSON.stringify({ title: 'Atlas', year, url: `https://example.org/${year}` });
    await catalogue.importTexts({ 'a.jsonl': atlas(2016) });
    await catalogue.importTexts({ 'b.jsonl': atlas(2020) });
    const exported = await exportAs('jsonl');
    expect(exported).toContain('"slug":"atlas-2016","title"');
    expect(exported).toContain('"formerSlugs":["atlas"]');
    await emptyTables(catalogue.db);
    await catalogue.importTexts({ 'exported.jsonl': exported });
    expect(await exportAs('jsonl')).toBe(exported);
  });
});

describe('an export into a catalogue that has publications', () => {
  it('is new there: its timestamps and former slugs are not taken over', async () => {
    const line = {
      slug: 'atlas',
      title: 'Atlas',
      createdAt: '2020-01-01T00:00:00Z',
      updatedAt: '2021-01-01T00:00:00Z',
      formerSlugs: ['old-atlas'],
    };
    await catalogue.importTexts({ 'a.jsonl': '{"title":"Other"}' });
    await catalogue.importTexts({ 'b.jsonl': JSON.stringify(line) });
    const rows = await catalogue.db
      .selectFrom('publication')
      .select(['slug', 'created_at as createdAt'])
      .where('slug', '=', 'atlas')
      .execute();
    expect(rows.map(({ createdAt }) => String(createdAt) > '2026')).toEqual([true]);
    expect(await catalogue.db.selectFrom('former_slug').selectAll().execute()).toEqual([]);
  });
});
