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
  await catalogue.importTexts({ 'a.jsonl': PUBLICATIONS.map((of) => JSON.stringify(of)).join('\n') });
});
afterAll(() => catalogue.close());

interface Info {
  understoodAs: string;
  didYouMean: string | null;
  relaxations: { without: string; count: number }[];
}

async function info(search: string | null, args = ''): Promise<Info | null> {
  const { data, errors } = await catalogue.execute<{ publications: { searchInfo: Info | null } }>(
    `query ($search: String) {
      publications(search: $search ${args}) { searchInfo { understoodAs didYouMean relaxations { without count } } } }`,
    { search },
  );
  expect(errors).toBeUndefined();
  return data.publications.searchInfo;
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
    const found = await info(search);
    expect(found).toMatchObject({ understoodAs, didYouMean });
  });

  it('is null where nothing is searched for', async () => {
    for (const search of [null, '', '?!']) expect(await info(search)).toBeNull();
  });

  it('says which condition to give up where nothing is found', async () => {
    const relaxed = async (search: string, args?: string) => (await info(search, args))?.relaxations;
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
    expect(await relaxed('police', 'filter: { countries: { anyOf: ["NG"] }, year: { from: 2011 } }')).toEqual(
      [
        { without: 'police', count: 1 },
        { without: 'filter.countries', count: 1 },
      ],
    );
    // Not where something is found, where nothing is left, or where no single condition is to blame.
    expect(await relaxed('police')).toEqual([]);
    expect(await relaxed('qqqqqq')).toEqual([]);
    expect(await relaxed('qqqqqq zzzzzz')).toEqual([]);
  });

  it('relaxes within the list that it was asked of', async () => {
    const { data, sql } = await catalogue.execute<never>(
      `{ countries(filter: { codes: ["GH", "NE", "NG"] }) { nodes { code publications(search: "police borders") {
           totalCount searchInfo { relaxations { without count } } } } } }`,
    );
    expect(data).toEqual({
      countries: {
        nodes: [
          {
            code: 'GH',
            publications: { totalCount: 0, searchInfo: { relaxations: [{ without: 'borders', count: 2 }] } },
          },
          {
            code: 'NE',
            publications: { totalCount: 0, searchInfo: { relaxations: [{ without: 'police', count: 1 }] } },
          },
          { code: 'NG', publications: { totalCount: 0, searchInfo: { relaxations: [] } } },
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
    expect(first?.relevance).toBeGreaterThan(second?.relevance ?? 1);
    expect(first?.relevance).toBeLessThanOrEqual(1);
    expect(second?.relevance).toBeGreaterThan(0);
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
