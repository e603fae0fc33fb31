import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeGate } from '../support/gate.ts';
import { type Placed, fill, make, sorted } from '../support/generated.ts';

/** How many statements an operation sends: one a level of nesting and kind, however many objects are on it. */
let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  all = await fill(catalogue, make(120, 11));
}, 60_000);
afterAll(() => catalogue.close());

const ROW = `title countries { name } regions { name } topics { name } categories { name }
  authors { name } contributions { role author { name } }`;

describe('the number of statements', () => {
  test.each([
    ['of one publication', 1, `{ publication(slug: "p-2") { abstract ${ROW} } }`],
    [
      'of several, by alias',
      1,
      `{ a: publication(slug: "p-1") { ${ROW} } b: publication(slug: "p-2") { ${ROW} } }`,
    ],
    ['of a page', 1, `{ publications(first: 50) { nodes { ${ROW} } pageInfo { endCursor } } }`],
    ['of a page with abstracts', 1, `{ publications(first: 50) { nodes { abstract ${ROW} } } }`],
    ['of a page and its count', 1, '{ publications { totalCount nodes { title countries { name } } } }'],
    [
      'of the same of a topic',
      1,
      '{ topic(slug: "health") { publications { totalCount nodes { title } } } }',
    ],
    [
      'of the same of ten countries',
      2,
      '{ countries(first: 10, filter: { hasPublications: true }) { nodes { publications { totalCount nodes { title } } } } }',
    ],
    [
      'of a page and its count of a filter that is not tallied',
      2,
      '{ publications(filter: { year: { from: 2010 } }) { totalCount nodes { title } } }',
    ],
    ['of a count alone', 1, '{ publications(filter: { year: { from: 2010 } }) { totalCount } }'],
    [
      'of ten countries alone',
      1,
      '{ countries(first: 10) { nodes { name regions { name } successors { code } } } }',
    ],
    [
      'of ten countries with ten publications each and their authors',
      2,
      '{ countries(first: 10, filter: { hasPublications: true }) { nodes { publications(first: 10) { nodes { title authors { name } } } } } }',
    ],
    [
      'of ten countries, ten publications each, their authors, three titles of each author',
      3,
      `{ countries(first: 10, filter: { hasPublications: true }) { nodes { publications(first: 10) { nodes {
        authors { publications(first: 3) { nodes { title } } } } } } } }`,
    ],
    [
      'of the counts of all countries',
      2,
      '{ countries(first: 100) { nodes { publications { totalCount } } } }',
    ],
    [
      'of co-authors of all authors',
      2,
      '{ authors(first: 100) { nodes { coAuthors(first: 3) { author { name } publicationCount } } } }',
    ],
    ['of the version', 0, '{ catalogue { version } }'],
    ['of the size', 1, '{ catalogue { publicationCount authorCount years { from } } }'],
    [
      'of places, topics and their names',
      0,
      `{ country(code: "NG") { name regions { parent { name } } } region(slug: "africa") {
      children { name } countries(transitive: true) { name } } topic(slug: "health") { name } }`,
    ],
    ['of what there is not', 0, '{ country(code: "QQ") { name } }'],
  ])('%s is %i', async (_, count, query) => {
    const { errors, sql } = await catalogue.execute(query);
    expect(errors).toBeUndefined();
    expect(sql).toHaveLength(count);
  });

  test('is one more where no row of a page tells the count', async () => {
    const { data, errors, sql } = await catalogue.execute<{
      topic: { publications: { pageInfo: { endCursor: string }; totalCount: number } };
    }>('{ topic(slug: "health") { publications(last: 1) { totalCount pageInfo { endCursor } } } }');
    expect(errors).toBeUndefined();
    expect(sql).toHaveLength(1);
    const { pageInfo, totalCount } = data.topic.publications;
    expect(totalCount).toBe(all.filter(({ topics }) => topics.includes('Health')).length);
    const after = await catalogue.execute(
      `query ($after: String) { topic(slug: "health") { publications(after: $after) { totalCount nodes { title } } }
         country(code: "FR") { publications { totalCount nodes { title } } } }`,
      { after: pageInfo.endCursor },
    );
    expect(after.data).toEqual({
      topic: { publications: { totalCount, nodes: [] } },
      country: { publications: { totalCount: 0, nodes: [] } },
    });
    expect(after.sql).toHaveLength(4);
  });

  test('is one for each of two aliases with arguments of their own, and each gets its own answer', async () => {
    const { data, errors, sql } = await catalogue.execute<{
      countries: {
        nodes: ({ code: string } & Record<'newest' | 'oldest' | 'of2010', { nodes: object[] }>)[];
      };
    }>(`{ countries(first: 5, filter: { hasPublications: true }) { nodes { code
      newest: publications(first: 2) { nodes { slug } }
      oldest: publications(first: 2, orderBy: { direction: ASC }) { nodes { slug } }
      of2010: publications(first: 1, filter: { year: { in: [2010] } }) { nodes { slug } totalCount } } } }`);
    expect(errors).toBeUndefined();
    expect(sql).toHaveLength(1 + 3 + 1);
    expect(data.countries.nodes).toHaveLength(5);
    for (const { code, newest, oldest, of2010 } of data.countries.nodes) {
      const inCountry = all.filter(({ countries }) => countries.includes(code));
      const first = (publications: Placed[], direction: string, count: number) =>
        sorted(publications, { field: 'YEAR', direction })
          .slice(0, count)
          .map(({ slug }) => ({ slug }));
      const in2010 = inCountry.filter(({ year }) => year === 2010);
      expect(newest).toEqual({ nodes: first(inCountry, 'DESC', 2) });
      expect(oldest).toEqual({ nodes: first(inCountry, 'ASC', 2) });
      expect(of2010).toEqual({ nodes: first(in2010, 'DESC', 1), totalCount: in2010.length });
    }
  });
});

describe('independent statements run at the same time', () => {
  test.each([
    [
      'a page of a search and its count',
      2,
      '{ publications(search: "study report") { totalCount nodes { title } } }',
    ],
    [
      'a page of a filter and its count',
      2,
      '{ publications(filter: { year: { from: 2010 } }) { totalCount nodes { title } } }',
    ],
    [
      'the same of a topic',
      2,
      '{ topic(slug: "health") { publications(search: "study report") { totalCount nodes { title } } } }',
    ],
    [
      'a page of a search, its count and its facets',
      4,
      `{ publications(search: "study report") { totalCount nodes { title } facets {
        countries { distinct } years { distinct } authors { distinct } } } }`,
    ],
    [
      'lists by alias',
      3,
      `{ a: publications(first: 1) { nodes { title } } b: publications(first: 2) { nodes { title } }
         c: publications(first: 1, orderBy: { field: TITLE }) { nodes { title } } }`,
    ],
  ])('%s: %i', async (_, count, query) => {
    const gate = await closeGate(catalogue);
    const answer = catalogue.execute(query);
    await gate.waitFor(count).finally(() => gate.open());
    expect((await answer).errors).toBeUndefined();
  });

  test('a search is looked up once, whatever is asked of it', async () => {
    const { errors, sql } = await catalogue.execute(
      `{ publications(search: "stuby -papr", filter: { year: { from: 2010 } }) { totalCount facets {
        countries { distinct } years { distinct } authors { distinct } } } }`,
    );
    expect(errors).toBeUndefined();
    const lookups = sql.filter((statement) => statement.includes('search_'));
    expect(new Set(lookups).size).toBe(lookups.length);
  });
});
