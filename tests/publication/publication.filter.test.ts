import type { PublicationFilter } from '../../src/schema.generated.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import {
  ORDERS,
  type Order,
  type Placed,
  REGIONS,
  fill,
  finds,
  make,
  pick,
  sorted,
} from '../support/generated.ts';
import { seededRandom } from '../support/random.ts';
import { type List, MATCHES, PARENTS, ROOT, randomFilter } from '../support/random-filter.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  all = await fill(catalogue, make(400, 1));
}, 60_000);
afterAll(() => catalogue.close());

interface Page {
  totalCount: number;
  nodes: { slug: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Pages through a list to its end; the count has to be the same on every page. */
async function walk(list: List, filter: PublicationFilter, orderBy: Order, first: number) {
  const [, parent, match] = /^(.*?\))? ?([A-Z_]+)?$/.exec(list.field) as RegExpExecArray;
  const page = `page: publications(${match ? `match: ${match}, ` : ''}filter: $filter, orderBy: $orderBy, first: $first,
    after: $after) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } }`;
  const query = `query ($filter: PublicationFilter, $orderBy: PublicationOrder, $first: Int, $after: String) {
    ${parent ? `parent: ${parent} { ${page} }` : page} }`;
  const slugs: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors }: { data: { parent?: { page: Page }; page?: Page }; errors: unknown } =
      await catalogue.execute(query, { filter, orderBy, first, after });
    expect(errors).toBeUndefined();
    const { totalCount, nodes, pageInfo } = (data.parent?.page ?? data.page) as Page;
    slugs.push(...nodes.map(({ slug }) => slug));
    if (!pageInfo.hasNextPage) return { slugs, totalCount };
    after = pageInfo.endCursor;
  }
}

async function agree(list: List, filter: PublicationFilter, orderBy: Order, first: number) {
  const expected = sorted(
    all.filter((of) => list.has(of) && finds(filter, of)),
    orderBy,
  ).map(({ slug }) => slug);
  const found = await walk(list, filter, orderBy, first);
  expect({ filter, list: list.field, orderBy, ...found }).toEqual({
    filter,
    list: list.field,
    orderBy,
    slugs: expected,
    totalCount: expected.length,
  });
  return expected.length;
}

/** What `finds` finds, asked of the server in one page. */
async function found(filter: PublicationFilter): Promise<number> {
  return agree(ROOT, filter, { field: 'YEAR', direction: 'DESC' }, 100);
}

describe('PublicationFilter', () => {
  test('finds what a second opinion finds, in every order, of the catalogue and of every kind of object', async () => {
    const random = seededRandom(2);
    let finding = 0;
    for (let i = 0; i < 300; i++) {
      const list = random() < 0.5 ? ROOT : pick(random, PARENTS)(random);
      const filter = randomFilter(random, pick(random, [1, 1, 2, 3]), all);
      if ((await agree(list, filter, pick(random, ORDERS), pick(random, [23, 60, 100]))) > 0) finding++;
    }
    // Not a test of filters that find nothing.
    expect(finding).toBeGreaterThan(150);
  }, 120_000);

  test('finds the same in all orders under every kind of object', async () => {
    const random = seededRandom(3);
    const filter: PublicationFilter = { or: [{ year: { from: 2010 } }, { not: { year: { from: 1 } } }] };
    for (const list of [ROOT, ...PARENTS.map((of) => of(random))])
      for (const orderBy of ORDERS) await agree(list, filter, orderBy, 100);
  }, 60_000);

  test('matches regions in three ways, of the catalogue and of a region', async () => {
    for (const slug of REGIONS)
      for (const match of MATCHES) {
        const count = await found({ regions: { anyOf: [slug], match } });
        const { data } = await catalogue.execute<{ region: { publications: { totalCount: number } } }>(
          `query ($slug: String!, $match: RegionMatch!) {
            region(slug: $slug) { publications(match: $match) { totalCount } } }`,
          { slug, match },
        );
        expect(data.region.publications.totalCount).toBe(count);
      }
  });

  test('takes {} for everything, null for not given, and an empty list of choices for nothing', async () => {
    expect(await found({})).toBe(400);
    expect(await found({ and: [], not: null, year: null, countries: null, isWorldwide: null })).toBe(400);
    expect(await found({ countries: {}, year: {}, topics: { anyOf: null }, authors: {} })).toBe(400);
    expect(await found({ topics: { allOf: [], noneOf: [] } })).toBe(400);
    expect(await found({ not: {} })).toBe(0);
    expect(await found({ or: [] })).toBe(0);
    expect(await found({ or: [{}] })).toBe(400);
    for (const none of [{ ids: [] }, { slugs: [] }, { year: { in: [] } }, { topics: { anyOf: [] } }])
      expect(await found(none)).toBe(0);
    expect(await found({ not: { topics: { anyOf: [] } } })).toBe(400);
  });

  test('has publications of unknown year among those that are not of a year', async () => {
    const unknown = all.filter(({ year }) => year === null).length;
    const before2010 = all.filter(({ year }) => year !== null && year < 2010).length;
    expect(unknown).toBe(92);
    expect(await found({ not: { year: { from: 2010 } } })).toBe(unknown + before2010);
    expect(await found({ year: { to: 2009 } })).toBe(before2010);
    expect(await found({ not: { year: { from: 1, to: 9999 } } })).toBe(unknown);
    expect(await found({ year: { from: -2147483648, to: 2147483647 } })).toBe(400 - unknown);
    expect(await found({ year: { in: [0] } })).toBe(0);
  });

  test('finds worldwide publications by a place only with includeWorldwide', async () => {
    const nigeria = await found({ countries: { anyOf: ['NG'] } });
    const worldwide = all.filter((of) => of.isWorldwide && !of.countries.includes('NG')).length;
    expect(worldwide).toBeGreaterThan(0);
    expect(await found({ countries: { anyOf: ['NG'] }, includeWorldwide: true })).toBe(nigeria + worldwide);
    expect(await found({ countries: { anyOf: ['NG'] }, includeWorldwide: false })).toBe(nigeria);
    // Beside no place it says nothing, and it says nothing of places in other parts of the tree.
    expect(await found({ includeWorldwide: true })).toBe(400);
    expect(await found({ includeWorldwide: true, and: [{ countries: { anyOf: ['NG'] } }] })).toBe(nigeria);
    expect(await found({ countries: { noneOf: ['NG'] }, includeWorldwide: true })).toBe(
      await found({ countries: { noneOf: ['NG'] } }),
    );
  });

  test('asks for one contributor with both name and kind', async () => {
    const both = await found({ authors: { name: 'diaz', kind: 'ORGANIZATION' } });
    expect(both).toBe(await found({ authors: { anyOf: ['diaz-foundation'] } }));
    expect(await found({ authors: { name: 'Bo Li', kind: 'ORGANIZATION' } })).toBe(0);
    expect(await found({ authors: { name: 'fundacion' } })).toBe(both);
    expect(await found({ authors: { name: 'df', anyOf: ['ana-diaz'] } })).toBeLessThan(both);
  });

  test('counts an instant as since itself, to the microsecond', async () => {
    const instants = [...new Set(all.map(({ updatedAt }) => updatedAt))].sort();
    expect(instants).toHaveLength(5);
    const last = instants[4] as string;
    const since = (instant: string) => found({ updatedSince: instant.replace(' ', 'T').replace('+00', 'Z') });
    expect(await since(last)).toBe(58);
    const [, before, fraction] = /^(.*?)(?:\.(\d+))?\+00$/.exec(last) as RegExpExecArray;
    const micros = Number((fraction ?? '').padEnd(6, '0'));
    expect(await since(`${before}.${String(Math.min(micros + 1, 999_999)).padStart(6, '0')}+00`)).toBe(0);
  });
});
