import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { type Db, createDb } from '../../src/db/database.ts';
import { openPool } from '../../src/db/pool.ts';
import { type Session, createSessions } from '../../src/db/sessions.ts';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { createSchema } from '../../src/api/schema.ts';
import { createReferenceCache } from '../../src/reference/reference.cache.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

/**
 * Every list, filter, order, count and search explained on a catalogue of 100 000 publications: how many rows its
 * statements read. Those that read more than a page's worth are listed in docs/explanation/indexes.md with the reason.
 */

let catalogue: TestCatalogue;
let pool: ReturnType<typeof openPool>;
const apollo = createApollo(createSchema(), () => undefined);
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  pool = openPool(catalogue.url, { poolSize: 2 });
  await fill(catalogue.db);
  await apollo.start();
}, 120_000);
afterAll(async () => {
  await apollo.stop();
  await pool.end();
  await catalogue.close();
});

/** Without the indexes that are no keys, which are made again afterwards: several times faster. */
async function fill(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    join pg_class on pg_class.oid = indrelid where relnamespace = 'public'::regnamespace and not indisunique`.execute(
    db,
  );
  for (const { name } of rows) await sql`drop index ${sql.table(name)}`.execute(db);
  const script = await readFile(path.join(__dirname, 'plans.catalogue.sql'), 'utf8');
  for (const statement of script.split(/;\n/).filter((text) => text.trim()))
    await sql.raw(statement).execute(db);
  for (const { definition } of rows) await sql.raw(definition).execute(db);
  await sql`vacuum analyze`.execute(db);
}

function sessionOver(pool: Pool): Session {
  return createSessions({ pick: async () => ({ pool, client: await pool.connect() }) })();
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** Rows that a plan takes from tables, those that it throws away among them. */
function rowsRead(plan: Plan): number {
  const taken =
    plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan['Rows Removed by Index Recheck'] ?? 0);
  const own =
    plan['Relation Name'] && !plan['Node Type'].startsWith('Bitmap Index') ? taken * plan['Actual Loops'] : 0;
  return Math.round(own) + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
}

/** The tables that a plan reads from one end to the other. */
function listScanned(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(listScanned)];
}

/** Runs an operation, and then explains what it sent. */
async function explain(query: string): Promise<{ rows: number; scans: string[] }> {
  const sent: { text: string; values: readonly unknown[] }[] = [];
  const watched = {
    ...pool,
    async connect() {
      const client = await pool.connect();
      return {
        query(text: string, values: unknown[]) {
          sent.push({ text, values });
          return client.query(text, values);
        },
        release: () => client.release(),
      };
    },
  } as unknown as Pool;
  const cache = createReferenceCache(catalogue.db, () => undefined);
  await cache.get();
  const contextValue = await createContext(sessionOver(watched), cache);
  const { body } = await apollo.executeOperation({ query }, { contextValue });
  expect(body).toMatchObject({ singleResult: { errors: undefined } });
  let rows = 0;
  const scans: string[] = [];
  for (const { text, values } of sent) {
    const client = await pool.connect();
    const explained = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    client.release();
    const plan = explained.rows[0]?.['QUERY PLAN'][0]?.Plan as Plan;
    rows += rowsRead(plan);
    scans.push(...listScanned(plan).filter((table) => !SMALL.includes(table)));
  }
  return { rows, scans };
}

/** Tables that an index would not help. */
const SMALL = [
  'country',
  'region',
  'topic',
  'category',
  'region_country',
  'country_succession',
  'import_run',
  'source',
];

const nodes = 'nodes { title countries { name } authors { name } }';
const list = (args: string) => `{ publications(first: 20, ${args}) { ${nodes} } }`;
const listFiltered = (filter: string) => list(`filter: { ${filter} }`);
const count = (filter: string) => `{ publications(filter: { ${filter} }) { totalCount } }`;
const listOf = (owner: string) => `{ ${owner} { publications(first: 20) { totalCount ${nodes} } } }`;

const suggestions = (text: string) => `{ suggest(text: "${text}") { kind value } }`;

/** Rows that a page of 20 may read: itself, its authors, and what it looks up. */
const PAGE = 300;

const CASES: [name: string, most: number, query: string][] = [
  ['a publication by slug', 10, '{ publication(slug: "publication-5") { title abstract authors { name } } }'],
  [
    'publications by id',
    50,
    `{ nodes(ids: ["${toGlobalId('Publication', 'publication-5')}", "${toGlobalId('Publication', 'publication-6')}"]) { id } }`,
  ],
  ['an author by slug', 10, '{ author(slug: "author-5") { name } }'],
  ...['YEAR', 'TITLE', 'CREATED_AT', 'UPDATED_AT'].flatMap((field): [string, number, string][] =>
    ['ASC', 'DESC'].map((direction) => [
      `the order ${field} ${direction}`,
      PAGE,
      list(`orderBy: { field: ${field}, direction: ${direction} }`),
    ]),
  ),
  ['the last page', PAGE, '{ publications(last: 20) { nodes { title } } }'],
  ['of a country', PAGE, listOf('country(code: "NG")')],
  ['of a region', PAGE, listOf('region(slug: "west-africa")')],
  ['of a topic', PAGE, listOf('topic(slug: "topic-5")')],
  ['of a category', PAGE, listOf('category(slug: "category-5")')],
  ['of an author', PAGE, listOf('author(slug: "author-5")')],
  [
    'ten countries, their publications, authors, and theirs',
    10_000,
    `{ countries(first: 10) { nodes { publications(first: 10) { nodes { title authors { name publications(first: 3) { nodes { title } } } } } } } }`,
  ],
  ['filter.ids', PAGE, listFiltered(`ids: ["${toGlobalId('Publication', 'publication-5')}"]`)],
  ['filter.slugs', PAGE, listFiltered('slugs: ["publication-5"]')],
  ['filter.year', PAGE, listFiltered('year: { from: 2000, to: 2010 }')],
  ...['ASC', 'DESC'].flatMap((direction): [string, number, string][] => {
    const order = `orderBy: { field: YEAR, direction: ${direction} }`;
    // Years that are far from the start of the order.
    const year = `year: { ${direction === 'ASC' ? 'from: 2020' : 'to: 1995'} }`;
    return [
      [`filter.year ${direction}`, PAGE, list(`filter: { ${year} }, ${order}`)],
      [
        `a region and filter.year ${direction}`,
        PAGE,
        list(`filter: { regions: { anyOf: ["west-africa"] }, ${year} }, ${order}`),
      ],
      [
        `filter.year of a topic ${direction}`,
        PAGE,
        `{ topic(slug: "topic-5") { publications(first: 20, filter: { ${year} }, ${order}) { ${nodes} } } }`,
      ],
    ];
  }),
  ['filter.countries', PAGE, listFiltered('countries: { anyOf: ["NG"] }')],
  ['filter.regions', PAGE, listFiltered('regions: { anyOf: ["west-africa"] }')],
  ['filter.topics', PAGE, listFiltered('topics: { anyOf: ["topic-5"] }')],
  ['filter.categories', PAGE, listFiltered('categories: { anyOf: ["category-5"] }')],
  ['filter.authors', PAGE, listFiltered('authors: { anyOf: ["author-5"] }')],
  ['filter.contributors', PAGE, listFiltered('contributors: { anyOf: ["author-5"] }')],
  [
    'filter.contributors by role',
    PAGE,
    listFiltered('contributors: { anyOf: ["author-5"], roles: [EDITOR] }'),
  ],
  ['several authors', PAGE, listFiltered('authors: { anyOf: ["author-5", "author-6"] }')],
  [
    'a country and what is worldwide',
    5000,
    '{ country(code: "NG") { publications(filter: { includeWorldwide: true }) { nodes { title } } } }',
  ],
  ['several topics', 5000, listFiltered('topics: { anyOf: ["topic-5", "topic-6"] }')],
  ['a country and a year', PAGE, listFiltered('countries: { anyOf: ["NG"] }, year: { in: [2001] }')],
  [
    'a country and a topic',
    5000,
    listFiltered('countries: { anyOf: ["NG"] }, topics: { anyOf: ["topic-5"] }'),
  ],
  ['two countries at once', 3000, listFiltered('countries: { allOf: ["NG", "GH"] }')],
  [
    'filter.updated',
    1000,
    list(
      'filter: { updated: { from: "2026-01-02T03:30:00Z" } }, orderBy: { field: UPDATED_AT, direction: ASC }',
    ),
  ],
  ['a search for a word', 1000, list('search: "word5"')],
  [
    // The scan of the order looks at 2,100 publications in vain.
    'a search for a frequent word within a filter, from the end',
    10_000,
    list(
      'search: "common", orderBy: { direction: ASC }, filter: { countries: { anyOf: ["NG"] }, topics: { anyOf: ["topic-5"] } }',
    ),
  ],
  ['a search for two words', 500, list('search: "word5 rare5"')],
  [
    'a search within a country',
    500,
    '{ country(code: "NG") { publications(search: "word5 rare5") { totalCount nodes { title } } } }',
  ],
  ['filter.isWorldwide', 5000, listFiltered('isWorldwide: true')],
  ['filter.hasAbstract', PAGE, listFiltered('hasAbstract: true')],
  ['filter.hasAuthors', PAGE, listFiltered('hasAuthors: true')],
  ['filter.not', PAGE, listFiltered('not: { topics: { anyOf: ["topic-5"] } }')],
  [
    'filter.or',
    5000,
    listFiltered('or: [{ topics: { anyOf: ["topic-5"] } }, { countries: { anyOf: ["NG"] } }]'),
  ],
  [
    'related publications',
    5000,
    '{ publication(slug: "publication-5") { related { publication { title } } } }',
  ],
  ['suggestions of one letter', 5000, suggestions('a')],
  // Suggestions read how many publications each of the 350 places, topics and categories has: once for all.
  ['suggestions of a rare word', 550, suggestions('rare19999')],
  ['suggestions of a word of some publications', 3000, suggestions('word5')],
  ['suggestions of a frequent word', 550, suggestions('common')],
  ['suggestions of a frequent and a rare word', 550, suggestions('common rare19999')],
  ['suggestions of frequent words that no title has', 12_000, suggestions('title common')],
  ['suggestions of a misspelt word', 500, suggestions('comon')],
  ['suggestions of a text that is not found', 500, suggestions('qqqq')],
  ['the size of the catalogue, whose authors are counted', 51_000, '{ catalogue { publicationCount } }'],
  ['what stayed unresolved', 100, '{ catalogue { unresolved { count } } }'],
  ['the count of everything', 10, '{ publications { totalCount } }'],
  ['authors by name', PAGE, '{ authors(first: 20) { nodes { name } } }'],
  [
    'authors whose name contains a text',
    5000,
    '{ authors(filter: { name: "c4ca42" }) { totalCount nodes { name } } }',
  ],
  ['co-authors', PAGE, '{ author(slug: "author-5") { coAuthors { author { name } } } }'],
  [
    'facets of a topic',
    4000,
    '{ publications(filter: { topics: { anyOf: ["topic-5"] } }, first: 0) { facets { countries { distinct } years { distinct } } } }',
  ],
];

/** What reads a table from one end to the other, and why it may: docs/explanation/indexes.md. */
const SCANS: [name: string, tables: string[], query: string][] = [
  ['the count of what has no abstract', ['publication'], count('hasAbstract: false')],
  [
    'the count of what organisations wrote',
    ['contribution', 'author'],
    count('authors: { kinds: [ORGANIZATION] }'),
  ],
];

describe('on a large catalogue', () => {
  test.each(CASES)('%s reads at most %i rows, and no table from end to end', async (_, most, query) => {
    const { rows, scans } = await explain(query);
    expect(scans).toEqual([]);
    expect(rows).toBeLessThanOrEqual(most);
  });

  test('pages that go on from places of several countries, in one statement, read no more than those pages', async () => {
    const page = (code: string, rest: string) =>
      `${code}: country(code: "${code}") { publications(first: 20${rest}`;
    const { data } = await catalogue.execute<
      Record<string, { publications: { pageInfo: { endCursor: string } } }>
    >(`{ ${['NG', 'GH'].map((code) => `${page(code, '')}) { pageInfo { endCursor } } }`).join(' ')} }`);
    const further = Object.entries(data).map(
      ([code, answer]) =>
        `${page(code, `, after: "${answer.publications.pageInfo.endCursor}"`)}) { ${nodes} } }`,
    );
    expect((await catalogue.execute(`{ ${further.join(' ')} }`)).sql).toHaveLength(1);
    const { rows, scans } = await explain(`{ ${further.join(' ')} }`);
    expect(scans).toEqual([]);
    expect(rows).toBeLessThanOrEqual(2 * PAGE);
  });

  test('of a name that all authors have, suggestions read the first 1000', async () => {
    expect((await explain(suggestions('author'))).rows).toBeLessThanOrEqual(12_400);
  });

  test('suggestions of a frequent word are the newest, of a rare one all', async () => {
    const values = async (text: string) => {
      const { data } = await catalogue.execute<{ suggest: { value: string }[] }>(
        `{ suggest(text: "${text}", kinds: [PUBLICATION]) { value } }`,
      );
      return data.suggest.map(({ value }) => value);
    };
    const { data } = await catalogue.execute<{ publications: { nodes: { slug: string }[] } }>(
      '{ publications(first: 10) { nodes { slug } } }',
    );
    expect(await values('common')).toEqual(data.publications.nodes.map(({ slug }) => slug));
    expect((await values('rare19999 com')).sort()).toEqual(
      [19_999, 39_999, 59_999, 79_999, 99_999].map((n) => `publication-${n}`),
    );
    expect(await values('title common')).toEqual([]);
  });

  test('a search for a frequent word with a filter that has no index and keeps few hits reads the table once', async () => {
    const { rows, scans } = await explain(list('search: "common", filter: { hasUrl: true }'));
    expect(scans).toEqual(['publication']);
    expect(rows).toBeLessThanOrEqual(100_000 + 2 * 3000);
  });

  test.each(SCANS)('%s scans %j', async (_, tables, query) => {
    expect([...new Set((await explain(query)).scans)]).toEqual(tables);
  });

  test.each([
    ['of a publication is kept', true, '{ publication(slug: "p-5") { title authors { name } } }'],
    ['of a page of a country is kept', true, '{ country(code: "NG") { publications { nodes { title } } } }'],
    ['of a search by relevance is kept', true, '{ publications(search: "word5") { nodes { title } } }'],
    [
      'of a search by relevance with a filter is made for its values',
      false,
      list('search: "word5", filter: { year: { from: 2001 } }'),
    ],
    [
      'of a filtered page is made for its values',
      false,
      list('filter: { hasAbstract: true, isWorldwide: true }'),
    ],
    [
      'of a filtered page of a country is made for its values',
      false,
      '{ country(code: "NG") { publications(filter: { year: { from: 2001 } }) { nodes { title } } } }',
    ],
  ])('the plan %s', async (_, isKept, query) => {
    const own = openPool(catalogue.url, { poolSize: 1 });
    try {
      const cache = createReferenceCache(catalogue.db, () => undefined);
      await cache.get();
      // PostgreSQL decides after five executions.
      for (let i = 0; i < 8; i++) {
        const contextValue = await createContext(sessionOver(own), cache);
        await apollo.executeOperation({ query }, { contextValue });
      }
      const { rows } = await sql<{ kept: number | null }>`
        select sum(generic_plans)::integer as kept from pg_prepared_statements
        where statement like '%"publication" as "p"%'`.execute(createDb(own));
      expect(Number(rows[0]?.kept) > 0).toBe(isKept);
    } finally {
      await own.end();
    }
  });
});
