import fc from 'fast-check';
import { Evidence } from '../../src/import/evidence.ts';
import { groupWorks } from '../../src/import/identify.ts';
import { chooseSlugs } from '../../src/import/slugs.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import type { Identifier, PublicationScheme } from '../../src/identifier/identifier.ts';
import { emptyRecord } from '../support/records.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

// A busy machine is no failure.
jest.setTimeout(240_000);

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());

const A = { scheme: 'DOI', value: '10.1000/a' } as const;
const B = { scheme: 'DOI', value: '10.1000/b' } as const;
const ISBN = { scheme: 'ISBN', value: '9789290686255' } as const;

/** Few values of each, so that records meet: slugs that are made of other titles and years, too. */
const values = {
  title: fc.constantFrom('Foreword', 'FOREWORD!', 'Atlas', 'Atlas 2019', "Women's Rights", 'Women s Rights'),
  slug: fc.option(fc.constantFrom('atlas', 'atlas-2019', 'foreword', 'own'), { freq: 8 }),
  year: fc.option(fc.constantFrom(2019, 2020)),
  url: fc.option(fc.constantFrom('https://www.a.org/1/', 'http://a.org/1', 'https://a.org/2')),
  abstract: fc.option(fc.constantFrom('One.', 'Two.')),
  identifiers: fc.constantFrom<Identifier<PublicationScheme>[]>([], [], [A], [B], [B, ISBN], [ISBN]),
  authors: fc.constantFrom([], ['Ngozi Ade'], ['Ade, Ngozi'], ['Bo Li'], ['Bo Li', 'Ngozi Ade']),
};
const stated = fc.record(values);
type Stated = typeof stated extends fc.Arbitrary<infer T> ? T : never;

/** Each work as its slug and its records. */
function identify(records: readonly Evidence[], names: ReadonlyMap<Evidence, number>): string[] {
  const works = groupWorks(records);
  const slugs = chooseSlugs(works);
  return works
    .map(
      (work, i) =>
        `${slugs[i]?.slug} ${work
          .map((record) => names.get(record))
          .sort()
          .join()}`,
    )
    .sort();
}

const toEvidence = ({ slug, authors, ...rest }: Stated) =>
  new Evidence(
    {
      ...emptyRecord,
      ...rest,
      contributions: authors.map((name) => ({
        author: { name, sortName: name, kind: 'UNKNOWN', acronym: null, aliases: [] },
        role: 'AUTHOR',
        printedAs: name,
      })),
    },
    slug,
    true,
  );

describe('identity', () => {
  test('depends on the set of records, not on their order; every slug is another', () => {
    fc.assert(
      fc.property(
        fc.array(stated, { maxLength: 12 }).chain((records) =>
          fc.tuple(
            fc.constant(records.map(toEvidence)),
            fc.shuffledSubarray(
              records.map((_, i) => i),
              { minLength: records.length },
            ),
          ),
        ),
        ([records, order]) => {
          const names = new Map(records.map((record, i) => [record, i]));
          const works = identify(records, names);
          expect(
            identify(
              order.map((i) => records[i] as Evidence),
              names,
            ),
          ).toEqual(works);
          const slugs = works.map((work) => work.split(' ')[0]);
          expect(new Set(slugs).size).toBe(slugs.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

type Files = Record<string, Stated[]>;
const toText = (records: readonly Stated[]) => records.map((record) => JSON.stringify(record)).join('\n');
const toTexts = (files: Files) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([, records]) => records.length > 0)
      .map(([file, records]) => [file, toText(records)]),
  );

/** Each publication as its slug and the records that state it. */
async function ids(): Promise<string[]> {
  const rows = await catalogue.db
    .selectFrom('source_record as r')
    .innerJoin('source as s', 's.id', 'r.source_id')
    .innerJoin('publication as p', 'p.id', 'r.publication_id')
    .select(['p.slug', 's.file', 'r.first_line as line'])
    .orderBy('p.slug')
    .orderBy('s.file')
    .orderBy('r.first_line')
    .execute();
  return rows.map(({ slug, file, line }) => `${slug} ${file} ${line}`);
}

const file = fc.array(stated, { maxLength: 5 });
const files = fc.record({ 'a.jsonl': file, 'b.jsonl': file, 'c.jsonl': file });

/** Set another one to try other catalogues. */
const SEED = Number(process.env.SEED ?? 20_261_127);

const ATLAS = {
  title: "Women's Rights",
  slug: 'atlas',
  year: null,
  url: 'https://www.a.org/1/',
  abstract: null,
  identifiers: [] as never[],
  authors: [],
} as const;

describe('importFiles: ids', () => {
  test('are the same in whatever order files are read, at once or in runs of their own', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.shuffledSubarray(['a.jsonl', 'b.jsonl', 'c.jsonl'], { minLength: 3 }),
        async (given, order) => {
          const texts = toTexts(given);
          if (Object.keys(texts).length === 0) return;
          await emptyTables(catalogue.db);
          await catalogue.importTexts(texts);
          const expected = await ids();
          await emptyTables(catalogue.db);
          for (const name of order) {
            const text = texts[name];
            if (text !== undefined) await catalogue.importTexts({ [name]: text });
          }
          expect(await ids()).toEqual(expected);
          expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
        },
      ),
      {
        seed: SEED,
        numRuns: 8,
        // A publication that loses a record to another work.
        examples: [
          [
            {
              'a.jsonl': [],
              'b.jsonl': [{ ...ATLAS, title: 'Foreword' }],
              'c.jsonl': [
                { ...ATLAS, title: 'Women s Rights', slug: 'atlas-2019' },
                { ...ATLAS, url: null },
                { ...ATLAS, slug: null },
              ],
            },
            ['a.jsonl', 'c.jsonl', 'b.jsonl'],
          ],
        ],
      },
    );
  });

  test('after edits are those of a fresh import, and every id that was handed out resolves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(files, { minLength: 2, maxLength: 3 }), async (versions) => {
        await emptyTables(catalogue.db);
        const handedOut = new Set<string>();
        for (const version of versions) {
          // A file that isn't given keeps what it stated.
          const texts = toTexts(version);
          if (Object.keys(texts).length === 0) continue;
          await catalogue.importTexts(texts, { prune: true });
          await expectResolving(handedOut);
          for (const slug of await findSlugs()) handedOut.add(slug);
        }
        expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
        const live = await ids();
        const last: Files = {};
        for (const version of versions)
          for (const [name, records] of Object.entries(version)) if (records.length > 0) last[name] = records;
        if (Object.keys(last).length === 0) return;
        await emptyTables(catalogue.db);
        await catalogue.importTexts(toTexts(last));
        expect(await ids()).toEqual(live);
      }),
      { seed: SEED, numRuns: 8 },
    );
  });

  async function findSlugs(): Promise<string[]> {
    const rows = await catalogue.db.selectFrom('publication').select('slug').execute();
    return rows.map(({ slug }) => slug);
  }

  /** Slugs of publications that no source states any more stand for nothing. */
  async function expectResolving(slugs: ReadonlySet<string>): Promise<void> {
    const current = new Set(await findSlugs());
    const former = await catalogue.db.selectFrom('former_slug').select('slug').execute();
    for (const { slug } of former.filter(({ slug }) => slugs.has(slug))) current.add(slug);
    const asked = [...current].slice(0, 100);
    const { data } = await catalogue.execute<{ nodes: ({ slug: string } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Publication { slug } } }',
      { ids: asked.map((slug) => toGlobalId('Publication', slug)) },
    );
    expect(data.nodes.map((node) => node !== null)).toEqual(asked.map(() => true));
  }
});
