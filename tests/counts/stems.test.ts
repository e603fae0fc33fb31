import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

// Frequent stems: at least an eighth of the publications have alpha, beta and gamma, but not delta.
const TITLES = [
  'alpha beta',
  'alpha beta gamma',
  'alpha gamma',
  'alpha gamma',
  'alpha beta delta',
  ...Array.from({ length: 12 }, () => 'alpha'),
];

describe('counts of a search for frequent words', () => {
  let catalogue: TestCatalogue;
  let sent: string[];
  beforeEach(async () => {
    sent = await catalogue.countInColumns('columns');
  });
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    const records = TITLES.map((title, i) => ({
      title: `${title} ${i}`,
      year: 2000 + i,
      authors: [`Author ${i}`],
    }));
    await catalogue.importTexts({ 'a.jsonl': records.map((record) => JSON.stringify(record)).join('\n') });
  }, 60_000);
  afterAll(async () => {
    expect(catalogue.unexpected).toEqual([]);
    await catalogue.close();
  });

  /** Counts a search. @returns the count, and how many sets of publications PostgreSQL found for it */
  async function count(search: string, filter = '') {
    const { data, errors, sql } = await catalogue.execute<{
      publications: { totalCount: number; facets: { authors: { distinct: number } } };
    }>(
      `query ($search: String!) {
        publications(search: $search, filter: { ${filter} }, first: 0) { totalCount facets { authors { distinct } } }
      }`,
      { search },
    );
    expect(errors).toBeUndefined();
    const { totalCount, facets } = data.publications;
    // Each publication has an author of its own.
    expect(facets.authors.distinct).toBe(totalCount);
    return { totalCount, found: sql.filter((text) => text.includes('string_agg')).length };
  }

  it.each([
    ['alpha beta', 3, 0],
    ['beta OR gamma', 5, 0],
    ['alpha -beta', 14, 0],
    ['-beta -gamma', 12, 0],
    ['alpha beta -gamma', 2, 0],
    ['alpha betta', 3, 0],
    // PostgreSQL finds delta alone.
    ['alpha -delta', 16, 1],
    ['alpha OR delta', 17, 1],
    // It finds the few hits of delta and beta together.
    ['beta delta', 1, 1],
    ['"alpha beta"', 3, 1],
    ['alp* beta', 3, 1],
  ])('are right for %s: %i, of which PostgreSQL finds %i sets', async (search, totalCount, found) => {
    expect(await count(search)).toEqual({ totalCount, found });
    expect(await count(search)).toEqual({ totalCount, found: 0 });
  });

  it('take a filter into account', async () => {
    expect(await count('alpha beta', 'year: { from: 2001 }')).toEqual({ totalCount: 2, found: 0 });
    expect(sent).toHaveLength(2);
    // The copy has no column of URLs.
    expect(await count('alpha beta', 'hasUrl: false, year: { from: 2001 }')).toEqual({
      totalCount: 2,
      found: 1,
    });
  });

  it('are those of the catalogue after an import', async () => {
    await catalogue.importTexts({ 'b.jsonl': '{ "title": "alpha beta", "authors": ["Author B"] }' });
    expect((await count('alpha beta')).totalCount).toBe(4);
  });
});
