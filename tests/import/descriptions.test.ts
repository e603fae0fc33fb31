import { shuffle, seededRandom } from '../support/random.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpTables, emptyTables } from '../support/dump.ts';
import { withdrawFile } from '../../src/import/import.ts';
import { verify } from '../../src/import/verify/verify.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());

const lines = (...objects: object[]) => objects.map((line) => JSON.stringify(line)).join('\n');
const ATLAS = { title: 'An Atlas', topics: ['Maps'], categories: ['Books'] };
const MAPS = { type: 'topic', name: 'Maps', description: 'Of places.' };
const BOOKS = { type: 'category', name: 'Books', description: 'Bound.\n\nAnd printed.' };

async function descriptions() {
  const { rows } = await catalogue.db
    .selectFrom('topic')
    .select(['slug', 'description'])
    .unionAll((builder) => builder.selectFrom('category').select(['slug', 'description']))
    .execute()
    .then((rows) => ({ rows }));
  return Object.fromEntries(rows.map(({ slug, description }) => [slug, description]));
}

describe('a line of JSON Lines that describes a topic or category', () => {
  it('is stored, shown, and the same when it is read again', async () => {
    const text = lines(MAPS, ATLAS, BOOKS, {
      type: 'topic',
      name: 'Unknown',
      description: 'Nobody names it.',
    });
    const report = await catalogue.importTexts({ 'a.jsonl': text });
    expect(report).toMatchObject({ created: 1, descriptions: 3, refused: [] });
    const { data } = await catalogue.execute(`{
      topic(slug: "maps") { description }
      category(slug: "books") { description }
      topics { totalCount }
    }`);
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      topic: { description: 'Of places.' },
      category: { description: 'Bound.\n\nAnd printed.' },
      topics: { totalCount: 1 },
    });
    const before = await dumpTables(catalogue.db);
    await catalogue.importTexts({ 'a.jsonl': text });
    expect(await dumpTables(catalogue.db)).toEqual(before);
    expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
  });

  it('holds for a topic that is named later, is changed with its file, and taken back with it', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines(MAPS) });
    expect(await descriptions()).toEqual({});
    await catalogue.importTexts({ 'b.jsonl': lines(ATLAS) });
    expect(await descriptions()).toEqual({ maps: 'Of places.', books: null });
    await catalogue.importTexts({ 'a.jsonl': lines({ ...MAPS, description: 'Of seas.' }) });
    expect(await descriptions()).toEqual({ maps: 'Of seas.', books: null });
    await catalogue.importTexts({ 'a.jsonl': lines({ ...MAPS, description: null }) });
    expect(await descriptions()).toEqual({ maps: null, books: null });
  });

  it('is kept if nothing could be read of its file', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines(MAPS, ATLAS) });
    const before = await dumpTables(catalogue.db);
    for (const unreadable of ['', '{"title":""}']) {
      const report = await catalogue.importTexts({ 'a.jsonl': unreadable }, { format: 'JSON_LINES' });
      expect(report).toMatchObject({ records: 0, absent: 1 });
    }
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });

  it('is taken back when its source is withdrawn', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines(MAPS), 'b.jsonl': lines(ATLAS) });
    await withdrawFile(catalogue.db, 'a.jsonl');
    expect(await descriptions()).toEqual({ maps: null, books: null });
    expect(await catalogue.db.selectFrom('filed_description').selectAll().execute()).toEqual([]);
  });

  it('holds from the first file by name, in whatever order the files are read', async () => {
    const files = [
      ['a.jsonl', lines(ATLAS)],
      ['b.jsonl', lines({ ...MAPS, description: 'Of b.' })],
      ['c.jsonl', lines({ ...MAPS, description: 'Of c.' }, BOOKS)],
    ] as const;
    const random = seededRandom(1);
    for (let round = 0; round < 4; round++) {
      for (const [file, text] of shuffle(files, random)) await catalogue.importTexts({ [file]: text });
      expect(await descriptions()).toEqual({ maps: 'Of b.', books: BOOKS.description });
      await emptyTables(catalogue.db);
    }
  });

  it('is refused if a field is missing or not known', async () => {
    const report = await catalogue.importTexts({
      'a.jsonl': lines(
        { type: 'topic', description: 'Of what?' },
        { ...MAPS, year: 2020 },
        { type: 'Topic', title: 'X' },
      ),
    });
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      '"name" is missing',
      'has no field "year"; known are type, id, slug, name, description',
      expect.stringMatching(/^"type" must be one of REPORT, BOOK/),
    ]);
  });
});
