import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { exportCommand } from '../../src/cli/export.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { readConfig } from '../../src/server/config.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

let catalogue: TestCatalogue;
let folder: string;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-round-trip-'));
});
afterAll(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

/** Set another one to try other catalogues. */
const SEED = Number(process.env.SEED ?? 20_261_127);

/** Each run imports twice, so there are few, and a counterexample is not shrunk, which would take minutes. */
const RUNS = { seed: SEED, numRuns: 4, endOnFailure: true, interruptAfterTimeLimit: 40_000 };

async function exportAs(format: string): Promise<string> {
  const file = path.join(folder, 'exported');
  const command = exportCommand(() => ({ ...readConfig({}), databaseUrl: catalogue.url }));
  await command.parseAsync(['--format', format, '--orderBy', 'TITLE:ASC', '-o', file], { from: 'user' });
  return readFile(file, 'utf8');
}

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Titles of any characters, and some that share a slug. */
const title = fc.oneof(
  fc.constantFrom(
    'Foreword',
    'Atlas',
    'Atlas 2019',
    'Women’s Rights',
    '移民 報告',
    'a\\b "c"',
    '"Quoted", title',
  ),
  fc.constantFrom('=SUM(A1)', "'=SUM(A1)", '-1', '@home', "'quoted'", 'sep=;', 'a;b,c'),
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

const contributions = fc.uniqueArray(
  fc.record({ author, role: fc.constantFrom('AUTHOR', 'EDITOR', 'PUBLISHER') }),
  { maxLength: 3, selector: ({ author: name, role }) => JSON.stringify([name, role]) },
);

/** The numbers of the work or of its host. */
const numbers = { volume: optional('3'), issue: optional('4'), pages: optional('12-34', '212') };

const fields = {
  title,
  abstract: optional('One.\n\nTwo.', 'A "quoted" text; with, separators', '- a\n- b'),
  year: optional(1999, 2016, 2020),
  url: optional('https://example.org/a?b=c', 'https://example.org/d'),
  isWorldwide: fc.boolean(),
  type: optional('BOOK', 'CHAPTER', 'REPORT', 'TRAINING_MATERIAL'),
  languages: some(['en', 'fr', 'pt-BR']),
  identifiers: some([
    { scheme: 'DOI', value: '10.1000/a_b(c)' },
    { scheme: 'ISBN', value: '9789290686255' },
    { scheme: 'URN', value: 'urn:nbn:de:1-2' },
    { scheme: 'OTHER', value: 'oai:x:1' },
  ]),
  place: optional('Geneva'),
  edition: optional('2nd'),
  ...numbers,
  keywords: some(['law', 'Migration', 'naïve']),
  license: optional('CC-BY-4.0'),
  countries: some(['NG', 'NER', 'ANHH', 'CSHH']),
  regions: some(['west-africa', 'sahel', '029']),
  topics: some(['Data', 'Migration']),
  categories: some(['Handbooks']),
  partOf: fc.option(
    fc.record({
      title: fc.constantFrom('Yearbook', 'Atlas'),
      publisher: optional('IOM'),
      place: optional('Geneva'),
      year: optional(2016),
      issn: optional('2049-3630'),
      ...numbers,
    }),
    { nil: undefined },
  ),
};
const record: fc.Arbitrary<object> = fc
  .tuple(fc.record({ ...fields, contributions }), fc.constantFrom(null, '', '-05', '-05-12'))
  .map(([stated, rest]) => ({
    ...stated,
    ...(rest !== null && stated.year !== undefined && { issued: `${stated.year}${rest}` }),
  }));

const toText = (records: readonly object[]) => records.map((stated) => JSON.stringify(stated)).join('\n');
const sortLines = (text: string) => text.split('\n').sort();
const description = JSON.stringify({ type: 'topic', name: 'Data', description: 'Figures.' });

describe('an export into an empty catalogue', () => {
  it('as JSON Lines gives an equal one: ids, slugs, former slugs and timestamps', async () => {
    let formerSlugs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 20 }),
        fc.array(record, { minLength: 1, maxLength: 10 }),
        async (a, b) => {
          await emptyTables(catalogue.db);
          await catalogue.importTexts({ 'a.jsonl': `${toText(a)}\n${description}` });
          // Titles of the second file take the slugs of the first one's.
          await catalogue.importTexts({ 'b.jsonl': toText(b) });
          const exported = await exportAs('jsonl');
          formerSlugs += exported.split('"formerSlugs"').length - 1;
          await emptyTables(catalogue.db);
          const report = await catalogue.importTexts({ 'exported.jsonl': exported });
          expect([report.refused, report.unresolved]).toEqual([[], []]);
          expect(sortLines(await exportAs('jsonl'))).toEqual(sortLines(exported));
          expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
          expect(await catalogue.importTexts({ 'exported.jsonl': exported })).toMatchObject({
            created: 0,
            updated: 0,
            removed: 0,
          });
        },
      ),
      RUNS,
    );
    expect(formerSlugs).toBeGreaterThan(0);
  });

  it('as CSV gives an equal one in its columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 25 }), async (records) => {
        await emptyTables(catalogue.db);
        await catalogue.importTexts({ 'a.jsonl': toText(records) });
        const exported = await exportAs('csv');
        await emptyTables(catalogue.db);
        const report = await catalogue.importTexts({ 'exported.csv': exported });
        expect([report.refused, report.unresolved]).toEqual([[], []]);
        expect(sortLines(await exportAs('csv'))).toEqual(sortLines(exported));
      }),
      RUNS,
    );
  });
});
