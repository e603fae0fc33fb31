import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

interface Region {
  slug: string;
  publications: { totalCount: number };
}

describe('Query.region', () => {
  test.each(['west-africa', 'West-Africa', '011'])('knows %s', async (slug) => {
    const { data, errors } = await catalogue.execute<{ region: object }>(
      `query ($slug: String!) { region(slug: $slug) { slug m49 name parent { slug } } }`,
      { slug },
    );
    expect(errors).toBeUndefined();
    expect(data.region).toMatchObject({ slug: 'west-africa', m49: '011', name: 'West Africa' });
  });

  test('is null for what there is not', async () => {
    for (const slug of ['', 'no-such', '000', '__proto__', '\0', '\ud800']) {
      const { data, errors } = await catalogue.execute<{ region: null }>(
        `query ($slug: String!) { region(slug: $slug) { slug } }`,
        { slug },
      );
      expect(errors).toBeUndefined();
      expect(data.region).toBeNull();
    }
  });

  test('has its parents up to the world, its children, and countries with or without theirs', async () => {
    const { data, errors } = await catalogue.execute<{
      region: {
        parent: object;
        children: { slug: string }[];
        direct: object[];
        all: { code: string; status: string }[];
      };
    }>(`{ region(slug: "africa") { parent { slug parent { slug } } children { slug }
      direct: countries(transitive: false) { code } all: countries { code status } } }`);
    expect(errors).toBeUndefined();
    const { parent, children, direct, all } = data.region;
    expect(parent).toEqual({ slug: 'world', parent: null });
    expect(children.map(({ slug }) => slug)).toEqual([
      'african-great-lakes',
      'maghreb',
      'north-africa',
      'sub-saharan-africa',
    ]);
    expect(direct).toEqual([]);
    // M49 has 60 countries in Africa. Former countries stay where they were.
    expect(all.filter(({ status }) => status === 'CURRENT')).toHaveLength(60);
    const former = all.filter(({ status }) => status === 'FORMER').map(({ code }) => code);
    expect(former.sort()).toEqual(['AIDJ', 'DYBJ', 'FQHH', 'HVBF', 'RHZW', 'ZRCD']);
  });
});

describe('Region.publications', () => {
  test('reach as far as `match` says, through subregions and countries', async () => {
    const { data, errors } = await catalogue.execute<{
      regions: { nodes: (Region & Record<string, unknown>)[] };
    }>(`{
      regions(filter: { slugs: ["africa", "west-africa", "western-balkans", "world", "north-africa"] }) { nodes { slug
        publications { totalCount }
        subregions: publications(match: INCLUDING_SUBREGIONS) { totalCount }
        direct: publications(match: DIRECT) { totalCount } } } }`);
    expect(errors).toBeUndefined();
    const counts = (region: Record<string, unknown>) =>
      ['publications', 'subregions', 'direct'].map(
        (name) => (region[name] as Region['publications']).totalCount,
      );
    expect(Object.fromEntries(data.regions.nodes.map((region) => [region.slug, counts(region)]))).toEqual({
      africa: [1, 1, 0],
      'north-africa': [0, 0, 0],
      'west-africa': [1, 1, 1],
      'western-balkans': [1, 0, 0],
      world: [3, 3, 0],
    });
  });
});

describe('Query.regions', () => {
  const slugs = async (args: string) => {
    const { data, errors } = await catalogue.execute<{ regions: { totalCount: number; nodes: Region[] } }>(
      `{ regions(${args}) { totalCount nodes { slug } } }`,
    );
    expect(errors).toBeUndefined();
    return data.regions.nodes.map(({ slug }) => slug);
  };

  test('filters by slug or M49, by what lies within, by name, by what is published', async () => {
    expect(await slugs('filter: { slugs: ["011", "europe"] }')).toEqual(['europe', 'west-africa']);
    expect(await slugs('filter: { within: ["africa"], hasPublications: true }')).toEqual([
      'central-africa',
      'lake-chad-basin',
      'sahel',
      'sub-saharan-africa',
      'west-africa',
    ]);
    expect(await slugs('filter: { name: "horn of" }')).toEqual(['horn-of-africa']);
    expect(await slugs('filter: { slugs: [] }')).toEqual([]);
  });

  test('orders by name and by M49, those without a code last', async () => {
    const byCode = await slugs('first: 100, orderBy: { field: M49 }');
    expect(byCode.slice(0, 3)).toEqual(['world', 'africa', 'south-america']);
    expect(byCode.indexOf('horn-of-africa')).toBeGreaterThan(byCode.indexOf('west-africa'));
    expect(await slugs('first: 100, orderBy: { field: M49, direction: DESC }')).toEqual(
      [...byCode].reverse(),
    );
    const byName = await slugs('first: 100');
    expect([...byName].sort()).toEqual([...byCode].sort());
    expect(byName[0]).toBe('africa');
  });
});
