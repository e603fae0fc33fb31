import { sql } from 'kysely';
import { toGlobalId } from '../../src/graphql/global-id.ts';
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
import { HAS, type List, MATCHES, PARENTS, ROOT, listHas, randomFilter } from '../support/random-filter.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty', { cost: 1_000_000 });
  all = await fill(catalogue, make(400, 1));
}, 60_000);
afterAll(() => catalogue.close());

const NEWEST: Order = { field: 'YEAR', direction: 'DESC' };

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
    all.filter((publication) => listHas(list, filter, publication) && finds(filter, publication)),
    orderBy,
  ).map(({ slug }) => slug);
  const countFound = await walk(list, filter, orderBy, first);
  expect({ filter, list: list.field, orderBy, ...countFound }).toEqual({
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
    for (let i = 0; i < 150; i++) {
      const list = random() < 0.5 ? ROOT : pick(random, PARENTS)(random);
      const filter = randomFilter(random, pick(random, [1, 1, 2, 3]), all);
      if ((await agree(list, filter, pick(random, ORDERS), pick(random, [23, 60, 100]))) > 0) finding++;
    }
    // More than half of the filters find something.
    expect(finding).toBe(96);
  }, 120_000);

  test('finds the same in all orders under every kind of object', async () => {
    const random = seededRandom(3);
    const filter: PublicationFilter = { or: [{ year: { from: 2010 } }, { not: { year: { from: 1 } } }] };
    for (const list of [ROOT, ...PARENTS.map((makeList) => makeList(random))])
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
    const worldwide = all.filter(
      (publication) => publication.isWorldwide && !publication.countries.includes('NG'),
    ).length;
    expect([nigeria, worldwide]).toEqual([26, 98]);
    expect(await found({ countries: { anyOf: ['NG'] }, includeWorldwide: true })).toBe(nigeria + worldwide);
    expect(await found({ countries: { anyOf: ['NG'] }, includeWorldwide: false })).toBe(nigeria);
    // Beside no place it says nothing, and it says nothing of places in other parts of the tree.
    expect(await found({ includeWorldwide: true })).toBe(400);
    expect(await found({ includeWorldwide: true, and: [{ countries: { anyOf: ['NG'] } }] })).toBe(nigeria);
    expect(await found({ countries: { noneOf: ['NG'] }, includeWorldwide: true })).toBe(
      await found({ countries: { noneOf: ['NG'] } }),
    );
  });

  test('takes worldwide publications into the lists of a place with includeWorldwide', async () => {
    const random = seededRandom(4);
    for (const parent of PARENTS)
      for (let i = 0; i < 3; i++) {
        const list = parent(random);
        const only = await agree(list, {}, NEWEST, 100);
        const both = await agree(list, { includeWorldwide: true }, NEWEST, 100);
        const isAdded = (publication: Placed) => publication.isWorldwide && !list.has(publication);
        expect(both).toBe(only + (list.isOfPlace ? all.filter(isAdded).length : 0));
        for (const orderBy of ORDERS)
          await agree(list, { includeWorldwide: true, year: { from: 2000 } }, orderBy, 60);
      }
    // Only at the top level of the filter.
    const nigeria = {
      field: 'country(code: "NG")',
      has: (publication: Placed) => publication.countries.includes('NG'),
    };
    await agree(nigeria, { and: [{ includeWorldwide: true }] }, NEWEST, 100);
  }, 60_000);

  test('gives the lists of several places their own worldwide publications, and their counts', async () => {
    const { data, errors } = await catalogue.execute<{
      countries: {
        nodes: { code: string; publications: { totalCount: number; nodes: { slug: string }[] } }[];
      };
    }>(`{ countries(filter: { codes: ["NG", "GH", "KE"] }) { nodes { code
      publications(filter: { includeWorldwide: true }, first: 100) { totalCount nodes { slug } } } } }`);
    expect(errors).toBeUndefined();
    for (const { code, publications } of data.countries.nodes) {
      const expected = sorted(
        all.filter((publication) => publication.countries.includes(code) || publication.isWorldwide),
        NEWEST,
      ).map(({ slug }) => slug);
      expect(publications.totalCount).toBe(expected.length);
      expect(publications.nodes.map(({ slug }) => slug)).toEqual(expected.slice(0, 100));
    }
  });

  test('finds what a publication has, and what it lacks', async () => {
    const counts: Record<string, number> = {};
    for (const field of HAS) {
      const has = await found({ [field]: true });
      expect(await found({ [field]: false })).toBe(400 - has);
      counts[field] = has;
    }
    expect(counts).toEqual({
      hasAbstract: 224,
      hasAuthors: 249,
      hasCategories: 221,
      hasContributors: 292,
      hasCountries: 181,
      hasLanguages: 277,
      hasPublishers: 63,
      hasRegions: 253,
      hasTopics: 267,
      hasType: 282,
      hasUrl: 266,
      hasYear: 308,
    });
    // A publication that names a country is about the regions of that country, unless only direct regions count.
    const direct = { regions: { match: 'DIRECT' as const }, hasRegions: true };
    expect(await found(direct)).toBe(138);
    expect(await found({ ...direct, regions: { match: null } })).toBe(counts.hasRegions);
  });

  test('asks for one contributor with name, kind and role', async () => {
    const both = await found({ contributors: { name: 'diaz', kinds: ['ORGANIZATION'] } });
    expect(both).toBe(69);
    expect(await found({ contributors: { anyOf: ['diaz-foundation'] } })).toBe(both);
    expect(await found({ contributors: { name: 'Bo Li', kinds: ['ORGANIZATION'] } })).toBe(0);
    expect(await found({ contributors: { name: 'fundacion' } })).toBe(both);
    expect(await found({ contributors: { name: 'df', anyOf: ['ana-diaz'] } })).toBe(17);
    const edited = await found({ contributors: { name: 'fundacion', roles: ['EDITOR'] } });
    expect(edited).toBe(7);
    expect(await found({ contributors: { anyOf: ['diaz-foundation'], roles: ['EDITOR'] } })).toBe(edited);
  });

  test('finds authors by the role AUTHOR alone, and contributors by any or some roles', async () => {
    const any = await found({ contributors: { anyOf: ['bo-li'] } });
    const author = await found({ authors: { anyOf: ['bo-li'] } });
    const editor = await found({ contributors: { anyOf: ['bo-li'], roles: ['EDITOR'] } });
    const publisher = await found({ publishers: { anyOf: ['bo-li'] } });
    expect({ any, author, editor, publisher }).toEqual({ any: 84, author: 66, editor: 10, publisher: 8 });
    expect(await found({ contributors: { anyOf: ['bo-li'], roles: ['AUTHOR'] } })).toBe(author);
    expect(await found({ contributors: { anyOf: ['bo-li'], roles: ['EDITOR', 'AUTHOR'] } })).toBe(
      any - publisher,
    );
    expect(await found({ authors: { noneOf: ['bo-li'] } })).toBe(400 - author);
    expect(await found({ contributors: { noneOf: ['bo-li'], roles: ['EDITOR'] } })).toBe(400 - editor);
    // Alone, the roles ask for anyone who has one of them; no roles are nobody's.
    expect(await found({ contributors: { roles: ['AUTHOR'] } })).toBe(await found({ hasAuthors: true }));
    expect(await found({ contributors: { roles: ['TRANSLATOR'] } })).toBe(0);
    expect(await found({ contributors: { noneOf: ['bo-li'], roles: [] } })).toBe(0);
    expect(await found({ contributors: { kinds: [] } })).toBe(0);
    expect(await found({ contributors: {}, authors: {} })).toBe(400);
  });

  test('takes a range of instants, to the microsecond, and a date as 00:00 UTC', async () => {
    const instants = [...new Set(all.map(({ updatedAt }) => updatedAt))].sort();
    expect(instants).toHaveLength(5);
    const rfc = (instant: string) => instant.replace(' ', 'T').replace('+00', 'Z');
    const [first, , , , last] = instants.map(rfc) as [string, string, string, string, string];
    expect(await found({ updated: { from: last } })).toBe(58);
    expect(await found({ updated: { before: last } })).toBe(400 - 58);
    expect(await found({ updated: { from: first, before: first } })).toBe(0);
    expect(await found({ created: { from: first, before: last } })).toBe(400);
    const [, before, fraction] = /^(.*?)(?:\.(\d+))?Z$/.exec(last) as RegExpExecArray;
    const micros = Number((fraction ?? '').padEnd(6, '0'));
    const next = `${before}.${String(Math.min(micros + 1, 999_999)).padStart(6, '0')}Z`;
    expect(await found({ updated: { from: next } })).toBe(0);
    await sql`update publication set created_at = '2020-02-01 00:00:00+00' where slug = 'p-1'`.execute(
      catalogue.db,
    );
    const p1 = all.find(({ slug }) => slug === 'p-1') as Placed;
    p1.createdAt = '2020-02-01 00:00:00+00';
    const slugs = async (filter: PublicationFilter) =>
      (
        await catalogue.execute<{ publications: { nodes: { slug: string }[] } }>(
          'query ($filter: PublicationFilter) { publications(filter: $filter) { nodes { slug } } }',
          { filter },
        )
      ).data.publications.nodes;
    expect(await slugs({ created: { from: '2020-02-01', before: '2020-02-02' } })).toEqual([{ slug: 'p-1' }]);
    expect(await slugs({ created: { from: '2020-01-31', before: '2020-02-01' } })).toEqual([]);
  });

  test('refuses ranges that end before they start, and texts that are no instant', async () => {
    for (const [filter, message] of [
      [
        '{ updated: { from: "2026-02-01", before: "2026-01-01T00:00:00Z" } }',
        'filter.updated: "from" 2026-02-01T00:00:00Z is after "before" 2026-01-01T00:00:00Z; give the earlier instant as "from".',
      ],
      [
        '{ created: { from: "2026-02-30" } }',
        expect.stringContaining('"2026-02-30" is not a DateTime; give a date'),
      ],
    ] as const) {
      const { errors } = await catalogue.execute(`{ publications(filter: ${filter}) { totalCount } }`);
      expect(errors).toMatchObject([
        {
          message,
          extensions: { code: expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/) },
        },
      ]);
    }
  });
});

describe('names that the catalogue does not have', () => {
  test.each([
    [
      'countries: { anyOf: ["Nigeria"] }',
      'countries.anyOf[0]: no country has the code "Nigeria"; the nearest is "NG".',
    ],
    [
      'countries: { noneOf: ["NG", "Nigeeria"] }',
      'countries.noneOf[1]: no country has the code "Nigeeria"; the nearest is "NG".',
    ],
    [
      'countries: { anyOf: ["ZZ"] }',
      'countries.anyOf[0]: no country has the code "ZZ"; give an ISO 3166 code such as "NG", "NGA" or "566".',
    ],
    [
      'regions: { anyOf: ["west africa"] }',
      'regions.anyOf[0]: no region has the slug or M49 code "west africa"; the nearest is "west-africa".',
    ],
    [
      'regions: { anyOf: ["Western Africa"] }',
      'regions.anyOf[0]: no region has the slug or M49 code "Western Africa"; the nearest is "west-africa".',
    ],
    [
      'topics: { anyOf: ["capacity-bilding"] }',
      'topics.anyOf[0]: no topic has the slug "capacity-bilding"; the nearest is "capacity-building".',
    ],
    [
      'categories: { allOf: ["training"] }',
      'categories.allOf[0]: no category has the slug "training"; the nearest is "training-curriculum".',
    ],
    [
      'categories: { anyOf: ["xyz"] }',
      'categories.anyOf[0]: no category has the slug "xyz"; give one that "categories" lists.',
    ],
    [
      'authors: { anyOf: ["ana-dias"] }',
      'authors.anyOf[0]: no author has the slug "ana-dias"; the nearest is "ana-diaz".',
    ],
    [
      'contributors: { noneOf: ["bo-lii"] }',
      'contributors.noneOf[0]: no author has the slug "bo-lii"; the nearest is "bo-li".',
    ],
    ['slugs: ["p-1", "p-1111"]', 'slugs[1]: no publication has the slug "p-1111"; the nearest is "p-111".'],
    [
      `ids: ["${toGlobalId('Publication', 'q')}"]`,
      `ids[0]: no publication has the id "${toGlobalId('Publication', 'q')}"; give one that "publications" lists.`,
    ],
  ])('are refused in %s', async (filter, message) => {
    for (const [at, nested] of [
      ['filter', `{ ${filter} }`],
      ['filter.or[0].not', `{ or: [{ not: { ${filter} } }] }`],
    ]) {
      const { errors } = await catalogue.execute(`{ publications(filter: ${nested}) { totalCount } }`);
      expect(errors).toMatchObject([{ message: `${at}.${message}`, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(catalogue.unexpected).toEqual([]);
  });

  test('are refused in the filters of authors, topics and categories', async () => {
    for (const [field, message] of [
      [
        'authors(filter: { slugs: ["bo-li", "ana-dias"] })',
        'filter.slugs[1]: no author has the slug "ana-dias"; the nearest is "ana-diaz".',
      ],
      [
        'topics(filter: { slugs: ["healt"] })',
        'filter.slugs[0]: no topic has the slug "healt"; the nearest is "health".',
      ],
      [
        'categories(filter: { slugs: ["study"] })',
        'filter.slugs[0]: no category has the slug "study"; give one that "categories" lists.',
      ],
    ]) {
      const { errors } = await catalogue.execute(`{ ${field} { totalCount } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(catalogue.unexpected).toEqual([]);
  });
});
