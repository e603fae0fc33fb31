import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

const WORLD: string[] = [];
const EMPTY = {
  year: 0,
  countries: WORLD,
  regions: [] as string[],
  people: [] as string[],
  organisations: [] as string[],
};

/** The listing that ships, read by hand: title, year, countries (none: worldwide), regions, authors, editors of the host work. */
const TABLE = [
  { ...EMPTY, title: 'Harnessing Accumulated Knowledge', year: 2016 },
  { ...EMPTY, title: 'Institutional Framework for Addressing Gender-Based Violence', year: 2018 },
  {
    ...EMPTY,
    title: 'Trafficking in Human Beings and Smuggling of Migrants in ACP',
    year: 2018,
    people: ['Lori J. Mann'],
  },
  {
    ...EMPTY,
    title: 'Towards Global EU-Action',
    year: 2010,
    organisations: ["Sweden's Ministry of Justice", 'International Organization for Migration'],
  },
  { ...EMPTY, title: 'Caring for Trafficked Persons', year: 2009 },
  {
    ...EMPTY,
    title: 'Legal Review on Trafficking in Persons in the Caribbean',
    year: 2010,
    countries: ['BS', 'BB', 'GY', 'JM', 'ANHH', 'LC', 'SR', 'TT'],
    regions: ['Central America', 'North America', 'Caribbean'],
  },
  {
    ...EMPTY,
    title: 'Community Engagement in Preventing',
    year: 2020,
    countries: ['NG'],
    regions: ['West Africa', 'Central Africa'],
    people: ['Shukri Hirabe Gesod'],
  },
  {
    ...EMPTY,
    title: 'National Referral Mechanisms',
    year: 2017,
    people: ['G. Liu'],
    editors: ['M. McAuliffe', 'M. Klein Solomon'],
  },
  { ...EMPTY, title: 'Guidance Note on How to Mainstream Protection', year: 2016 },
  {
    ...EMPTY,
    title: 'Needs Assessment: Human trafficking in the Western Balkans',
    year: 2014,
    countries: ['AL', 'ME', 'MK', 'XK', 'BA', 'RS'],
    regions: ['Eastern Europe', 'South-Eastern Europe', 'Central Asia'],
    people: ['Jacqueline Berman', 'Donatella Bradic', 'Phil Marshal'],
  },
] as (typeof EMPTY & { title: string; editors?: string[] })[];

interface Listed {
  title: string;
  abstract: string;
  year: number;
  url: null;
  isWorldwide: boolean;
  countries: { code: string }[];
  regions: { name: string }[];
  authors: { name: string; kind: string }[];
  contributions: {
    author: { name: string; kind: string };
    role: string;
    position: number;
    printedAs: string;
  }[];
  topics: { name: string }[];
  categories: { name: string }[];
  partOf: object | null;
}

async function listAll(): Promise<Listed[]> {
  const { data, errors } = await catalogue.execute<{ publications: { nodes: Listed[] } }>(`{
    publications(orderBy: { field: CREATED_AT, direction: ASC }) { nodes {
      title abstract year url isWorldwide countries { code } regions { name } topics { name } categories { name }
      authors { name kind } contributions { author { name kind } role position printedAs }
      partOf { title publisher place year } } }
  }`);
  expect(errors).toBeUndefined();
  return data.publications.nodes;
}

const sortValues = (values: readonly string[]) => [...values].sort();

describe('the listing that ships', () => {
  test.each(TABLE.map((row, i) => [row.title, row, i] as const))('has %s', async (_, row, i) => {
    const publication = (await listAll())[i] as Listed;
    expect(publication.title.startsWith(row.title)).toBe(true);
    expect(publication.abstract.length).toBeGreaterThan(100);
    expect(publication.url).toBeNull();
    expect(publication.year).toBe(row.year);
    expect(publication.isWorldwide).toBe(row.countries.length === 0);
    expect(sortValues(publication.countries.map(({ code }) => code))).toEqual(sortValues(row.countries));
    expect(sortValues(publication.regions.map(({ name }) => name))).toEqual(sortValues(row.regions));
    expect(publication.authors).toEqual([
      ...row.people.map((name) => ({ name, kind: 'PERSON' })),
      ...row.organisations.map((name) => ({ name, kind: 'ORGANIZATION' })),
    ]);
    expect(
      publication.contributions.map(({ author, role, position }) => [author.name, role, position]),
    ).toEqual([
      ...publication.authors.map(({ name }, position) => [name, 'AUTHOR', position + 1]),
      ...(row.editors ?? []).map((name, position) => [
        name,
        'EDITOR',
        publication.authors.length + position + 1,
      ]),
    ]);
    expect(publication.topics).toEqual([{ name: 'Capacity Building' }]);
    expect(publication.categories).toEqual([]);
    expect(publication.partOf).toEqual(
      row.editors
        ? {
            title: 'Ideas to Inform International Cooperation on Safe, Orderly and Regular Migration',
            publisher: 'IOM',
            place: 'Geneva',
            year: 2017,
          }
        : null,
    );
  });

  test('keeps names as printed beside what they mean', async () => {
    const printed = (await listAll()).flatMap(({ contributions }) =>
      contributions.map(({ author, printedAs }) => [author.name, printedAs]),
    );
    expect(printed).toContainEqual(["Sweden's Ministry of Justice", "Sweden'S Ministry Of Justice"]);
    expect(printed).toContainEqual([
      'International Organization for Migration',
      'International Organization For Migration (IOM)',
    ]);
  });

  test('adds up', async () => {
    const distinct = (values: string[]) => new Set(values).size;
    const people = TABLE.flatMap((row) => row.people);
    const editors = TABLE.flatMap((row) => row.editors ?? []);
    const { data, errors } = await catalogue.execute<
      Record<string, { totalCount: number }> & { catalogue: Record<string, unknown> }
    >(`{
      catalogue { publicationCount countryCount regionCount authorCount topicCount categoryCount years { from to }
        unresolved { field count } }
      worldwide: publications(filter: { isWorldwide: true }) { totalCount }
      placed: publications(filter: { isWorldwide: false }) { totalCount }
      authored: publications(filter: { hasAuthors: true }) { totalCount }
      people: authors(filter: { kinds: [PERSON] }) { totalCount }
      organisations: authors(filter: { kinds: [ORGANIZATION] }) { totalCount }
      countries(filter: { hasPublications: true }) { totalCount }
      topics { totalCount }
      categories { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data.catalogue).toEqual({
      publicationCount: 10,
      countryCount: distinct(TABLE.flatMap((row) => row.countries)),
      regionCount: distinct(TABLE.flatMap((row) => row.regions)),
      authorCount: distinct([...people, ...editors, ...TABLE.flatMap((row) => row.organisations)]),
      topicCount: 1,
      categoryCount: 0,
      years: {
        from: Math.min(...TABLE.map(({ year }) => year)),
        to: Math.max(...TABLE.map(({ year }) => year)),
      },
      unresolved: [],
    });
    const counts = Object.fromEntries(
      Object.entries(data)
        .filter(([name]) => name !== 'catalogue')
        .map(([name, page]) => [name, page.totalCount]),
    );
    expect(counts).toEqual({
      worldwide: TABLE.filter(({ countries }) => countries.length === 0).length,
      placed: TABLE.filter(({ countries }) => countries.length > 0).length,
      authored: TABLE.filter((row) => row.people.length + row.organisations.length > 0).length,
      people: distinct([...people, ...editors]),
      organisations: distinct(TABLE.flatMap((row) => row.organisations)),
      countries: distinct(TABLE.flatMap((row) => row.countries)),
      topics: 1,
      categories: 0,
    });
    // What the sums come to, as the listing's readers state it.
    expect([counts.worldwide, counts.countries, data.catalogue.regionCount]).toEqual([7, 15, 8]);
    expect([counts.people, distinct(people), counts.organisations]).toEqual([8, 6, 2]);
  });

  test('is found by place, through regions and countries', async () => {
    const titles = async (filter: string) => {
      const { data, errors } = await catalogue.execute<{ publications: { nodes: { title: string }[] } }>(
        `{ publications(filter: ${filter}) { nodes { title } } }`,
      );
      expect(errors).toBeUndefined();
      return data.publications.nodes.map(({ title }) =>
        TABLE.findIndex((row) => title.startsWith(row.title)),
      );
    };
    expect(await titles('{ regions: { anyOf: ["africa"] } }')).toEqual([6]);
    expect(await titles('{ regions: { anyOf: ["africa"], match: DIRECT } }')).toEqual([]);
    expect(await titles('{ regions: { anyOf: ["western-balkans"] } }')).toEqual([9]);
    expect(await titles('{ regions: { anyOf: ["western-balkans"], match: INCLUDING_SUBREGIONS } }')).toEqual(
      [],
    );
    expect(await titles('{ regions: { anyOf: ["world"] } }')).toEqual([6, 9, 5]);
    expect(await titles('{ countries: { anyOf: ["ANT", "070"] } }')).toEqual([9, 5]);
    expect(await titles('{ countries: { anyOf: ["NG"] }, includeWorldwide: true }')).toEqual([
      6, 2, 1, 7, 8, 0, 3, 4,
    ]);
  });
});
