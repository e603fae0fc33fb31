import type { ImportEvent } from '../../src/import/report.ts';
import { reportText } from '../../src/import/report.ts';
import { withdrawFile } from '../../src/import/import.ts';
import { listSources } from '../../src/import/sources.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpContent, dumpTables, emptyTables } from '../support/dump.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());

const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n');
const ATLAS = { title: 'Atlas of Routes', year: 2019, topics: ['Data'] };
const GUIDE = { title: 'Guide for Inspectors', year: 2015, topics: ['Law'] };

async function slugs(): Promise<string[]> {
  const rows = await catalogue.db.selectFrom('publication').select('slug').orderBy('slug').execute();
  return rows.map(({ slug }) => slug);
}

async function expectVerified(): Promise<void> {
  expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
}

describe('groups of records', () => {
  test('of one short title and year are apart by URL and by authors, and have ids of their own', async () => {
    const report = lines(
      { title: 'Annual Report', year: 2020, url: 'https://a.org/1' },
      { title: 'Annual Report', year: 2020, url: 'https://b.org/1' },
      { title: 'Foreword', year: 2020, authors: ['Ngozi Ade'] },
      { title: 'Foreword', year: 2020, authors: ['Bo Li'] },
      { title: 'Foreword', year: 2020, authors: ['Ade, N.'] },
    );
    expect(await catalogue.importTexts({ 'a.jsonl': report })).toMatchObject({ created: 4, merged: 2 });
    expect(await slugs()).toEqual([
      expect.stringMatching(/^annual-report-2020-[0-9a-f]{8}$/),
      expect.stringMatching(/^annual-report-2020-[0-9a-f]{8}$/),
      expect.stringMatching(/^foreword-2020-[0-9a-f]{8}$/),
      expect.stringMatching(/^foreword-2020-[0-9a-f]{8}$/),
    ]);
    await expectVerified();
  });

  test('a record that fits two works joins neither', async () => {
    const two = lines(
      { title: 'Annual Report', year: 2020, url: 'https://a.org/1' },
      { title: 'Annual Report', year: 2020, url: 'https://b.org/1' },
    );
    await catalogue.importTexts({ 'a.jsonl': two });
    const third = lines({ title: 'Annual Report', year: 2020 });
    expect(await catalogue.importTexts({ 'b.jsonl': third })).toMatchObject({ created: 1, merged: 0 });
  });

  test('a stated slug wins over one that a title makes', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines(ATLAS) });
    await catalogue.importTexts({ 'b.jsonl': lines({ slug: 'atlas-of-routes', title: 'Another Work' }) });
    expect(await slugs()).toEqual(['atlas-of-routes', 'atlas-of-routes-2019']);
  });
});

describe('former slugs', () => {
  test('resolve by slug, id, filter and as entities; topics and authors, too', async () => {
    const before = { ...ATLAS, authors: ['Ngozi Ade'] };
    await catalogue.importTexts({ 'a.jsonl': lines(before, GUIDE) });
    const edited = {
      ...ATLAS,
      title: 'The Atlas of Routes',
      topics: ['Statistics'],
      authors: ['Ngozi B. Ade'],
    };
    expect(await catalogue.importTexts({ 'a.jsonl': lines(edited, GUIDE) })).toMatchObject({
      updated: 1,
      created: 0,
    });
    const former = toGlobalId('Publication', 'atlas-of-routes');
    const answer = await catalogue.execute<Record<string, unknown>>(
      `query ($id: ID!, $topic: ID!, $author: ID!, $any: [_Any!]!) {
        publication(slug: "atlas-of-routes") { slug }
        byId: publication(id: $id) { slug }
        nodes(ids: [$id, $topic, $author]) { ... on Publication { slug } ... on Topic { slug } ... on Author { name } }
        topic(slug: "data") { slug }
        ids: publications(filter: { ids: [$id] }) { totalCount }
        slugs: publications(filter: { slugs: ["atlas-of-routes"] }) { totalCount }
        topics: publications(filter: { topics: { anyOf: ["data"] } }) { totalCount }
        authors: publications(filter: { authors: { anyOf: ["ngozi-ade"] } }) { totalCount }
        _entities(representations: $any) { ... on Publication { slug } ... on Topic { slug } }
      }`,
      {
        id: former,
        topic: toGlobalId('Topic', 'data'),
        author: toGlobalId('Author', 'ngozi-ade'),
        any: [
          { __typename: 'Publication', slug: 'atlas-of-routes' },
          { __typename: 'Topic', slug: 'data' },
        ],
      },
    );
    expect(answer.errors).toBeUndefined();
    const slug = 'the-atlas-of-routes';
    expect(answer.data).toEqual({
      publication: { slug },
      byId: { slug },
      nodes: [{ slug }, { slug: 'statistics' }, { name: 'Ngozi B. Ade' }],
      topic: { slug: 'statistics' },
      ids: { totalCount: 1 },
      slugs: { totalCount: 1 },
      topics: { totalCount: 1 },
      authors: { totalCount: 1 },
      _entities: [{ slug }, { slug: 'statistics' }],
    });
    await expectVerified();
  });

  test('of publications that turn out to be one stand for that one', async () => {
    const [first, second] = [
      { title: 'Foreword', year: 2020, authors: ['Ngozi Ade'] },
      { title: 'Foreword', year: 2020, authors: ['Bo Li'] },
    ];
    await catalogue.importTexts({ 'a.jsonl': lines(first), 'b.jsonl': lines(second) });
    const before = await slugs();
    const both = { ...second, authors: ['Bo Li', 'Ngozi Ade'] };
    expect(await catalogue.importTexts({ 'b.jsonl': lines(both) })).toMatchObject({ removed: 1, created: 0 });
    expect(await slugs()).toEqual(['foreword']);
    const { data } = await catalogue.execute<{ nodes: unknown[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Publication { slug } } }',
      { ids: before.map((slug) => toGlobalId('Publication', slug)) },
    );
    expect(data.nodes).toEqual([{ slug: 'foreword' }, { slug: 'foreword' }]);
    await expectVerified();
  });
});

describe('sources', () => {
  const files = { 'a.jsonl': lines(ATLAS, GUIDE), 'b.jsonl': lines({ ...ATLAS, topics: ['Maps'] }) };

  test('are listed, and withdrawn with what they alone state', async () => {
    await catalogue.importTexts({ 'b.jsonl': files['b.jsonl'] });
    const expected = await dumpContent(catalogue.db);
    await catalogue.importTexts({ 'a.jsonl': files['a.jsonl'] });
    expect((await listSources(catalogue.db)).map(({ id: _, ...source }) => source)).toEqual([
      { file: 'a.jsonl', format: 'JSON_LINES', heading: '', records: 2, only: 1 },
      { file: 'b.jsonl', format: 'JSON_LINES', heading: '', records: 1, only: 0 },
    ]);
    const tables = await dumpTables(catalogue.db);
    await withdrawFile(catalogue.db, 'a.jsonl', { isDryRun: true });
    expect(await dumpTables(catalogue.db)).toEqual(tables);
    expect(await withdrawFile(catalogue.db, 'a.jsonl')).toMatchObject({
      withdrawn: 2,
      removed: 1,
      updated: 1,
    });
    expect(await dumpContent(catalogue.db)).toEqual(expected);
    await expectVerified();
    await expect(withdrawFile(catalogue.db, 'a.jsonl')).rejects.toThrow(
      'There is no source a.jsonl; "pubatlas sources" lists all sources.',
    );
  });

  test('that a file replaces leave nothing of theirs, and publications keep their rows', async () => {
    await catalogue.importTexts(files);
    const { id } = await catalogue.db
      .selectFrom('publication')
      .select('id')
      .where('slug', '=', 'atlas-of-routes')
      .executeTakeFirstOrThrow();
    const report = await catalogue.importTexts({ 'c.jsonl': lines(ATLAS) }, { replace: 'a.jsonl' });
    expect(report).toMatchObject({ created: 0, removed: 1, absent: 0 });
    expect(await slugs()).toEqual(['atlas-of-routes']);
    expect((await listSources(catalogue.db)).map(({ file, records }) => `${file} ${records}`)).toEqual([
      'b.jsonl 1',
      'c.jsonl 1',
    ]);
    expect(await catalogue.db.selectFrom('publication').select('id').execute()).toEqual([{ id }]);
    await expectVerified();
  });

  test('stay as they are if nothing could be read of the file that replaces them', async () => {
    await catalogue.importTexts(files);
    const before = await dumpTables(catalogue.db);
    for (const [file, text, reason] of [
      ['empty.jsonl', '', 'the file is empty'],
      // A source that is stored already.
      ['b.jsonl', '{"title":""}', '"title" must be a text of 1 to 1000 characters'],
    ] as const)
      await expect(catalogue.importTexts({ [file]: text }, { replace: 'a.jsonl' })).rejects.toThrow(
        `Nothing could be read of ${file} (${reason}), so it does not replace a.jsonl, and nothing was changed.`,
      );
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });

  test('that are pruned lose what they state no more; without it that is kept and told', async () => {
    await catalogue.importTexts(files);
    expect(await catalogue.importTexts({ 'a.jsonl': lines(ATLAS) })).toMatchObject({ absent: 1, removed: 0 });
    expect(await catalogue.importTexts({ 'a.jsonl': lines(ATLAS) }, { prune: true })).toMatchObject({
      absent: 0,
      removed: 1,
      unchanged: 1,
    });
    expect(await slugs()).toEqual(['atlas-of-routes']);
    expect(await catalogue.importTexts({ 'a.jsonl': 'nothing' }, { prune: true })).toMatchObject({
      removed: 0,
    });
    await expectVerified();
  });
});

describe('the report', () => {
  async function eventsOf(files: Record<string, string>, options = {}): Promise<ImportEvent[]> {
    const events: ImportEvent[] = [];
    await catalogue.importTexts(files, { ...options, onEvent: (event) => events.push(event) });
    return events;
  }

  test('tells everything, with file, line, field, value, rule and reason', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines(ATLAS, GUIDE) });
    const events = await eventsOf({
      'a.jsonl': lines({ ...ATLAS, countries: ['Kenya', 'Nowhere'], authors: ['IOM'] }),
      'b.jsonl': `${lines(ATLAS, { title: 'New\u0000' })}\n{"title":5}`,
    });
    expect(events).toEqual([
      { event: 'read', file: 'a.jsonl', line: 1, lastLine: 1, value: 'Atlas of Routes' },
      {
        event: 'repaired',
        file: 'a.jsonl',
        line: 1,
        field: 'country',
        value: ['Kenya'],
        made: ['KE'],
        rule: 'country-by-name',
      },
      {
        event: 'repaired',
        file: 'a.jsonl',
        line: 1,
        field: 'authors',
        value: ['IOM'],
        made: ['International Organization for Migration'],
        rule: 'known-organisation',
      },
      {
        event: 'unresolved',
        file: 'a.jsonl',
        line: 1,
        field: 'country',
        value: 'Nowhere',
        reason: 'no rule understands it',
      },
      {
        event: 'updated',
        file: 'a.jsonl',
        line: 1,
        publication: 'atlas-of-routes',
        value: 'Atlas of Routes',
      },
      {
        event: 'vanished',
        file: 'a.jsonl',
        line: 2,
        publication: 'guide-for-inspectors',
        reason: 'stated when the file was last read; kept',
      },
      {
        event: 'refused',
        file: 'b.jsonl',
        line: 3,
        lastLine: 3,
        reason: '"title" must be a text of 1 to 1000 characters',
      },
      { event: 'read', file: 'b.jsonl', line: 1, lastLine: 1, value: 'Atlas of Routes' },
      { event: 'read', file: 'b.jsonl', line: 2, lastLine: 2, value: 'New\uFFFD' },
      {
        event: 'repaired',
        file: 'b.jsonl',
        line: 2,
        field: 'title',
        value: ['New\uFFFD'],
        made: ['\uFFFD'],
        rule: 'replaced-character',
      },
      { event: 'created', file: 'b.jsonl', line: 2, publication: 'new', value: 'New\uFFFD' },
      {
        event: 'merged',
        file: 'b.jsonl',
        line: 1,
        publication: 'atlas-of-routes',
        value: 'Atlas of Routes',
        rule: 'same-title-and-year',
      },
    ]);
  });

  test('says of which files nothing could be read', async () => {
    const report = await catalogue.importTexts({
      'a.jsonl': lines(ATLAS),
      'b.txt': '',
      'c.txt': '<html></html>',
      'd.txt': 'Capacity Building',
    });
    expect(report.nothingRead).toEqual([
      { file: 'b.txt', reason: 'the file is empty' },
      { file: 'c.txt', reason: 'shows no record of a listing' },
      {
        file: 'd.txt',
        reason: expect.stringMatching(/^looks like .*, but has no record; --format names another format$/),
      },
    ]);
    expect(reportText(report, { isDryRun: false })).toMatch(
      /^Imported, but nothing could be read of 3 files\.\n/,
    );
    expect((await listSources(catalogue.db)).map(({ file }) => file)).toEqual(['a.jsonl']);
    const none = await catalogue.importTexts({ 'c.txt': '<html></html>' });
    expect(reportText(none, { isDryRun: false })).toMatch(/^Nothing was imported\.\n/);
  });

  test('lists a file without a record once, and each of several refused records', async () => {
    const report = await catalogue.importTexts({
      'a.txt': '<html></html>',
      'b.jsonl': '{"year":2001}\n{"year":2002}\n',
    });
    const text = reportText(report, { isDryRun: false });
    expect(text.match(/a\.txt.*/g)).toEqual(['a.txt  shows no record of a listing']);
    expect(text.match(/b\.jsonl.*/g)).toEqual([
      'b.jsonl  all of its 2 records are refused',
      expect.stringMatching(/^b\.jsonl:1-1 {2}/),
      expect.stringMatching(/^b\.jsonl:2-2 {2}/),
    ]);
  });
});
