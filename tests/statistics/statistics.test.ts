import { readCountryReferences } from '../../src/country/country.reference.ts';
import type { PublicationFilter } from '../../src/schema.generated.ts';
import { readRegionReferences } from '../../src/region/region.reference.ts';
import { plain, slugify } from '../../src/text/plain.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import {
  AUTHORS,
  CATEGORIES,
  type Placed,
  TOPICS,
  fill,
  finds,
  isAbout,
  make,
  pick,
  rangesOf,
  some,
} from '../support/generated.ts';
import { randomFilter } from '../support/random-filter.ts';
import { seededRandom } from '../support/random.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty', { cost: 1_000_000 });
  all = await fill(catalogue, make(300, 31));
}, 60_000);
afterAll(() => catalogue.close());

const DIMENSIONS = [
  'YEAR',
  'DECADE',
  'COUNTRY',
  'REGION',
  'AUTHOR',
  'CONTRIBUTOR',
  'TOPIC',
  'CATEGORY',
  'PUBLISHER',
  'TYPE',
  'LANGUAGE',
] as const;
type Dimension = (typeof DIMENSIONS)[number];

interface Key {
  dimension: Dimension;
  value: string | null;
  label: string | null;
}
interface Statistics {
  publicationCount: number;
  rowCount: number;
  rows: { keys: Key[]; count: number }[];
}

const QUERY = `query ($search: String, $filter: PublicationFilter, $by: [StatisticsDimension!]!, $first: Int! = 1000,
    $after: String, $regionsWithin: String, $regionLevel: Int) {
  publicationStatistics(search: $search, filter: $filter, by: $by, first: $first, after: $after,
    regionsWithin: $regionsWithin, regionLevel: $regionLevel) {
    publicationCount rowCount rows { keys { dimension value label } count } pageInfo { hasNextPage endCursor } } }`;

interface Page extends Statistics {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function askPage(variables: object): Promise<Page> {
  const { data, errors } = await catalogue.execute<{ publicationStatistics: Page }>(QUERY, { ...variables });
  expect(catalogue.unexpected).toEqual([]);
  expect(errors).toBeUndefined();
  return data.publicationStatistics;
}

async function ask(variables: object): Promise<Statistics> {
  const { pageInfo: _, ...statistics } = await askPage(variables);
  return statistics;
}

const labels = new Map<string, string>([
  ...readCountryReferences().map(({ code, name }) => [`COUNTRY ${code}`, name] as const),
  ...readRegionReferences().map(({ slug, name }) => [`REGION ${slug}`, name] as const),
  ...AUTHORS.map(({ name }) => [`AUTHOR ${slugify(name)}`, name] as const),
  ...AUTHORS.map(({ name }) => [`CONTRIBUTOR ${slugify(name)}`, name] as const),
  ...AUTHORS.map(({ name }) => [`PUBLISHER ${slugify(name)}`, name] as const),
  ['TYPE REPORT', 'Report'],
  ['TYPE BOOK', 'Book'],
  ['TYPE CONFERENCE_PAPER', 'Conference paper'],
  ['LANGUAGE en', 'English'],
  ['LANGUAGE pt', 'Portuguese'],
  ['LANGUAGE pt-BR', 'Brazilian Portuguese'],
  ['LANGUAGE zh', 'Chinese'],
  ['LANGUAGE zh-Hant', 'Traditional Chinese'],
  ['LANGUAGE zh-Hant-TW', 'Chinese (Traditional, Taiwan)'],
  ...TOPICS.map((name) => [`TOPIC ${slugify(name)}`, name] as const),
  ...CATEGORIES.map((name) => [`CATEGORY ${slugify(name)}`, name] as const),
]);
const regions = readRegionReferences().map(({ slug }) => slug);

function valuesOf(publication: Placed, dimension: Dimension): string[] {
  switch (dimension) {
    case 'YEAR':
      return publication.year === null ? [] : [String(publication.year)];
    case 'DECADE':
      return publication.year === null ? [] : [String(publication.year - (publication.year % 10))];
    case 'COUNTRY':
      return publication.countries;
    case 'REGION':
      return regions.filter((slug) => isAbout(publication, slug, 'INCLUDING_COUNTRIES'));
    case 'AUTHOR':
      return publication.contributions
        .filter(({ role }) => role === 'AUTHOR')
        .map(({ author }) => slugify(author.name));
    case 'CONTRIBUTOR':
      return publication.contributions.map(({ author }) => slugify(author.name));
    case 'PUBLISHER':
      return publication.contributions
        .filter(({ role }) => role === 'PUBLISHER')
        .map(({ author }) => slugify(author.name));
    case 'TYPE':
      return publication.type === null ? [] : [publication.type];
    case 'LANGUAGE':
      return [...new Set(rangesOf(publication))].map((range) => Intl.getCanonicalLocales(range)[0] as string);
    case 'TOPIC':
      return publication.topics.map((name) => slugify(name));
    case 'CATEGORY':
      return publication.categories.map((name) => slugify(name));
  }
}

function keyOf(dimension: Dimension, value: string | null): Key {
  if (value === null) return { dimension, value, label: null };
  if (dimension === 'YEAR') return { dimension, value, label: value };
  if (dimension === 'DECADE') return { dimension, value, label: `${value}s` };
  return { dimension, value, label: labels.get(`${dimension} ${value}`) ?? '' };
}

/** The same numbers, counted one by one. */
function countCombinations(
  publications: readonly Placed[],
  by: readonly Dimension[],
  isCounted: (slug: string) => boolean = () => true,
): Statistics {
  const rows = new Map<string, { keys: Key[]; count: number }>();
  for (const publication of publications) {
    let combinations: Key[][] = [[]];
    for (const dimension of by) {
      const values: (string | null)[] = valuesOf(publication, dimension);
      const keys = (values.length > 0 ? values : [null])
        .filter((value) => value === null || dimension !== 'REGION' || isCounted(value))
        .map((value) => keyOf(dimension, value));
      combinations = combinations.flatMap((before) => keys.map((key) => [...before, key]));
    }
    for (const keys of combinations) {
      const name = JSON.stringify(keys);
      const row = rows.get(name) ?? { keys, count: 0 };
      rows.set(name, { keys, count: row.count + 1 });
    }
  }
  const rank = ({ dimension, value, label }: Key) =>
    value === null || label === null
      ? '1'
      : `0${dimension === 'LANGUAGE' ? value.toLowerCase() : plain(label)}`;
  const sorted = [...rows.values()].sort((a, b) => {
    if (a.count !== b.count) return b.count - a.count;
    const i = a.keys.findIndex((key, at) => rank(key) !== rank(b.keys[at] as Key));
    return rank(a.keys[i] as Key) < rank(b.keys[i] as Key) ? -1 : 1;
  });
  return { publicationCount: publications.length, rowCount: rows.size, rows: sorted };
}

describe.each(['columns', null] as const)('Query.publicationStatistics, counted in %s', (where) => {
  let sent: string[];
  beforeAll(async () => {
    sent = await catalogue.countInColumns(where);
  });
  afterAll(() => expect(sent.length > 0).toBe(where === 'columns'));

  test('counts what counting one by one gives, in one to three dimensions', async () => {
    const random = seededRandom(32);
    for (let i = 0; i < 60; i++) {
      const filter = randomFilter(random, pick(random, [1, 1, 2]), all);
      const by = [pick(random, DIMENSIONS), ...some(random, DIMENSIONS, 2)];
      const different = [...new Set(by)];
      const expected = countCombinations(
        all.filter((publication) => finds(filter, publication)),
        different,
      );
      const answer = await ask({ filter, by: different });
      expect({ filter, by, ...answer }).toEqual({
        filter,
        by,
        ...expected,
        rows: expected.rows.slice(0, 1000),
      });
    }
  }, 60_000);

  test('counts each dimension, alone and beside another, of everything, a topic, a country', async () => {
    const pairs = DIMENSIONS.map((dimension, i) => [dimension, DIMENSIONS.at(i - 1)]);
    for (const by of [...DIMENSIONS.map((dimension) => [dimension]), ...pairs] as Dimension[][])
      expect({ by, ...(await ask({ by })) }).toEqual({ by, ...countCombinations(all, by) });
    const filters: PublicationFilter[] = [
      { topics: { anyOf: ['health'] } },
      { countries: { anyOf: ['NG'] } },
      { regions: { anyOf: ['africa'], match: 'INCLUDING_COUNTRIES' } },
    ];
    for (const filter of filters)
      for (const dimension of DIMENSIONS)
        expect({ filter, ...(await ask({ filter, by: [dimension] })) }).toEqual({
          filter,
          ...countCombinations(
            all.filter((publication) => finds(filter, publication)),
            [dimension],
          ),
        });
  }, 60_000);

  test('gives the first rows, and says how many there are', async () => {
    const every = countCombinations(all, ['COUNTRY', 'TOPIC']);
    for (const first of [0, 1, 7])
      expect(await ask({ by: ['COUNTRY', 'TOPIC'], first })).toEqual({
        ...every,
        rows: every.rows.slice(0, first),
      });
  });

  test('reaches every row by pages', async () => {
    for (const [by, first] of [
      [['COUNTRY', 'TOPIC'], 7],
      [['YEAR', 'CONTRIBUTOR', 'TOPIC'], 100],
      [['REGION'], 1],
      [['DECADE'], 2],
    ] as [Dimension[], number][]) {
      const every = countCombinations(all, by);
      const rows: Statistics['rows'] = [];
      let after: string | null = null;
      for (let pages = 1; ; pages++) {
        const page: Page = await askPage({ by, first, after });
        expect(page.rowCount).toBe(every.rowCount);
        rows.push(...page.rows);
        after = page.pageInfo.endCursor;
        expect(page.pageInfo.hasNextPage).toBe(pages < Math.ceil(every.rowCount / first));
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(rows).toEqual(every.rows);
    }
  }, 60_000);

  test('refuses a cursor of other statistics, and what is none', async () => {
    const { pageInfo } = await askPage({ by: ['COUNTRY'], first: 3 });
    const message = async (variables: object) =>
      (await catalogue.execute(QUERY, { by: ['COUNTRY'], ...variables })).errors;
    expect(await message({ after: pageInfo.endCursor, first: 5 })).toBeUndefined();
    for (const variables of [{ filter: { hasYear: true } }, { by: ['TOPIC'] }, { regionLevel: 1 }])
      expect(await message({ after: pageInfo.endCursor, ...variables })).toMatchObject([
        {
          message: expect.stringContaining('after: this cursor belongs to another list;'),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    const [version, digest] = JSON.parse(
      Buffer.from(pageInfo.endCursor as string, 'base64url').toString(),
    ) as unknown[];
    for (const place of [[], [1], [1, []], [1, [['a', 'b']]], ['1', [['a', 1]]], [1, [['a', 1]], 2]]) {
      const after = Buffer.from(JSON.stringify([version, digest, ...place])).toString('base64url');
      expect(await message({ after })).toMatchObject([
        { message: expect.stringContaining('is not a cursor'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('counts one level of one tree of regions', async () => {
    const tree = readRegionReferences();
    const isIn = (parent: string) => (slug: string) =>
      tree.find((region) => region.slug === slug)?.parent === parent;
    for (const by of [['REGION'], ['YEAR', 'REGION'], ['REGION', 'TOPIC', 'YEAR']] as Dimension[][]) {
      expect(await ask({ by, regionsWithin: 'africa' })).toEqual(countCombinations(all, by, isIn('africa')));
      expect(await ask({ by, regionLevel: 1 })).toEqual(countCombinations(all, by, isIn('world')));
      const filter = { hasAbstract: true };
      const isCounted = (slug: string) =>
        isIn('africa')(tree.find((region) => region.slug === slug)?.parent ?? '');
      expect(await ask({ by, filter, regionsWithin: 'africa', regionLevel: 2 })).toEqual(
        countCombinations(
          all.filter((publication) => finds(filter, publication)),
          by,
          isCounted,
        ),
      );
    }
  });

  test('has in each row the totalCount of the list with the values added to the filter', async () => {
    const filter = { hasAbstract: true };
    for (const [dimension, field, has] of [
      ['AUTHOR', 'authors', 'hasAuthors'],
      ['CONTRIBUTOR', 'contributors', 'hasContributors'],
      ['REGION', 'regions', 'hasRegions'],
      ['PUBLISHER', 'publishers', 'hasPublishers'],
      ['TYPE', 'types', 'hasType'],
      ['LANGUAGE', 'languages', 'hasLanguages'],
    ]) {
      const { rows } = await ask({ by: [dimension], filter });
      for (const { keys, count } of rows) {
        const value = keys[0]?.value;
        const added =
          typeof value === 'string' ? { [field as string]: { anyOf: [value] } } : { [has as string]: false };
        const { data } = await catalogue.execute<{ publications: { totalCount: number } }>(
          'query ($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }',
          { filter: { and: [filter, added] } },
        );
        expect([dimension, value, data.publications.totalCount]).toEqual([dimension, value, count]);
      }
    }
  });

  test('counts what a search finds', async () => {
    const { data } = await catalogue.execute<{ publications: { totalCount: number } }>(
      '{ publications(search: "papers", filter: { hasAuthors: true }) { totalCount } }',
    );
    const { publicationCount, rows } = await ask({
      search: 'papers',
      filter: { hasAuthors: true },
      by: ['YEAR'],
    });
    expect(publicationCount).toBe(data.publications.totalCount);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(publicationCount);
    expect(publicationCount).toBe(36);
  });

  test('sends a statement for what is asked, and no other', async () => {
    const sent = async (fields: string) =>
      (await catalogue.execute(`{ publicationStatistics(by: [COUNTRY, YEAR]) { ${fields} } }`)).sql.length;
    expect(await sent('publicationCount')).toBe(1);
    expect(await sent('rowCount rows { count }')).toBe(1);
    expect(await sent('publicationCount rowCount rows { count }')).toBe(2);
    expect(await sent('__typename')).toBe(0);
  });

  test('refuses dimensions and numbers out of range, naming the argument', async () => {
    for (const [args, message] of [
      ['by: []', 'by: 0 dimensions are given; give 1 to 3.'],
      ['by: [YEAR, COUNTRY, TOPIC, REGION]', 'by: 4 dimensions are given; give 1 to 3.'],
      ['by: [YEAR, YEAR]', 'by: YEAR,YEAR has a dimension twice; give different dimensions.'],
      ['by: [YEAR], first: 1001', 'first: 1001 is out of range; give 0 to 1000.'],
      ['by: [REGION], regionLevel: 0', 'regionLevel: 0 is out of range; give 1 to 10.'],
      [
        'by: [REGION], regionsWithin: "afrika"',
        'regionsWithin: no region has the slug or M49 code "afrika"; the nearest is "africa".',
      ],
    ]) {
      const { errors } = await catalogue.execute(`{ publicationStatistics(${args}) { rowCount } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
