import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  const books = Array.from({ length: 6 }, (_, i) => ({
    title: `Book ${i}`,
    topics: ['Capacity Building', `Topic ${i % 4}`],
    categories: ['Books', `Category ${i % 4}`],
  }));
  await catalogue.importTexts({ 'books.jsonl': books.map((book) => JSON.stringify(book)).join('\n') });
});
afterAll(() => catalogue.close());

interface Page {
  list: {
    nodes: { id: string; publications: { totalCount: number } }[];
    pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
    totalCount: number;
  };
}

async function page(field: string, args: string): Promise<Page['list']> {
  const { data, errors } = await catalogue.execute<Page>(`{
    list: ${field}(${args}) {
      totalCount
      nodes { id publications(first: 0) { totalCount } }
      pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }`);
  expect(errors).toBeUndefined();
  return data.list;
}

describe.each([
  ['authors', [1, 1, 1, 1, 1]],
  ['topics', [16, 2, 2, 1, 1]],
  ['categories', [6, 2, 2, 1, 1]],
  ['countries', [1, 1, 1, 1, 1]],
  ['regions', [3, 1, 1, 1, 1]],
])('%s, ordered by PUBLICATION_COUNT', (field, largest) => {
  const order = (direction = '') => `orderBy: { field: PUBLICATION_COUNT${direction} }`;

  it('has those with most publications first', async () => {
    const { nodes } = await page(field, `${order()}, first: 30`);
    const counts = nodes.map(({ publications }) => publications.totalCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.slice(0, 5)).toEqual(largest);
    expect(await page(field, `${order(', direction: DESC')}, first: 30`)).toMatchObject({ nodes });
  });

  it('has the same order over pages, in both directions', async () => {
    const whole: string[] = [];
    for (let after = ''; ;) {
      const { nodes, pageInfo } = await page(field, `${order()}, first: 7${after}`);
      whole.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage || whole.length > 60) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    const first = await page(field, `${order()}, first: 60`);
    expect(whole.slice(0, 60)).toEqual(first.nodes.map(({ id }) => id));
    expect(new Set(whole).size).toBe(whole.length);
    const { totalCount } = first;
    const backwards = await page(field, `${order(', direction: ASC')}, last: ${Math.min(totalCount, 60)}`);
    expect(backwards.nodes.map(({ id }) => id).reverse()).toEqual(first.nodes.map(({ id }) => id));
    const { pageInfo } = await page(field, `${order()}, last: 1`);
    const before = await page(field, `${order()}, last: 2, before: "${pageInfo.startCursor}"`);
    expect(before.pageInfo.hasNextPage).toBe(true);
    expect(before.nodes).toHaveLength(Math.min(totalCount - 1, 2));
  });
});

describe('a cursor of a list by PUBLICATION_COUNT', () => {
  it('is refused by the list by name', async () => {
    const { pageInfo } = await page('authors', 'orderBy: { field: PUBLICATION_COUNT }, first: 1');
    const { errors } = await catalogue.execute(
      `{ authors(after: "${pageInfo.endCursor}") { nodes { name } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
