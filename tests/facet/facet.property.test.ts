import type { PublicationFilter } from '../../src/schema.generated.ts';
import { regionReferences } from '../../src/region/region.reference.ts';
import { plain, slugify } from '../../src/text/plain.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type Placed, type Random, YEARS, fill, finds, isAbout, make, pick } from '../support/generated.ts';
import { seededRandom } from '../support/random.ts';
import { type List, PARENTS, ROOT, randomFilter } from '../support/random-filter.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  all = await fill(catalogue, make(300, 11));
}, 60_000);
afterAll(() => catalogue.close());

interface Facet {
  buckets: { value: string; label: string; count: number; isSelected: boolean }[];
  missing: number;
  distinct: number;
}

const KEYS = ['countries', 'regions', 'authors', 'topics', 'categories', 'years'] as const;
type Key = (typeof KEYS)[number];
type Facets = Record<Key, Facet>;

/** A list with a search. */
type Searched = List & { search?: string };

/** The GraphQL of a list with a selection; the filter is `$filter`. */
function select(list: Searched, selection: string, filter = '$filter'): string {
  const [, parent, match] = /^(.*?\))? ?([A-Z_]+)?$/.exec(list.field) as RegExpExecArray;
  const search = list.search === undefined ? '' : `search: ${JSON.stringify(list.search)}, `;
  const field = `publications(${match ? `match: ${match}, ` : ''}${search}filter: ${filter}) { ${selection} }`;
  return parent ? `${parent} { ${field} }` : field;
}

type Nested<T> = { publications: T } | T;
const inner = <T>(of: Nested<T>): T =>
  typeof of === 'object' && of !== null && 'publications' in of ? of.publications : of;

async function facetsOf(list: Searched, filter: PublicationFilter, width: number): Promise<Facets> {
  const fields = KEYS.map(
    (key) => `${key}(first: 100${key === 'years' ? `, width: ${width}` : ''}) {
      buckets { value label count isSelected } missing distinct }`,
  );
  const query = `query ($filter: PublicationFilter) { list: ${select(list, `facets { ${fields.join(' ')} }`)} }`;
  const { data, errors } = await catalogue.execute<{ list: Nested<{ facets: Facets }> }>(query, { filter });
  expect(catalogue.unexpected).toEqual([]);
  expect(errors).toBeUndefined();
  return inner(data.list).facets;
}

/** The totalCount of a list for each of many filters, as the server answers it. */
async function totalCounts(list: Searched, filters: PublicationFilter[]): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < filters.length; from += 20) {
    const some = filters.slice(from, from + 20);
    const query = `query (${some.map((_, i) => `$f${i}: PublicationFilter`).join()}) {
      ${some.map((_, i) => `a${i}: ${select(list, 'totalCount', `$f${i}`)}`).join(' ')} }`;
    const { data, errors } = await catalogue.execute<Record<string, Nested<{ totalCount: number }>>>(
      query,
      Object.fromEntries(some.map((filter, i) => [`f${i}`, filter])),
    );
    expect(errors).toBeUndefined();
    counts.push(...some.map((_, i) => inner(data[`a${i}`] as Nested<{ totalCount: number }>).totalCount));
  }
  return counts;
}

/** The filter that a client sends who has chosen a bucket. */
function choosing(filter: PublicationFilter, key: Key, value: string, width: number): PublicationFilter {
  if (key === 'years') return { ...filter, year: { from: Number(value), to: Number(value) + width - 1 } };
  if (key !== 'regions') return { ...filter, [key]: { anyOf: [value] } };
  const match = filter.regions?.match;
  return { ...filter, regions: { anyOf: [value], ...(match && { match }) } as PublicationFilter['regions'] };
}

const regions = regionReferences().map(({ slug }) => slug);

/** The values that a publication has, as plain JavaScript sees it. */
function valuesOf(of: Placed, key: Key, filter: PublicationFilter, width: number): string[] {
  switch (key) {
    case 'countries':
      return of.countries;
    case 'regions':
      return regions.filter((slug) => isAbout(of, slug, filter.regions?.match ?? 'INCLUDING_COUNTRIES'));
    case 'authors':
      return of.contributions.map(({ author }) => slugify(author.name));
    case 'years':
      return of.year === null ? [] : [String(of.year - (of.year % width))];
    default:
      return of[key].map((name) => slugify(name));
  }
}

function expectOrder({ buckets }: Facet, key: Key) {
  const inOrder = [...buckets].sort((a, b) => {
    const [x, y] = key === 'years' ? [Number(a.value), Number(b.value)] : [plain(a.label), plain(b.label)];
    return b.count - a.count || (x < y ? -1 : 1);
  });
  expect(buckets).toEqual(inOrder);
}

/** That the facets have what plain JavaScript counts: it knows of no search. */
function expectAll(facets: Facets, list: List, filter: PublicationFilter, width: number) {
  for (const key of KEYS) {
    const { buckets, missing, distinct } = facets[key];
    const rest = { ...filter, [key === 'years' ? 'year' : key]: null };
    const values = all
      .filter((of) => list.has(of) && finds(rest, of))
      .map((of) => valuesOf(of, key, filter, width));
    const every = new Set(values.flat());
    expect({ key, filter, missing, distinct }).toEqual({
      key,
      filter,
      missing: values.filter((of) => of.length === 0).length,
      distinct: every.size,
    });
    for (const { value } of buckets) every.delete(value);
    expect([...every]).toEqual([]);
  }
}

async function check(list: Searched, filter: PublicationFilter, width: number): Promise<number> {
  const facets = await facetsOf(list, filter, width);
  if (list.search === undefined) expectAll(facets, list, filter, width);
  const asked: { filter: PublicationFilter; count: number; is: string }[] = [];
  for (const key of KEYS) {
    expectOrder(facets[key], key);
    for (const { value, count } of facets[key].buckets)
      asked.push({ filter: choosing(filter, key, value, width), count, is: `${key} ${value}` });
  }
  const counts = await totalCounts(
    list,
    asked.map((of) => of.filter),
  );
  expect({ filter, list: list.field, counts: asked.map(({ is }, i) => [is, counts[i]]) }).toEqual({
    filter,
    list: list.field,
    counts: asked.map(({ is, count }) => [is, count]),
  });
  return asked.filter(({ count }) => count > 0).length;
}

const someList = (random: Random) => (random() < 0.5 ? ROOT : pick(random, PARENTS)(random));

describe('PublicationConnection.facets', () => {
  test('has for every value the totalCount of the question that asks for it', async () => {
    const random = seededRandom(12);
    let counted = 0;
    for (let i = 0; i < 70; i++) {
      const filter = randomFilter(random, pick(random, [1, 1, 2, 3]), all);
      counted += await check(someList(random), filter, pick(random, [1, 2, 10, 1000]));
    }
    // Not a test of facets without buckets.
    expect(counted).toBeGreaterThan(1000);
  }, 120_000);

  test('has it of a search, too', async () => {
    const random = seededRandom(14);
    let counted = 0;
    for (let i = 0; i < 25; i++) {
      const search = pick(random, ['papers', 'study', 'EMIGRE', 'cases of all', 'no such words', '']);
      const list = { ...someList(random), search };
      counted += await check(list, randomFilter(random, pick(random, [1, 2]), all), 1);
    }
    expect(counted).toBeGreaterThan(100);
  }, 60_000);

  test('has it where the list is all of the catalogue, or of a country, region, author, topic or category', async () => {
    const random = seededRandom(13);
    for (const list of [ROOT, ...PARENTS.map((of) => of(random))]) await check(list, {}, 1);
    const alone: PublicationFilter[] = [
      { countries: { anyOf: ['NGA'] } },
      { regions: { anyOf: ['africa'], match: 'INCLUDING_COUNTRIES' } },
      { authors: { anyOf: ['bo-li'] } },
      { topics: { anyOf: ['health'] } },
      { categories: { anyOf: ['studies'] } },
      { year: { in: [2010, YEARS[0] as number] } },
    ];
    for (const filter of alone)
      for (const includeWorldwide of [false, true]) await check(ROOT, { ...filter, includeWorldwide }, 1);
  }, 60_000);
});
