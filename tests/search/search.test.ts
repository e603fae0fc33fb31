import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

/** Each is found by its slug; what else it says is what the tests search for. */
const PUBLICATIONS = [
  { slug: 'title', title: 'Smuggling of migrants', year: 2010 },
  { slug: 'newer', title: 'Smuggling of migrants', year: 2015 },
  { slug: 'undated', title: 'Smuggling of migrants' },
  {
    slug: 'abstract',
    title: 'A report',
    abstract: 'How migrants are smuggled, and by whom; the police of each state was asked.',
    year: 2020,
  },
  { slug: 'name', title: 'A leaflet', authors: ['Migrants Smuggled'], year: 2019 },
  { slug: 'far', title: 'Migrants', abstract: 'On routes, boats, borders. Smuggling it is.', year: 2001 },
  {
    slug: 'french',
    title: 'La traite des êtres humains en Côte d’Ivoire',
    abstract: 'Guide à l’usage des juges.',
  },
  { slug: 'spanish', title: 'Trata de niñas y niños', countries: ['CI'] },
  { slug: 'german', title: 'Maßnahmen gegen Menschenhandel', regions: ['west-africa'] },
  { slug: 'arabic', title: 'مكافحة الاتجار بالأشخاص', abstract: 'دليل المدرّبين' },
  { slug: 'russian', title: 'Торговля людьми', abstract: 'Руководство для русских судей' },
  { slug: 'chinese', title: '打击人口贩运手册' },
  { slug: 'korean', title: '인신매매 방지 지침' },
  { slug: 'thai', title: 'การค้ามนุษย์' },
  {
    slug: 'who',
    title: 'Guidance for those who care',
    abstract: 'WHO and its partners. Capacity and building.',
    authors: [{ name: 'World Health Organization', acronym: 'WHO', aliases: ['OMS'], kind: 'ORGANIZATION' }],
  },
  {
    slug: 'phrase',
    title: 'Capacity building of law-enforcement',
    abstract: 'In the U.S.A. and elsewhere.',
    topics: ['Handbooks & Tools'],
    categories: ['Étude'],
    countries: ['NG'],
  },
];

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({
    'a.jsonl': PUBLICATIONS.map((publication) => JSON.stringify(publication)).join('\n'),
  });
});
afterAll(() => catalogue.close());

interface Found {
  totalCount: number;
  nodes: { slug: string }[];
}

/** The slugs of what a search finds, the most relevant first. */
async function find(search: string, args = ''): Promise<string[]> {
  const { data, errors } = await catalogue.execute<{ publications: Found }>(
    `query ($search: String) { publications(search: $search, first: 100 ${args}) { totalCount nodes { slug } } }`,
    { search },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data.publications;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ slug }) => slug);
}

describe('Query.publications(search:)', () => {
  it('lists hits in the title before those in names, then the others, each tier newest first', async () => {
    const ranked = ['newer', 'title', 'undated', 'name', 'abstract', 'far'];
    expect(await find('migrants smuggled')).toEqual(ranked);
    expect(await find('SMUGGLES migrant')).toEqual(ranked);
    expect(await find('migrants smuggled', 'orderBy: { field: RELEVANCE, direction: ASC }')).toEqual(
      ranked.toReversed(),
    );
  });

  it('is in another order where that is asked', async () => {
    expect(await find('migrants', 'orderBy: { field: YEAR }')).toEqual([
      ...['abstract', 'name', 'newer', 'title', 'far', 'undated'],
    ]);
    expect(await find('migrants', 'orderBy: { field: YEAR, direction: ASC }')).toEqual([
      ...['far', 'title', 'newer', 'name', 'abstract', 'undated'],
    ]);
  });

  it.each([
    // Case, accents, endings.
    ['TRAITES', ['french']],
    ['cote divoire', ['french', 'spanish']],
    ['cote d ivoire', ['french', 'spanish']],
    ["COTE D'IVOIRE", ['french', 'spanish']],
    ['massnahmen', ['german']],
    ['ninos NIÑA', ['spanish']],
    // Other scripts.
    ['الإتجار', ['arabic']],
    ['مدرب', ['arabic']],
    ['торговли', ['russian']],
    ['русский судья', ['russian']],
    ['人口', ['chinese']],
    ['口人', []],
    ['手册 贩运', ['chinese']],
    ['매매', ['korean']],
    ['มนุษย์', ['thai']],
    // Names.
    ['handbook tools', ['phrase']],
    ['etude', ['phrase']],
    ['Nigéria', ['phrase']],
    ['نيجيريا', ['phrase']],
    ['afrique occidentale', ['german']],
    ['OMS', ['who']],
    ['world health', ['who']],
    // The dialect.
    ['"capacity building"', ['phrase']],
    ['capacity building', ['phrase', 'who']],
    ['building-capacity', []],
    // A phrase ends with the title or the name that it stands in.
    ['"ivoire guide"', []],
    ['"leaflet migrants"', []],
    ['"organization oms"', []],
    ['law enforcement', ['phrase']],
    ['usa', ['phrase']],
    ['traite OR trata', ['spanish', 'french']],
    ['leaflet OR report migrants', ['name', 'abstract']],
    ['migrants -"smuggling of migrants" -name', ['far', 'name', 'abstract']],
    ['smuggling -police -leaflet', ['newer', 'title', 'undated', 'far']],
    ['smuggl* -far', ['newer', 'title', 'undated', 'name', 'abstract', 'far']],
    ['menschen*', ['german']],
    ['handelsm*', []],
    ['enforcemen*', ['phrase']],
    // Words that are too frequent to tell texts apart.
    ['the migrants of a boat', ['far']],
    ['"smuggling the migrants"', ['newer', 'title', 'undated']],
    ['who migrants', ['newer', 'title', 'far', 'undated', 'name', 'abstract']],
    ['WHO migrants', []],
    ['WHO partners', ['who']],
    ['THE MIGRANTS OF A BOAT', ['far']],
    ['migrants AND boat', ['far']],
    ['migrants NOT "smuggling of migrants" NOT name', ['far', 'name', 'abstract']],
    ['who', ['who']],
    ['for those', ['who']],
  ])('%j finds %j', async (search, slugs) => {
    expect(await find(search)).toEqual(slugs);
  });

  it.each([
    ['smugling migrnts', ['newer', 'title', 'undated', 'name', 'abstract', 'far']],
    ['руководсво', ['russian']], // an alphabet of its own, which trigrams have to know
    ['"smugling of migrnats"', ['newer', 'title', 'undated']],
    ['nigerai', ['phrase']],
    ['-smugling migrants', []],
    ['lae', []],
    ['qqqqqqqq', []],
  ])('forgives the typos of %j', async (search, slugs) => {
    expect(await find(search)).toEqual(slugs);
  });

  it('finds all but what is excluded, the newest first', async () => {
    expect((await find('-report -guide')).slice(0, 4)).toEqual(['name', 'newer', 'title', 'far']);
    expect(await find('-report')).toHaveLength(PUBLICATIONS.length - 1);
  });

  it('is no condition where it has no word', async () => {
    for (const search of ['', ' \t', '?!', '"" -', '\ud800', '\0'])
      expect((await find(search)).slice(0, 3)).toEqual(['abstract', 'name', 'newer']);
    expect(await find('?', 'orderBy: { field: RELEVANCE }')).toHaveLength(PUBLICATIONS.length);
  });

  it('holds together with the filter', async () => {
    expect(await find('migrants', 'filter: { year: { from: 2015 } }')).toEqual(['newer', 'name', 'abstract']);
    expect(await find('migrants', 'filter: { countries: { anyOf: ["NG"] } }')).toEqual([]);
    expect(await find('law', 'filter: { countries: { anyOf: ["NG"] } }')).toEqual(['phrase']);
  });

  it.each(['migrants', '-migrants'])('counts %s by the vocabulary alone', async (search) => {
    const hits = await find(search);
    const { data, sql } = await catalogue.execute<{ publications: Found }>(
      'query ($search: String) { publications(search: $search) { totalCount } }',
      { search },
    );
    expect(data.publications.totalCount).toBe(hits.length);
    expect(sql.filter((statement) => statement.includes('"publication"'))).toEqual([]);
  });

  it('is refused where it is too long', async () => {
    const { errors } = await catalogue.execute(
      'query ($search: String) { publications(search: $search) { totalCount } }',
      {
        search: 'a '.repeat(600),
      },
    );
    expect(errors?.[0]).toMatchObject({
      message: 'search: 1200 characters are too many; give 1000 at most.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'search' },
    });
  });

  it('is needed by the order RELEVANCE', async () => {
    const { errors } = await catalogue.execute(
      '{ publications(orderBy: { field: RELEVANCE }) { totalCount } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'orderBy.field: RELEVANCE needs a search; give "search", or another field.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy.field' },
    });
  });
});
