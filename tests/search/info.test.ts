import type { PublicationFilter } from '../../src/schema.generated.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const PUBLICATIONS = [
  {
    slug: 'nigeria',
    title: 'Trafficking in Nigeria',
    abstract: 'A study of trafficked <persons> & routes.',
    countries: ['NG'],
    year: 2020,
  },
  { slug: 'niger', title: 'Borders of Niger', countries: ['NE'], year: 2010 },
  {
    slug: 'police',
    title: 'Police training',
    abstract: 'Capacity building for the police of Ghana.',
    countries: ['GH'],
    year: 2011,
  },
  { slug: 'name', title: 'Untitled', authors: ['Police Office'], countries: ['GH'] },
];

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({
    'a.jsonl': PUBLICATIONS.map((publication) => JSON.stringify(publication)).join('\n'),
  });
});
afterAll(() => catalogue.close());

interface Relaxation {
  without: string;
  count: number;
  search: string | null;
  filter: object | null;
}

interface Found {
  totalCount: number;
  searchInfo: { understoodAs: string; didYouMean: string | null } | null;
  relaxations: Relaxation[];
}

const QUERY = `query ($search: String, $filter: PublicationFilter) { publications(search: $search, filter: $filter) {
  totalCount searchInfo { understoodAs didYouMean } relaxations { without count search filter } } }`;

async function ask(search: string | null, filter: PublicationFilter | null = null): Promise<Found> {
  const { data, errors } = await catalogue.execute<{ publications: Found }>(QUERY, { search, filter });
  expect(errors).toBeUndefined();
  return data.publications;
}

describe('PublicationConnection.searchInfo', () => {
  it.each([
    ['Trafficking  the NIGERIA', 'trafficking and nigeria', null],
    ['nigeria OR niger police', '(nigeria or niger) and police', null],
    ['nigeria OR niger', 'nigeria or niger', null],
    ['"capacity building" -"the police" traff*', '"capacity building" and traff* and not "the police"', null],
    ['the of', 'the and of', null],
    ['-police', 'not police', null],
    ['trafficing nigeria', 'trafficking and nigeria', 'trafficking nigeria'],
    ['"capacty bulding"', '"capacity building"', '"capacity building"'],
    ['-polise ghana', 'ghana and not police', 'ghana -police'],
    ['nigera police', '(niger or nigeria) and police', 'niger police'],
    ['qqqqqq', 'qqqqqq', null],
  ])('says how %j was understood', async (search, understoodAs, didYouMean) => {
    const { searchInfo } = await ask(search);
    expect(searchInfo).toMatchObject({ understoodAs, didYouMean });
  });

  it('is null where nothing is searched for', async () => {
    for (const search of [null, '', '?!']) expect((await ask(search)).searchInfo).toBeNull();
  });
});

describe('PublicationConnection.relaxations', () => {
  /** What is dropped and how many are found; asks again with what each relaxation says to send. */
  async function relaxed(search: string | null, filter: PublicationFilter | null = null) {
    const { relaxations } = await ask(search, filter);
    for (const { count, search: text, filter: rest } of relaxations)
      expect((await ask(text, rest)).totalCount).toBe(count);
    return relaxations.map(({ without, count }) => ({ without, count }));
  }

  it('says which condition to drop where nothing is found', async () => {
    expect(await relaxed('nigeria police')).toEqual([
      { without: 'nigeria', count: 2 },
      { without: 'police', count: 1 },
    ]);
    expect(await relaxed('"police building" ghana -training')).toEqual([
      { without: '"police building"', count: 1 },
    ]);
    expect(await relaxed('police -training -office')).toEqual([
      { without: 'police', count: 2 },
      { without: 'not training', count: 1 },
      { without: 'not office', count: 1 },
    ]);
    expect(await relaxed('police', { countries: { anyOf: ['NG'] }, year: { from: 2011 } })).toEqual([
      { without: 'police', count: 1 },
      { without: 'filter.countries', count: 1 },
    ]);
    // Not where something is found, where nothing is left, or where no single condition is to blame.
    expect(await relaxed('police')).toEqual([]);
    expect(await relaxed('qqqqqq')).toEqual([]);
    expect(await relaxed('qqqqqq zzzzzz')).toEqual([]);
  });

  it('helps without a search, too', async () => {
    expect(await relaxed(null, { countries: { anyOf: ['NG'] }, year: { to: 2011 } })).toEqual(
      [
        { without: 'filter.year', count: 1 },
        { without: 'filter.countries', count: 2 },
      ].sort((a, b) => b.count - a.count),
    );
    expect(await relaxed(null, { countries: { anyOf: ['FR'] } })).toEqual([
      { without: 'filter.countries', count: 4 },
    ]);
    expect(await relaxed(null, { and: [{ hasYear: true }, { hasYear: false }], hasCountries: true })).toEqual(
      [
        { without: 'filter.and[1]', count: 3 },
        { without: 'filter.and[0]', count: 1 },
      ],
    );
    expect(await relaxed(null, {})).toEqual([]);
    expect(await relaxed(null, { hasYear: true })).toEqual([]);
  });

  it('gives the search and the filter to send', async () => {
    const filter: PublicationFilter = {
      regions: { anyOf: ['africa'], match: null },
      and: [
        { not: { updated: { before: '2020-01-01' } } },
        { created: { from: '2020-01-01T01:00:00+01:00' } },
      ],
      year: { from: 2012, to: 2013 },
      topics: null,
    };
    const { relaxations } = await ask('police OR "capacity building"', filter);
    expect(relaxations).toEqual([
      {
        without: 'filter.year',
        count: 2,
        search: 'police OR "capacity building"',
        filter: {
          regions: { anyOf: ['africa'], match: null },
          and: [
            { not: { updated: { before: '2020-01-01T00:00:00Z' } } },
            { created: { from: '2020-01-01T01:00:00+01:00' } },
          ],
        },
      },
    ]);
    // Words in capitals stay so, words that are corrected stay as they were given.
    const search = 'TRAFFICKING "the police" ghan* OR niger -qqq "capacty bulding"';
    const { relaxations: ofSearch } = await ask(search);
    expect(ofSearch).toEqual([
      {
        without: 'trafficking',
        count: 1,
        search: '"the police" ghan* OR niger "capacty bulding" -qqq',
        filter: null,
      },
    ]);
    const { relaxations: ofWords } = await ask('"capacty bulding" nigeria OR niger -"O\'Hara OR" trainin*');
    expect(ofWords).toEqual([
      {
        without: 'nigeria or niger',
        count: 1,
        search: '"capacty bulding" trainin* -"O\'Hara OR"',
        filter: null,
      },
    ]);
  });

  it('relaxes within the list that it was asked of', async () => {
    const { data, sql } = await catalogue.execute<never>(
      `{ countries(filter: { codes: ["GH", "NE", "NG"] }) { nodes { code publications(search: "police borders") {
           totalCount relaxations { without count } } } } }`,
    );
    expect(data).toEqual({
      countries: {
        nodes: [
          {
            code: 'GH',
            publications: { totalCount: 0, relaxations: [{ without: 'borders', count: 2 }] },
          },
          {
            code: 'NE',
            publications: { totalCount: 0, relaxations: [{ without: 'police', count: 1 }] },
          },
          { code: 'NG', publications: { totalCount: 0, relaxations: [] } },
        ],
      },
    });
    // The countries, the words, the count, and one for each of two conditions.
    expect(sql).toHaveLength(5);
  });

  it('counts nothing that is not asked for', async () => {
    const { sql } = await catalogue.execute(
      '{ publications(search: "qqqqqq") { searchInfo { understoodAs } } }',
    );
    expect(sql.filter((statement) => statement.includes('count(*)'))).toEqual([]);
  });
});

interface Edge {
  node: { slug: string };
  relevance: number | null;
  highlights: { field: string; snippet: string }[];
}

async function edges(args: string) {
  const { data, errors, sql } = await catalogue.execute<{ publications: { edges: Edge[] } }>(
    `{ publications(${args}) { edges { relevance node { slug } highlights { field snippet } } } }`,
  );
  expect(errors).toBeUndefined();
  return { edges: data.publications.edges, sql };
}

describe('PublicationEdge', () => {
  it('highlights the title and the abstract', async () => {
    const { edges: found, sql } = await edges('search: "trafficking person OR police"');
    expect(found.map(({ node, highlights }) => [node.slug, ...highlights])).toEqual([
      [
        'nigeria',
        { field: 'TITLE', snippet: '<mark>Trafficking</mark> in Nigeria' },
        {
          field: 'ABSTRACT',
          snippet: 'A study of <mark>trafficked</mark> &lt;<mark>persons</mark>&gt; &amp; routes.',
        },
      ],
    ]);
    // The words, the page, the relevance and the abstracts.
    expect(sql).toHaveLength(4);
    const { edges: police } = await edges('search: "polic* ghana"');
    expect(police.map(({ node, highlights }) => [node.slug, ...highlights])).toEqual([
      [
        'police',
        { field: 'TITLE', snippet: '<mark>Police</mark> training' },
        {
          field: 'ABSTRACT',
          snippet: 'Capacity building for the <mark>police</mark> of <mark>Ghana</mark>.',
        },
      ],
      ['name'],
    ]);
  });

  it('highlights what a word was corrected to', async () => {
    const { edges: found } = await edges('search: "trafficing"');
    expect(found[0]?.highlights[0]?.snippet).toBe('<mark>Trafficking</mark> in Nigeria');
  });

  it('has a relevance in every order, from 0 to 1', async () => {
    const byRelevance = (await edges('search: "police"')).edges;
    const [first, second] = byRelevance;
    expect(byRelevance.map(({ node }) => node.slug)).toEqual(['police', 'name']);
    expect([first?.relevance, second?.relevance]).toEqual([0.75, 0.5]);
    const byTitle = (await edges('search: "police", orderBy: { field: TITLE, direction: DESC }')).edges;
    expect(byTitle).toEqual([second, first]);
    expect((await edges('search: "-police"')).edges.map(({ relevance }) => relevance)).toEqual([0, 0]);
  });

  it('has neither where nothing is searched for', async () => {
    const { edges: found, sql } = await edges('first: 1');
    expect(found[0]).toMatchObject({ relevance: null, highlights: [] });
    expect(sql).toHaveLength(1);
  });
});
