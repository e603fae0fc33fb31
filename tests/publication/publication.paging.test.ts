import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { ORDERS, type Placed, fill, make, sorted, toLines } from '../support/generated.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  all = await fill(catalogue, make(150, 4));
}, 60_000);
afterAll(() => catalogue.close());

interface Page {
  nodes: { slug: string }[];
  edges: { cursor: string; node: { slug: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const PAGE = `nodes { slug } edges { cursor node { slug } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const OF_ALL = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: PublicationOrder) {
  page: publications(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ${PAGE} } }`;
const OF_REGION = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: PublicationOrder) {
  region(slug: "africa") {
    page: publications(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ${PAGE} } } }`;

async function page(query: string, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await catalogue.execute<{ page?: Page; region?: { page: Page } }>(
    query,
    variables,
  );
  expect(errors).toBeUndefined();
  const found = (data.page ?? data.region?.page) as Page;
  expect(found.edges.map(({ node }) => node.slug)).toEqual(slugs(found));
  expect(found.pageInfo.startCursor).toBe(found.edges.at(0)?.cursor ?? null);
  expect(found.pageInfo.endCursor).toBe(found.edges.at(-1)?.cursor ?? null);
  return found;
}

const slugs = ({ nodes }: Page) => nodes.map(({ slug }) => slug);

/** Walks a list forwards to its end. */
async function forwards(query: string, orderBy: object, first: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const next: Page = await page(query, { orderBy, first, after });
    found.push(...slugs(next));
    expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!next.pageInfo.hasNextPage) return found;
    expect(next.nodes).toHaveLength(first);
    after = next.pageInfo.endCursor;
  }
}

/** Walks a list backwards to its start. */
async function backwards(query: string, orderBy: object, last: number): Promise<string[]> {
  const found: string[] = [];
  let before: string | null = null;
  for (;;) {
    const next: Page = await page(query, { orderBy, last, before });
    found.unshift(...slugs(next));
    expect(next.pageInfo.hasNextPage).toBe(before !== null);
    if (!next.pageInfo.hasPreviousPage) return found;
    expect(next.nodes).toHaveLength(last);
    before = next.pageInfo.startCursor;
  }
}

describe('Query.publications', () => {
  test.each(ORDERS)('visits every row once both ways by $field $direction', async (orderBy) => {
    const expected = sorted(all, orderBy).map(({ slug }) => slug);
    for (const size of [7, 100]) {
      expect(await forwards(OF_ALL, orderBy, size)).toEqual(expected);
      expect(await backwards(OF_ALL, orderBy, size)).toEqual(expected);
    }
  });

  test('is newest first where no order is given, titles from A to Z, all else from the newest', async () => {
    const first20 = async (orderBy: object | null) => slugs(await page(OF_ALL, { orderBy }));
    const listExpected = (field: string, direction: string) =>
      sorted(all, { field, direction })
        .slice(0, 20)
        .map(({ slug }) => slug);
    expect(await first20(null)).toEqual(listExpected('YEAR', 'DESC'));
    expect(await first20({})).toEqual(listExpected('YEAR', 'DESC'));
    expect(await first20({ direction: 'ASC' })).toEqual(listExpected('YEAR', 'ASC'));
    expect(await first20({ field: 'TITLE' })).toEqual(listExpected('TITLE', 'ASC'));
    expect(await first20({ field: 'UPDATED_AT', direction: null })).toEqual(
      listExpected('UPDATED_AT', 'DESC'),
    );
    expect(await first20({ field: 'CREATED_AT' })).toEqual(listExpected('CREATED_AT', 'DESC'));
  });

  test('tells of both ends for pages of nothing', async () => {
    const none = { startCursor: null, endCursor: null };
    expect((await page(OF_ALL, { first: 0 })).pageInfo).toEqual({
      ...none,
      hasNextPage: true,
      hasPreviousPage: false,
    });
    expect((await page(OF_ALL, { last: 0 })).pageInfo).toEqual({
      ...none,
      hasNextPage: false,
      hasPreviousPage: true,
    });
    const end = (await page(OF_ALL, { last: 1 })).pageInfo.endCursor;
    expect(await page(OF_ALL, { first: 5, after: end })).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { ...none, hasNextPage: false, hasPreviousPage: true },
    });
    const start = (await page(OF_ALL, { first: 1 })).pageInfo.startCursor;
    expect(await page(OF_ALL, { last: 5, before: start })).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { ...none, hasNextPage: true, hasPreviousPage: false },
    });
    const { data } = await catalogue.execute<{ publications: Page & { totalCount: number } }>(
      `{ publications(filter: { or: [] }) { totalCount ${PAGE} } }`,
    );
    expect(data.publications).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { ...none, hasNextPage: false, hasPreviousPage: false },
    });
  });

  test('takes what lies between two cursors, from either end', async () => {
    const whole = await page(OF_ALL, { first: 30 });
    const [after, before] = [whole.edges[4]?.cursor, whole.edges[15]?.cursor];
    const between = slugs(whole).slice(5, 15);
    const from = await page(OF_ALL, { first: 20, after, before });
    expect(slugs(from)).toEqual(between);
    expect(from.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(slugs(await page(OF_ALL, { first: 3, after, before }))).toEqual(between.slice(0, 3));
    expect(slugs(await page(OF_ALL, { last: 3, after, before }))).toEqual(between.slice(-3));
    expect(slugs(await page(OF_ALL, { after, before }))).toEqual(between);
    // The cursors the wrong way round have nothing between them.
    expect(slugs(await page(OF_ALL, { after: before, before: after }))).toEqual([]);
    expect(slugs(await page(OF_ALL, { first: 3, before: after }))).toEqual(slugs(whole).slice(0, 3));
    expect(slugs(await page(OF_ALL, { last: 3, after: before })).length).toBe(3);
  });

  test('has a page of 20 where no size is given', async () => {
    expect((await page(OF_ALL, {})).nodes).toHaveLength(20);
    expect((await page(OF_ALL, { first: null, last: null })).nodes).toHaveLength(20);
  });
});

describe('Region.publications', () => {
  test.each(ORDERS)('visits every row once both ways by $field $direction', async (orderBy) => {
    const expected = await forwards(OF_REGION, orderBy, 100);
    expect(expected).toHaveLength(70);
    expect(
      sorted(all, orderBy)
        .filter(({ slug }) => expected.includes(slug))
        .map(({ slug }) => slug),
    ).toEqual(expected);
    expect(await forwards(OF_REGION, orderBy, 3)).toEqual(expected);
    expect(await backwards(OF_REGION, orderBy, 3)).toEqual(expected);
  });
});

describe('a catalogue that grows between pages', () => {
  const walks = ORDERS.flatMap((orderBy) => [
    { ...orderBy, end: 'start', size: 'first', from: 'after', next: 'hasNextPage', at: 'endCursor' } as const,
    {
      ...orderBy,
      end: 'end',
      size: 'last',
      from: 'before',
      next: 'hasPreviousPage',
      at: 'startCursor',
    } as const,
  ]).map((walk) => ({ ...walk, found: [] as string[], cursor: null as string | null, isOver: false }));
  let before: Placed[];

  async function takePage(own: TestCatalogue, walk: (typeof walks)[number]): Promise<void> {
    const { field, direction, size, from, next, at } = walk;
    const { data }: { data: { page: Page } } = await own.execute(OF_ALL, {
      orderBy: { field, direction },
      [size]: 9,
      [from]: walk.cursor,
    });
    if (size === 'first') walk.found.push(...slugs(data.page));
    else walk.found.unshift(...slugs(data.page));
    walk.cursor = data.page.pageInfo[at];
    walk.isOver = !data.page.pageInfo[next];
  }

  /** All walks take a page, then publications are added, and so on. */
  beforeAll(async () => {
    const own = await testCatalogue('empty');
    before = await fill(own, make(40, 5));
    for (let round = 0; walks.some(({ isOver }) => !isOver); round++) {
      for (const walk of walks) if (!walk.isOver) await takePage(own, walk);
      if (round < 4) await own.importTexts({ 'new.jsonl': toLines(make(6, 6 + round, `new-${round}`)) });
    }
    await own.close();
  });

  test.each(walks)('skips and repeats no row by $field $direction from the $end', (walk) => {
    const { field, direction, found } = walk;
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((slug) => slug.startsWith('p-'))).toEqual(
      sorted(before, { field, direction }).map(({ slug }) => slug),
    );
  });
});

describe('page arguments', () => {
  const readRefusal = async (variables: Record<string, unknown>, query = OF_ALL) => {
    const { errors } = await catalogue.execute(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    return [errors?.[0]?.extensions?.argument, errors?.[0]?.message];
  };

  test('are refused together, too large or negative', async () => {
    expect(await readRefusal({ first: 1, last: 1 })).toEqual([
      'last',
      'last: give "first" or "last", not both: a page is taken from one end of the list.',
    ]);
    for (const name of ['first', 'last'])
      for (const size of [101, -1, 2147483647])
        expect(await readRefusal({ [name]: size })).toEqual([
          name,
          `${name}: ${size} is out of range; give 0 to 100, and "after" or "before" for more.`,
        ]);
  });

  test('take a cursor only of the same filter, order and object', async () => {
    const cursorOf = async (list: string) => {
      const { data, errors } = await catalogue.execute<Record<string, { endCursor: string }>>(
        `{ ${list.replace('PAGE', '{ pageInfo { endCursor } }')} }`,
      );
      expect(errors).toBeUndefined();
      const [, cursor] = /"endCursor":"([^"]+)"/.exec(JSON.stringify(data)) as RegExpExecArray;
      return cursor as string;
    };
    const lists = [
      'publications(first: 1 AND) PAGE',
      'publications(first: 1, filter: { isWorldwide: false } AND) PAGE',
      'publications(first: 1, filter: { year: { from: 1 } } AND) PAGE',
      'publications(first: 1, orderBy: { direction: ASC } AND) PAGE',
      'publications(first: 1, orderBy: { field: TITLE } AND) PAGE',
      'country(code: "NG") { publications(first: 1 AND) PAGE }',
      'country(code: "GH") { publications(first: 1 AND) PAGE }',
      'region(slug: "africa") { publications(first: 1 AND) PAGE }',
      'region(slug: "africa") { publications(first: 1, match: DIRECT AND) PAGE }',
      'author(slug: "bo-li") { publications(first: 1 AND) PAGE }',
      'topic(slug: "health") { publications(first: 1 AND) PAGE }',
      'category(slug: "studies") { publications(first: 1 AND) PAGE }',
      'countries(first: 1 AND) PAGE',
      'countries(first: 1, orderBy: { field: CODE } AND) PAGE',
      'countries(first: 1, filter: { statuses: [CURRENT] } AND) PAGE',
      'regions(first: 1 AND) PAGE',
      'authors(first: 1 AND) PAGE',
      'authors(first: 1, orderBy: { direction: DESC } AND) PAGE',
      'topics(first: 1 AND) PAGE',
      'categories(first: 1 AND) PAGE',
    ];
    for (const [i, giver] of lists.entries()) {
      const cursor = await cursorOf(giver.replace(' AND', ''));
      for (const [j, taker] of lists.entries()) {
        const query = `query ($after: String) { ${taker.replace(' AND', ', after: $after').replace('PAGE', '{ nodes { id } }')} }`;
        const { errors } = await catalogue.execute(query, { after: cursor });
        if (i === j) expect(errors).toBeUndefined();
        else
          expect(errors?.[0]?.message).toMatch(
            /^after: this cursor belongs to another list; use it with the same filter/,
          );
      }
    }
    // No filter and an empty one are the same list, and so are an order and its default.
    const cursor = await cursorOf('publications(first: 1) PAGE');
    for (const same of [
      'filter: {}',
      'filter: null',
      'orderBy: {}',
      'orderBy: { field: YEAR, direction: DESC }',
    ])
      expect(
        (await catalogue.execute(`{ publications(${same}, after: "${cursor}") { nodes { id } } }`)).errors,
      ).toBeUndefined();
  });

  const LISTS = ['YEAR', 'TITLE', 'CREATED_AT'].map((field) => ({ field }));
  test.each(LISTS)('refuse forged cursors of $field', async (orderBy) => {
    const { endCursor } = (await page(OF_ALL, { orderBy, first: 1 })).pageInfo;
    const [version, digest, key, id] = JSON.parse(
      Buffer.from(endCursor as string, 'base64url').toString(),
    ) as [number, string, unknown, number];
    const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const forged = [
      '',
      'x',
      '%00\0',
      '\ud800',
      'A'.repeat(100_000),
      forge(),
      forge(version),
      forge(2, digest, key, id),
      forge(String(version), digest, key, id),
      forge(version, 1, key, id),
      forge(version, null, key, id),
      forge(version, digest, key),
      forge(version, digest, key, id, 1),
      forge(version, digest, key, String(id)),
      forge(version, digest, key, 1.5),
      forge(version, digest, key, 1e300),
      forge(version, digest, key, 2 ** 31),
      forge(version, digest, key, null),
      forge(version, digest, [key], id),
      forge(version, digest, null, id),
      forge(version, digest, { key }, id),
      forge(version, digest, orderBy.field === 'YEAR' ? '2010' : 2010, id),
      forge(version, digest, 2 ** 31, id),
      forge(version, digest, 1e300, id),
      ...(orderBy.field === 'CREATED_AT'
        ? [
            'now',
            'infinity',
            '9999-99-99 99:99:99+00',
            '2026-02-30 00:00:00+00',
            '0000-01-01 00:00:00+00',
            '2026-01-01 00:00:00+00\0',
            '2026-01-01 24:00:01+00',
            '2026-01-01T00:00:00Z',
          ].map((key) => forge(version, digest, key, id))
        : []),
      `{"a":1}`,
      Buffer.from('{"a":1}').toString('base64url'),
      Buffer.from('['.repeat(50_000)).toString('base64url'),
    ];
    for (const cursor of forged)
      for (const name of ['after', 'before']) {
        const [argument, message] = await readRefusal({ orderBy, [name]: cursor });
        expect(argument).toBe(name);
        expect(message).toContain('is not a cursor; give one from "cursor", "startCursor" or "endCursor".');
      }
    expect(catalogue.unexpected).toEqual([]);
  });

  test('answer any text as a place in an order by title', async () => {
    const orderBy = { field: 'TITLE' };
    const { endCursor } = (await page(OF_ALL, { orderBy, first: 1 })).pageInfo;
    const [version, digest] = JSON.parse(
      Buffer.from(endCursor as string, 'base64url').toString(),
    ) as unknown[];
    for (const key of ['', '\0', '\ud800', "'; drop table publication; --", '%', '\\', 'é'.repeat(5000)]) {
      const after = Buffer.from(JSON.stringify([version, digest, key, 0])).toString('base64url');
      await page(OF_ALL, { orderBy, after });
    }
    expect(catalogue.unexpected).toEqual([]);
  });
});
