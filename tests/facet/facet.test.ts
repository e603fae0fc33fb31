import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

interface Facet {
  buckets: {
    value: string;
    label: string;
    count: number;
    isSelected: boolean;
    from: number | null;
    to: number | null;
  }[];
  missing: number;
  distinct: number;
}
type Facets<Keys extends string> = { publications: { facets: Record<Keys, Facet> } };

describe('PublicationConnection.facets', () => {
  let listing: TestCatalogue;
  beforeAll(async () => (listing = await testCatalogue('listing')));
  afterAll(() => listing.close());

  test('counts the listing, the most frequent first, then by label', async () => {
    const { data, errors } = await listing.execute<
      Facets<'countries' | 'regions' | 'authors' | 'contributors' | 'categories' | 'years'>
    >(`{
      publications { facets {
        countries(first: 3) { buckets { value label count isSelected } missing distinct }
        regions(first: 4) { buckets { value label count } missing distinct }
        authors(first: 2) { buckets { value label count } missing distinct }
        contributors(first: 2) { buckets { value label count } missing distinct }
        categories { buckets { value } missing distinct }
        years(first: 3) { buckets { value label count } missing distinct }
      } } }`);
    expect(errors).toBeUndefined();
    const { countries, regions, authors, contributors, categories, years } = data.publications.facets;
    expect(countries).toEqual({
      buckets: [
        { value: 'AL', label: 'Albania', count: 1, isSelected: false },
        { value: 'BS', label: 'Bahamas', count: 1, isSelected: false },
        { value: 'BB', label: 'Barbados', count: 1, isSelected: false },
      ],
      missing: 7,
      distinct: 15,
    });
    expect(regions.buckets).toEqual([
      { value: 'world', label: 'World', count: 3 },
      { value: 'africa', label: 'Africa', count: 1 },
      { value: 'americas', label: 'Americas', count: 1 },
      { value: 'asia', label: 'Asia', count: 1 },
    ]);
    expect(authors).toEqual({
      buckets: [
        { value: 'donatella-bradic', label: 'Donatella Bradic', count: 1 },
        { value: 'g-liu', label: 'G. Liu', count: 1 },
      ],
      missing: 5,
      distinct: 8,
    });
    // Two organisations are contributors in another role.
    expect(contributors).toEqual({ ...authors, distinct: 10 });
    expect(categories).toEqual({ buckets: [], missing: 10, distinct: 0 });
    expect(years).toEqual({
      buckets: [
        { value: '2010', label: '2010', count: 2 },
        { value: '2016', label: '2016', count: 2 },
        { value: '2018', label: '2018', count: 2 },
      ],
      missing: 0,
      distinct: 7,
    });
  });

  test('spans years by a width', async () => {
    const { data } = await listing.execute<Facets<'years'>>(
      '{ publications { facets { years(width: 10) { buckets { value label count from to } missing distinct } } } }',
    );
    expect(data.publications.facets.years).toEqual({
      buckets: [
        { value: '2010', label: '2010–2019', count: 8, from: 2010, to: 2019 },
        { value: '2000', label: '2000–2009', count: 1, from: 2000, to: 2009 },
        { value: '2020', label: '2020–2029', count: 1, from: 2020, to: 2029 },
      ],
      missing: 0,
      distinct: 3,
    });
  });

  test('orders buckets by value', async () => {
    const { data, errors } = await listing.execute<Facets<'countries' | 'authors' | 'years'>>(`{
      publications(filter: { authors: { anyOf: ["shukri-hirabe-gesod"] } }) { facets {
        authors(first: 2, orderBy: VALUE) { buckets { value isSelected } } } }
      all: publications { facets {
        countries(first: 3, orderBy: VALUE) { buckets { value from to } }
        years(first: 4, orderBy: VALUE) { buckets { value } } } } }`);
    expect(errors).toBeUndefined();
    expect(data.publications.facets.authors.buckets).toEqual([
      { value: 'donatella-bradic', isSelected: false },
      { value: 'g-liu', isSelected: false },
      { value: 'shukri-hirabe-gesod', isSelected: true },
    ]);
    const { all } = data as unknown as { all: Facets<'countries' | 'years'>['publications'] };
    expect(all.facets.countries.buckets).toEqual(
      ['AL', 'ANHH', 'BA'].map((value) => ({ value, from: null, to: null })),
    );
    expect(all.facets.years.buckets.map(({ value }) => value)).toEqual(['2009', '2010', '2014', '2016']);
  });

  test('counts one level of one tree of regions', async () => {
    const { data, errors } = await listing.execute<Facets<'top' | 'africa' | 'deeper' | 'selected'>>(`{
      publications(filter: { regions: { anyOf: ["west-africa", "europe"] } }) { facets {
        top: regions(level: 1) { buckets { value } distinct }
        africa: regions(within: "002") { buckets { value count } distinct missing }
        deeper: regions(within: "africa", level: 2) { buckets { value count isSelected } }
        selected: regions(within: "europe") { buckets { value isSelected } } } } }`);
    expect(errors).toBeUndefined();
    const { top, africa, deeper, selected } = data.publications.facets;
    expect(top.buckets.map(({ value }) => value)).toEqual([
      'africa',
      'americas',
      'asia',
      'europe',
      'mediterranean',
    ]);
    expect(top.distinct).toBe(5);
    expect(africa).toEqual({ buckets: [{ value: 'sub-saharan-africa', count: 1 }], distinct: 1, missing: 7 });
    // What the filter names is kept in view, if it is of the level that is asked for.
    expect(deeper.buckets).toEqual([
      { value: 'central-africa', count: 1, isSelected: false },
      { value: 'lake-chad-basin', count: 1, isSelected: false },
      { value: 'sahel', count: 1, isSelected: false },
      { value: 'west-africa', count: 1, isSelected: true },
    ]);
    expect(selected.buckets.filter(({ isSelected }) => isSelected)).toEqual([]);
  });

  test('keeps what is selected in view, however little it finds', async () => {
    const { data, errors } = await listing.execute<Facets<'countries' | 'topics' | 'authors' | 'years'>>(`{
      publications(filter: {
        countries: { anyOf: ["nga", "FRA"], noneOf: ["JM"] }, topics: { allOf: ["capacity-building"] },
        authors: { anyOf: ["g-liu"] }, year: { in: [1950, 2017], to: 2016 } }) { facets {
        countries(first: 0) { buckets { value count isSelected } distinct }
        topics(first: 0) { buckets { value count isSelected } }
        authors(first: 0) { buckets { value count isSelected } }
        years(first: 1) { buckets { value count isSelected } }
      } } }`);
    expect(errors).toBeUndefined();
    expect(data.publications.facets).toEqual({
      countries: {
        buckets: [
          { value: 'FR', count: 0, isSelected: true },
          { value: 'NG', count: 0, isSelected: true },
        ],
        distinct: 0,
      },
      topics: { buckets: [{ value: 'capacity-building', count: 0, isSelected: true }] },
      authors: { buckets: [{ value: 'g-liu', count: 0, isSelected: true }] },
      years: {
        buckets: [
          { value: '1950', count: 0, isSelected: true },
          { value: '2017', count: 0, isSelected: false },
        ],
      },
    });
  });

  test('selects the years of a range without keeping all of them in view', async () => {
    const { data } = await listing.execute<Facets<'years' | 'spans'>>(`{
      publications(filter: { year: { from: 2016 } }) { facets {
        years(first: 2) { buckets { value count isSelected } }
        spans: years(width: 5) { buckets { value isSelected } } } } }`);
    expect(data.publications.facets.years.buckets).toEqual([
      { value: '2010', count: 2, isSelected: false },
      { value: '2016', count: 2, isSelected: true },
    ]);
    expect(data.publications.facets.spans.buckets).toEqual([
      { value: '2015', isSelected: true },
      { value: '2010', isSelected: false },
      { value: '2005', isSelected: false },
      { value: '2020', isSelected: true },
    ]);
  });

  test('refuses what is out of range, naming the argument', async () => {
    for (const [field, message] of [
      ['countries(first: 101)', 'first: 101 is out of range; give 0 to 100.'],
      ['authors(first: -1)', 'first: -1 is out of range; give 0 to 100.'],
      ['regions(level: 11)', 'level: 11 is out of range; give 1 to 10.'],
      [
        'regions(within: "afrca")',
        'within: no region has the slug or M49 code "afrca"; the nearest is "africa".',
      ],
      ['years(width: 0)', 'width: 0 is out of range; give 1 to 1000.'],
    ]) {
      const { errors } = await listing.execute(`{ publications { facets { ${field} { missing } } } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('the statements of facets', () => {
  let listing: TestCatalogue;
  beforeAll(async () => (listing = await testCatalogue('listing', { cost: 1_000_000 })));
  afterAll(() => listing.close());

  const ALL = `facets {
    countries { missing } regions { missing } topics { missing } categories { missing } years { missing }
    decades: years(width: 10) { missing } more: countries(first: 50) { missing } }`;
  const statements = async (query: string) => {
    const { errors, sql } = await listing.execute(query);
    expect(errors).toBeUndefined();
    return sql;
  };

  test('are one that reads the tally, for the whole catalogue', async () => {
    const sql = await statements(`{ publications { ${ALL} } }`);
    expect(sql).toHaveLength(1);
    expect(sql[0]).toContain('from "tally"');
  });

  test('are one for all members of a kind', async () => {
    const query = `{ topic(slug: "capacity-building") { publications { ${ALL} } }
      a: country(code: "NG") { publications { ${ALL} } } b: country(code: "JM") { publications { ${ALL} } } }`;
    expect(await statements(query)).toHaveLength(2);
  });

  test('are one for each kind of list that has to be counted', async () => {
    expect(await statements(`{ publications(filter: { hasAuthors: true }) { ${ALL} } }`)).toHaveLength(1);
    // Another, with the year left out, for the years.
    expect(
      await statements(`{ publications(filter: { hasAuthors: true, year: { from: 2010 } }) { ${ALL} } }`),
    ).toHaveLength(2);
    expect(
      await statements(`{ countries(first: 50, filter: { hasPublications: true }) { nodes {
        publications(filter: { hasAuthors: true }) { ${ALL} } } } }`),
    ).toHaveLength(2);
    expect(
      await statements(`{ countries(first: 50, filter: { hasPublications: true }) { nodes {
        publications { facets { authors { missing } more: authors { distinct } } } } } }`),
    ).toHaveLength(2);
  });

  test('give each list its own', async () => {
    const { data } = await listing.execute<{
      countries: {
        nodes: { code: string; publications: { facets: { countries: Facet; authors: Facet } } }[];
      };
    }>(`{ countries(first: 50, filter: { codes: ["NG", "AL", "FR"] }) { nodes { code
      publications(filter: { hasAbstract: true }) { facets {
        countries { distinct missing buckets { value } } authors(first: 1) { distinct missing buckets { value } } } } } } }`);
    expect(data.countries.nodes).toEqual([
      {
        code: 'AL',
        publications: {
          facets: {
            countries: {
              distinct: 6,
              missing: 0,
              buckets: ['AL', 'BA', 'XK', 'ME', 'MK', 'RS'].map((value) => ({ value })),
            },
            authors: { distinct: 3, missing: 0, buckets: [{ value: 'donatella-bradic' }] },
          },
        },
      },
      {
        code: 'FR',
        publications: {
          facets: {
            countries: { distinct: 0, missing: 0, buckets: [] },
            authors: { distinct: 0, missing: 0, buckets: [] },
          },
        },
      },
      {
        code: 'NG',
        publications: {
          facets: {
            countries: { distinct: 1, missing: 0, buckets: [{ value: 'NG' }] },
            authors: { distinct: 1, missing: 0, buckets: [{ value: 'shukri-hirabe-gesod' }] },
          },
        },
      },
    ]);
  });
});

describe('FacetBucket.label, StatisticsKey.label', () => {
  it('name countries and regions in the language that is asked for, all else as it is', async () => {
    const listing = await testCatalogue('listing');
    const { data, errors } = await listing.execute(`{
      publications(filter: { countries: { allOf: ["TZ"] }, year: { in: [2020] } }) {
        facets {
          countries(first: 0) { buckets { value label fr: label(language: FR) } }
          years(first: 0) { buckets { fr: label(language: FR) } }
        }
      }
      publicationStatistics(by: [COUNTRY, REGION, TOPIC], filter: { countries: { anyOf: ["NG"] } }, first: 1) {
        rows { keys { label fr: label(language: FR) } }
      }
      missing: publicationStatistics(by: [CATEGORY], first: 1) { rows { keys { fr: label(language: FR) } } }
    }`);
    await listing.close();
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      publications: {
        facets: {
          countries: { buckets: [{ value: 'TZ', label: 'Tanzania', fr: 'Tanzanie' }] },
          years: { buckets: [{ fr: '2020' }] },
        },
      },
      publicationStatistics: {
        rows: [
          {
            keys: [
              { label: 'Nigeria', fr: 'Nigeria' },
              { label: 'Africa', fr: 'Afrique' },
              { label: 'Capacity Building', fr: 'Capacity Building' },
            ],
          },
        ],
      },
      missing: { rows: [{ keys: [{ fr: null }] }] },
    });
  });
});
