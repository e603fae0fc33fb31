import type { PublicationFilter } from '../../src/schema.generated.ts';
import { readRegionReferences } from '../../src/region/region.reference.ts';
import { plain, slugify } from '../../src/text/plain.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import {
  type Placed,
  type Random,
  YEARS,
  fill,
  finds,
  isAbout,
  make,
  pick,
  rangesOf,
} from '../support/generated.ts';
import { seededRandom } from '../support/random.ts';
import { type List, PARENTS, ROOT, listHas, randomFilter } from '../support/random-filter.ts';

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty', { cost: 1_000_000 });
  all = await fill(catalogue, make(300, 11));
}, 60_000);
afterAll(() => catalogue.close());

interface Bucket {
  value: string;
  label: string;
  count: number;
  isSelected: boolean;
  from: number | null;
  to: number | null;
}
interface Facet {
  buckets: Bucket[];
  missing: number;
  distinct: number;
}

const KEYS = [
  ...(['countries', 'regions', 'authors', 'contributors', 'publishers', 'topics', 'categories'] as const),
  ...(['types', 'languages', 'years'] as const),
];
type Key = (typeof KEYS)[number];
type Facets = Record<Key, Facet>;

/** The filter's own fields of each facet: the choice, and what selects the publications without a value. */
const OWN: Record<Key, [keyof PublicationFilter, keyof PublicationFilter]> = {
  countries: ['countries', 'hasCountries'],
  regions: ['regions', 'hasRegions'],
  authors: ['authors', 'hasAuthors'],
  contributors: ['contributors', 'hasContributors'],
  topics: ['topics', 'hasTopics'],
  categories: ['categories', 'hasCategories'],
  years: ['year', 'hasYear'],
  publishers: ['publishers', 'hasPublishers'],
  types: ['types', 'hasType'],
  languages: ['languages', 'hasLanguages'],
};

/** How facets are asked for. */
interface Asked {
  width: number;
  orderBy?: 'COUNT' | 'VALUE';
  /** Of regions. */
  within?: string;
  level?: number;
}

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
const inner = <T>(nested: Nested<T>): T =>
  typeof nested === 'object' && nested !== null && 'publications' in nested ? nested.publications : nested;

async function facetsOf(
  list: Searched,
  filter: PublicationFilter,
  { width, orderBy, within, level }: Asked,
): Promise<Facets> {
  const args = (key: Key) =>
    [
      'first: 100',
      ...(orderBy ? [`orderBy: ${orderBy}`] : []),
      ...(key === 'years' ? [`width: ${width}`] : []),
      ...(key === 'regions' && within !== undefined ? [`within: "${within}"`] : []),
      ...(key === 'regions' && level !== undefined ? [`level: ${level}`] : []),
    ].join(', ');
  const fields = KEYS.map(
    (key) => `${key}(${args(key)}) { buckets { value label count isSelected from to } missing distinct }`,
  );
  const query = `query ($filter: PublicationFilter) { list: ${select(list, `facets { ${fields.join(' ')} }`)} }`;
  const { data, errors } = await catalogue.execute<{ list: Nested<{ facets: Facets }> }>(query, { filter });
  expect(catalogue.unexpected.map(String)).toEqual([]);
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
function choosing(filter: PublicationFilter, key: Key, { value, from, to }: Bucket): PublicationFilter {
  const [field, has] = OWN[key];
  const rest = { ...filter, [has]: null };
  if (key === 'years') return { ...rest, year: { from, to } };
  if (key === 'regions')
    return { ...rest, regions: { anyOf: [value], match: filter.regions?.match ?? null } };
  if (key === 'contributors')
    return { ...rest, contributors: { anyOf: [value], roles: filter.contributors?.roles ?? null } };
  return { ...rest, [field]: { anyOf: [value] } };
}

/** The filter that a client sends who wants the publications without a value. */
function choosingNone(filter: PublicationFilter, key: Key): PublicationFilter {
  const [field, has] = OWN[key];
  const match = key === 'regions' && filter.regions?.match;
  const roles = key === 'contributors' && filter.contributors?.roles;
  if (roles) {
    const none = { not: { contributors: { roles } } };
    return { ...filter, contributors: null, hasContributors: null, and: [...(filter.and ?? []), none] };
  }
  return { ...filter, [field]: match ? { match } : null, [has]: false };
}

const REGION_TREE = readRegionReferences();

/** The regions that lie so many levels below another. */
function slugsAt(within: string, level: number): string[] {
  const children = REGION_TREE.filter(({ parent }) => parent === within).map(({ slug }) => slug);
  return level === 1 ? children : children.flatMap((slug) => slugsAt(slug, level - 1));
}

function slugsAsked({ within, level }: Asked): string[] {
  if (within === undefined && level === undefined) return REGION_TREE.map(({ slug }) => slug);
  return slugsAt(within ?? 'world', level ?? 1);
}

/** The values that a publication has, as plain JavaScript sees it. */
function valuesOf(publication: Placed, key: Key, filter: PublicationFilter, asked: Asked): string[] {
  const { width } = asked;
  switch (key) {
    case 'countries':
      return publication.countries;
    case 'regions':
      return REGION_TREE.map(({ slug }) => slug).filter((slug) =>
        isAbout(publication, slug, filter.regions?.match ?? 'INCLUDING_COUNTRIES'),
      );
    case 'authors':
    case 'contributors': {
      const roles: string[] | null | undefined = key === 'authors' ? ['AUTHOR'] : filter.contributors?.roles;
      return publication.contributions
        .filter(({ role }) => !roles || roles.includes(role))
        .map(({ author }) => slugify(author.name));
    }
    case 'publishers':
      return publication.contributions
        .filter(({ role }) => role === 'PUBLISHER')
        .map(({ author }) => slugify(author.name));
    case 'types':
      return publication.type === null ? [] : [publication.type];
    case 'languages':
      return [...new Set(rangesOf(publication))].map((range) => Intl.getCanonicalLocales(range)[0] as string);
    case 'years':
      return publication.year === null ? [] : [String(publication.year - (publication.year % width))];
    default:
      return publication[key].map((name) => slugify(name));
  }
}

function expectOrder({ buckets }: Facet, key: Key, orderBy: Asked['orderBy'] = 'COUNT') {
  const byValue = ({ from, value }: Bucket) => from ?? value;
  const byCount = ({ value, label }: Bucket) =>
    key === 'years' ? Number(value) : key === 'languages' ? value.toLowerCase() : plain(label);
  const inOrder = [...buckets].sort((a, b) => {
    const [x, y] = orderBy === 'VALUE' ? [byValue(a), byValue(b)] : [byCount(a), byCount(b)];
    return (orderBy === 'COUNT' && b.count - a.count) || (x < y ? -1 : 1);
  });
  expect(buckets).toEqual(inOrder);
}

/** That the facets have what plain JavaScript counts: it knows of no search. */
function expectAll(facets: Facets, list: List, filter: PublicationFilter, asked: Asked) {
  for (const key of KEYS) {
    const { buckets, missing, distinct } = facets[key];
    const [field, has] = OWN[key];
    const rest = { ...filter, [field]: null, [has]: null };
    const values = all
      .filter((publication) => listHas(list, filter, publication) && finds(rest, publication))
      .map((publication) => valuesOf(publication, key, filter, asked));
    const counted = key === 'regions' ? slugsAsked(asked) : values.flat();
    const every = new Set(values.flat().filter((value) => counted.includes(value)));
    expect({ key, filter, missing, distinct }).toEqual({
      key,
      filter,
      missing: values.filter((list) => list.length === 0).length,
      distinct: every.size,
    });
    for (const { value } of buckets) every.delete(value);
    expect([...every]).toEqual([]);
  }
}

/** All answers, by where they were counted. */
const answers: Record<'columns' | 'null', unknown[]> = { columns: [], null: [] };
let countedIn: keyof typeof answers = 'null';

async function check(list: Searched, filter: PublicationFilter, asked: Asked): Promise<number> {
  const facets = await facetsOf(list, filter, asked);
  if (list.search === undefined) expectAll(facets, list, filter, asked);
  const chosen: { filter: PublicationFilter; count: number; is: string }[] = [];
  for (const key of KEYS) {
    expectOrder(facets[key], key, asked.orderBy);
    for (const bucket of facets[key].buckets)
      chosen.push({
        filter: choosing(filter, key, bucket),
        count: bucket.count,
        is: `${key} ${bucket.value}`,
      });
    chosen.push({ filter: choosingNone(filter, key), count: facets[key].missing, is: `no ${key}` });
  }
  const counts = await totalCounts(
    list,
    chosen.map((choice) => choice.filter),
  );
  answers[countedIn].push({ list: list.field, search: list.search, filter, facets, counts });
  expect({ filter, list: list.field, counts: chosen.map(({ is }, i) => [is, counts[i]]) }).toEqual({
    filter,
    list: list.field,
    counts: chosen.map(({ is, count }) => [is, count]),
  });
  return chosen.filter(({ count }) => count > 0).length;
}

/** All regions, or one level of one tree. */
const LEVELS: Pick<Asked, 'within' | 'level'>[] = [
  {},
  { level: 1 },
  { level: 2 },
  { within: 'africa' },
  { within: 'europe', level: 1 },
  { within: 'africa', level: 2 },
  { within: 'caribbean', level: 4 },
];

const someList = (random: Random) => (random() < 0.5 ? ROOT : pick(random, PARENTS)(random));

describe.each(['columns', null] as const)('PublicationConnection.facets, counted in %s', (where) => {
  let sent: string[];
  beforeAll(async () => {
    countedIn = where ?? 'null';
    sent = await catalogue.countInColumns(where);
  });
  afterAll(() => expect(sent.length > 0).toBe(where === 'columns'));

  test('has for every value the totalCount of the question that asks for it', async () => {
    const random = seededRandom(12);
    let counted = 0;
    for (let i = 0; i < 24; i++) {
      const filter = randomFilter(random, pick(random, [1, 1, 2, 3]), all);
      counted += await check(someList(random), filter, {
        width: pick(random, [1, 2, 10, 1000]),
        orderBy: pick(random, ['COUNT', 'VALUE'] as const),
        ...pick(random, LEVELS),
      });
    }
    // Not a test of facets without buckets.
    expect(counted).toBeGreaterThan(500);
  }, 120_000);

  test('has it of a search, too', async () => {
    const random = seededRandom(14);
    let counted = 0;
    for (let i = 0; i < 12; i++) {
      const search = pick(random, [
        ...['papers', 'study', 'EMIGRE', 'cases of all', 'no such words', ''],
        ...['papers study', 'papers OR study', 'papers -study', '-papers -EMIGRE'],
      ]);
      const list = { ...someList(random), search };
      counted += await check(list, randomFilter(random, pick(random, [1, 2]), all), { width: 1 });
    }
    expect(counted).toBeGreaterThan(100);
  }, 60_000);

  test('has it where the list is all of the catalogue, or of a country, region, author, topic or category', async () => {
    const random = seededRandom(13);
    for (const list of [ROOT, ...PARENTS.map((makeList) => makeList(random))])
      await check(list, {}, { width: 1, ...pick(random, LEVELS) });
    const alone: PublicationFilter[] = [
      { countries: { anyOf: ['NGA'] } },
      { regions: { anyOf: ['africa'], match: 'INCLUDING_COUNTRIES' } },
      { authors: { anyOf: ['bo-li'] } },
      { contributors: { anyOf: ['bo-li'] } },
      { contributors: { anyOf: ['bo-li'], roles: ['EDITOR'] } },
      { topics: { anyOf: ['health'] } },
      { categories: { anyOf: ['studies'] } },
      { year: { in: [2010, YEARS[0] as number] } },
    ];
    for (const filter of alone)
      for (const includeWorldwide of [false, true])
        await check(ROOT, { ...filter, includeWorldwide }, { width: 1 });
  }, 120_000);
});

test('The column store and PostgreSQL give the same facets and the same counts', () => {
  expect(answers.columns.length).toBe(answers.null.length);
  expect(answers.columns).toEqual(answers.null);
});
