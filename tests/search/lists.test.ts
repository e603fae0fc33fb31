import type { PublicationFilter } from '../../src/schema.generated.ts';
import { slugify } from '../../src/text/plain.ts';
import { foldWord, printedTexts } from '../../src/text/words.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import {
  AUTHORS,
  CATEGORIES,
  COUNTRIES,
  type Placed,
  REGIONS,
  type Random,
  TOPICS,
  YEARS,
  fill,
  finds,
  isAbout,
  make,
  pick,
  some,
} from '../support/generated.ts';
import { seededRandom } from '../support/random.ts';

/** Lists that are searched, against a second opinion: plain JavaScript over the same records. */

let catalogue: TestCatalogue;
let all: Placed[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  all = await fill(catalogue, make(240, 7));
}, 60_000);
afterAll(() => catalogue.close());

/** Words of titles, abstracts and names, that no name of a place has; each with a form that has another ending. */
const WORDS = [
  'emigre',
  'paper',
  'note',
  'studies',
  'zone',
  'case',
  'rewriting',
  'díaz',
  'office',
  'handbook',
  'df',
  'laws',
  'gray',
];
const STEMS: Record<string, string[]> = {
  paper: ['papers'],
  note: ['notes'],
  studies: ['study', 'studies'],
  zone: ['zones'],
  case: ['cases'],
  rewriting: ['rewritten'],
  díaz: ['diaz'],
  handbook: ['handbooks'],
  laws: ['law'],
};

function wordsOf({ title, abstract, contributions, topics, categories }: Placed): Set<string> {
  const names = contributions.flatMap(({ author: { name, acronym, aliases } }) => [
    name,
    acronym ?? '',
    ...aliases,
  ]);
  return new Set(
    [title, abstract ?? '', ...names, ...topics, ...categories].flatMap(printedTexts).map(foldWord),
  );
}

interface Asked {
  text: string;
  has: (publication: Placed) => boolean;
}

function word(random: Random): Asked {
  const text = pick(
    random,
    WORDS.filter((word) => word !== 'rewriting'),
  );
  const forms = STEMS[text] ?? [text];
  return { text, has: (publication) => forms.some((form) => wordsOf(publication).has(form)) };
}

/** A search of some words, alternatives and exclusions. */
function ask(random: Random): Asked {
  const clauses = Array.from({ length: 1 + Math.floor(random() * 2) }, (): Asked => {
    const [first, other] = [word(random), word(random)];
    return random() < 0.6
      ? first
      : {
          text: `${first.text} OR ${other.text}`,
          has: (publication) => first.has(publication) || other.has(publication),
        };
  });
  const excluded = random() < 0.3 ? [word(random)] : [];
  return {
    text: [...clauses.map(({ text }) => text), ...excluded.map(({ text }) => `-${text}`)].join(' '),
    has: (publication) =>
      clauses.every(({ has }) => has(publication)) && !excluded.some(({ has }) => has(publication)),
  };
}

function filterFor(random: Random): PublicationFilter {
  return {
    ...(random() < 0.4 && { countries: { anyOf: some(random, COUNTRIES, 2) } }),
    ...(random() < 0.3 && { year: { from: pick(random, YEARS) } }),
    ...(random() < 0.3 && { topics: { noneOf: [slugify(pick(random, TOPICS))] } }),
    ...(random() < 0.3 && { not: { isWorldwide: true } }),
  };
}

interface Page {
  totalCount: number;
  edges: { cursor: string; relevance: number; node: { slug: string; year: number | null } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

const PAGE =
  'totalCount edges { cursor relevance node { slug year } } pageInfo { hasNextPage hasPreviousPage }';
const QUERY = `query ($search: String, $filter: PublicationFilter, $orderBy: PublicationOrder, $first: Int, $after: String,
    $last: Int, $before: String) {
  publications(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last,
    before: $before) { ${PAGE} } }`;

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await catalogue.execute<{ publications: Page }>(QUERY, variables);
  expect(errors).toBeUndefined();
  return data.publications;
}

const slugs = (page: Page) => page.edges.map(({ node }) => node.slug);
const sorted = (slugs: readonly string[]) => [...slugs].sort();

/** All of a list, forwards or backwards, in pages of a size. */
async function walk(variables: object, size: number, isBackwards: boolean): Promise<Page['edges']> {
  const edges: Page['edges'] = [];
  for (let cursor: string | null = null; ;) {
    const at: object = isBackwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const next: Page = await page({ ...variables, ...at });
    if (isBackwards) edges.unshift(...next.edges);
    else edges.push(...next.edges);
    if (!(isBackwards ? next.pageInfo.hasPreviousPage : next.pageInfo.hasNextPage)) return edges;
    cursor = (isBackwards ? next.edges[0] : next.edges.at(-1))?.cursor ?? null;
  }
}

describe('Query.publications(search:, filter:)', () => {
  test('finds what both find, whatever is asked', async () => {
    const random = seededRandom(8);
    let count = 0;
    for (let i = 0; i < 120; i++) {
      const { text: search, has } = ask(random);
      const filter = filterFor(random);
      const expected = all
        .filter((publication) => has(publication) && finds(filter, publication))
        .map(({ slug }) => slug);
      const orderBy = { field: pick(random, ['RELEVANCE', 'YEAR', 'TITLE', 'UPDATED_AT']) };
      const found = await walk({ search, filter, orderBy }, 100, false);
      expect({ search, filter, slugs: sorted(found.map(({ node }) => node.slug)) }).toEqual({
        search,
        filter,
        slugs: sorted(expected),
      });
      expect((await page({ search, filter })).totalCount).toBe(expected.length);
      count += expected.length;
    }
    expect(count).toBe(2692);
  }, 60_000);

  test.each(['DESC', 'ASC'])(
    'pages by relevance both ways, over ties, %s',
    async (direction) => {
      const id = new Map(all.map((publication) => [publication.slug, publication.id]));
      for (const search of ['emigre OR studies', 'office -health', '-emigre', 'papers']) {
        const variables = { search, orderBy: { field: 'RELEVANCE', direction } };
        const whole = await walk(variables, 100, false);
        const places = whole.map(({ relevance, node }) => [
          relevance,
          node.year ?? 0,
          id.get(node.slug) ?? 0,
        ]);
        const ordered = [...places].sort(
          ([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => x - a || y - b || z - c,
        );
        expect(places).toEqual(direction === 'DESC' ? ordered : ordered.reverse());
        expect(new Set(places.map(([relevance]) => relevance)).size).toBeLessThan(places.length / 2);
        for (const size of [3, 20])
          for (const isBackwards of [false, true])
            expect(await walk(variables, size, isBackwards)).toEqual(whole);
      }
    },
    60_000,
  );

  test('binds a cursor to the search', async () => {
    const { edges } = await page({ search: 'papers', first: 1 });
    const after = edges[0]?.cursor;
    expect((await page({ search: 'papers', first: 1, after })).edges).toHaveLength(1);
    for (const other of [{ search: 'paper' }, {}, { search: 'papers', orderBy: { field: 'YEAR' } }]) {
      const { errors } = await catalogue.execute(QUERY, { ...other, first: 1, after });
      expect(errors?.[0]?.message).toMatch(/^after: this cursor belongs to another list/);
    }
  });

  test('answers several searches in one operation, each by itself', async () => {
    const { data, errors } = await catalogue.execute<Record<string, Page>>(
      `{ ${['papers', 'notes', 'zones', 'papers -notes'].map((search, i) => `s${i}: publications(search: "${search}", first: 100) { ${PAGE} }`).join(' ')} }`,
    );
    expect(errors).toBeUndefined();
    for (const [i, search] of ['papers', 'notes', 'zones', 'papers -notes'].entries())
      expect(data[`s${i}`]).toEqual(await page({ search, first: 100 }));
    expect(data.s0).not.toEqual(data.s1);
  });
});

const LISTS: {
  parent: string;
  field: string;
  values: readonly string[];
  has: (publication: Placed, value: string) => boolean;
}[] = [
  {
    parent: 'country',
    field: 'code',
    values: COUNTRIES,
    has: (publication, code) => publication.countries.includes(code),
  },
  {
    parent: 'region',
    field: 'slug',
    values: REGIONS,
    has: (publication, slug) => isAbout(publication, slug, 'INCLUDING_COUNTRIES'),
  },
  {
    parent: 'author',
    field: 'slug',
    values: AUTHORS.map(({ name }) => slugify(name)),
    has: (publication, slug) => publication.contributions.some(({ author }) => slugify(author.name) === slug),
  },
  {
    parent: 'topic',
    field: 'slug',
    values: TOPICS.map((topic) => slugify(topic)),
    has: (publication, slug) => publication.topics.map((topic) => slugify(topic)).includes(slug),
  },
  {
    parent: 'category',
    field: 'slug',
    values: CATEGORIES.map((category) => slugify(category)),
    has: (publication, slug) => publication.categories.map((category) => slugify(category)).includes(slug),
  },
];

describe.each(LISTS)('the lists of a $parent', ({ parent, field, values, has }) => {
  test('are searched in one statement for all, of the most relevant first', async () => {
    const isStudy = (made: Placed) => wordsOf(made).has('study') || wordsOf(made).has('studies');
    const { data, errors, sql } = await catalogue.execute<
      Record<string, { publications: Page; other: Page }>
    >(
      `{ ${values
        .map(
          (
            value,
            i,
          ) => `x${i}: ${parent}(${field}: "${value}") { publications(search: "studies", first: 100) { ${PAGE} }
          other: publications(search: "papers", first: 2, orderBy: { field: YEAR }) { edges { node { slug } } } }`,
        )
        .join(' ')} }`,
    );
    expect(errors).toBeUndefined();
    for (const [i, value] of values.entries()) {
      const found = data[`x${i}`]?.publications as Page;
      const expected = all.filter((made) => has(made, value) && isStudy(made)).map(({ slug }) => slug);
      expect(found.totalCount).toBe(expected.length);
      const whole = await walk({ search: 'studies' }, 100, false);
      const listed = whole.filter(({ node }) => expected.includes(node.slug)).map(({ node }) => node.slug);
      expect(slugs(found)).toEqual(listed.slice(0, 100));
      expect(data[`x${i}`]?.other.edges.length).toBeLessThanOrEqual(2);
    }
    // Two pages, a count, relevances; and authors are looked up by a statement.
    expect(sql).toHaveLength(parent === 'author' ? 5 : 4);
  });

  test('go on from a cursor', async () => {
    const value = values[0] ?? '';
    const query = `query ($after: String, $before: String, $first: Int, $last: Int) { x: ${parent}(${field}: "${value}") {
      publications(search: "papers OR notes OR zones", first: $first, after: $after, last: $last, before: $before) { ${PAGE} } } }`;
    const ask = async (variables: object) =>
      (await catalogue.execute<{ x: { publications: Page } }>(query, { ...variables })).data.x.publications;
    const whole = await ask({ first: 100 });
    expect(whole.edges.length).toBeGreaterThan(4);
    expect((await ask({ first: 2, after: whole.edges[1]?.cursor })).edges).toEqual(whole.edges.slice(2, 4));
    expect((await ask({ last: 2, before: whole.edges[3]?.cursor })).edges).toEqual(whole.edges.slice(1, 3));
  });
});

describe('statements', () => {
  test.each([
    // Words that the catalogue has are remembered.
    ['publications(search: "papers") { nodes { title } }', 1],
    ['publications(search: "papers") { nodes { title authors { name } countries { name } } }', 1],
    ['publications(search: "papers") { totalCount nodes { title } }', 2],
    ['publications(search: "papers") { searchInfo { understoodAs } }', 0],
    ['publications(search: "papers") { edges { relevance highlights { snippet } node { title } } }', 3],
    ['publications(search: "papers") { edges { relevance highlights { snippet } node { abstract } } }', 2],
    // A prefix is looked up, and what is misspelt twice.
    ['publications(search: "pape*") { nodes { title } }', 3],
    ['publications(search: "emigrees") { nodes { title } }', 3],
    ['publications(search: " ") { nodes { title } }', 1],
  ])('%s sends %i', async (field, count) => {
    await catalogue.execute('{ publications(search: "papers") { totalCount } }');
    const { sql, errors } = await catalogue.execute(`{ ${field} }`);
    expect(errors).toBeUndefined();
    expect(sql).toHaveLength(count);
  });
});
