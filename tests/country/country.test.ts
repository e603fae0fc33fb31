import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

async function codes(args: string): Promise<string[]> {
  const { data, errors } = await catalogue.execute<{
    countries: { totalCount: number; nodes: { code: string }[] };
  }>(`{ countries(${args}) { totalCount nodes { code } } }`);
  expect(errors).toBeUndefined();
  const found = data.countries.nodes.map(({ code }) => code);
  if (!args.includes('first')) expect(data.countries.totalCount).toBe(found.length);
  return found;
}

describe('Query.country', () => {
  test.each([
    ['NG', 'NG'],
    ['nga', 'NG'],
    ['566', 'NG'],
    ['xk', 'XK'],
    ['XKX', 'XK'],
    ['ANHH', 'ANHH'],
    ['ant', 'ANHH'],
    ['CSHH', 'CSHH'],
    ['CSXX', 'CSXX'],
  ])('knows %s', async (code, expected) => {
    const { data, errors } = await catalogue.execute<{ country: { code: string } | null }>(
      `query ($code: String!) { country(code: $code) { code } }`,
      { code },
    );
    expect(errors).toBeUndefined();
    expect(data.country?.code).toBe(expected);
  });

  test.each([
    '',
    'QQ',
    'Nigeria',
    '__proto__',
    'constructor',
    '\0',
    '\ud800',
    'ﬁ',
    'ß',
    "N' or 1=1 --",
    'N'.repeat(10_000),
  ])('is null for %.20j', async (code) => {
    const { data, errors } = await catalogue.execute<{ country: null }>(
      `query ($code: String!) { country(code: $code) { code } }`,
      { code },
    );
    expect(errors).toBeUndefined();
    expect(data.country).toBeNull();
  });

  test('tells a country that fell apart from those that followed it', async () => {
    const { data, errors } = await catalogue.execute<Record<'an' | 'yu' | 'sx', object>>(`{
      an: country(code: "ANHH") { name alpha2 alpha3 numericCode status successors { code } predecessors { code } }
      yu: country(code: "CSXX") { name status successors { code } }
      sx: country(code: "SX") { name status predecessors { code } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      an: {
        name: 'Netherlands Antilles',
        alpha2: 'AN',
        alpha3: 'ANT',
        numericCode: '530',
        status: 'FORMER',
        successors: [{ code: 'BQ' }, { code: 'CW' }, { code: 'SX' }],
        predecessors: [],
      },
      yu: { name: 'Serbia and Montenegro', status: 'FORMER', successors: [{ code: 'ME' }, { code: 'RS' }] },
      sx: { name: 'Sint Maarten', status: 'CURRENT', predecessors: [{ code: 'ANHH' }] },
    });
  });

  test('has names in four languages', async () => {
    const { data } = await catalogue.execute<{ country: object }>(`{ country(code: "BA") {
      en: name fr: name(language: FR) es: name(language: ES) ar: name(language: AR) } }`);
    expect(data.country).toEqual({
      en: 'Bosnia and Herzegovina',
      fr: 'Bosnie-Herzégovine',
      es: 'Bosnia y Herzegovina',
      ar: 'البوسنة والهرسك',
    });
  });
});

describe('Query.countries', () => {
  test('filters by code, in any form', async () => {
    expect(await codes('filter: { codes: ["nga", "BIH", "ANT", "566"] }')).toEqual(['BA', 'ANHH', 'NG']);
    expect(await codes('filter: { codes: [] }')).toEqual([]);
  });

  test('filters by region, whole', async () => {
    expect(await codes('filter: { regions: ["western-balkans"] }')).toEqual([
      'AL',
      'BA',
      'XK',
      'ME',
      'MK',
      'RS',
    ]);
    expect(await codes('filter: { regions: ["017"], hasPublications: true }')).toEqual([]);
    expect(await codes('filter: { regions: ["africa"], hasPublications: true }')).toEqual(['NG']);
  });

  test('filters by status', async () => {
    expect(await codes('filter: { statuses: [USER_ASSIGNED] }')).toEqual(['XK']);
    expect(await codes('first: 1, filter: { statuses: [FORMER] }, orderBy: { field: CODE }')).toEqual([
      'AIDJ',
    ]);
    expect(await codes('filter: { statuses: [] }')).toEqual([]);
  });

  test('filters by a name in any language, without regard to case and accents', async () => {
    expect(await codes('filter: { name: "COTE d" }')).toEqual(['CI']);
    expect(await codes('filter: { name: "نيجيريا" }')).toEqual(['NG']);
    expect(await codes('filter: { name: "Tercera parte" }')).toEqual([]);
  });

  test('filters by what is published, and orders both ways', async () => {
    const filed = [
      'AL',
      'ANHH',
      'BA',
      'BB',
      'BS',
      'GY',
      'JM',
      'LC',
      'ME',
      'MK',
      'NG',
      'RS',
      'SR',
      'TT',
      'XK',
    ];
    const ordered = (order: string) => codes(`filter: { hasPublications: true }, orderBy: ${order}`);
    expect(await ordered('{ field: CODE }')).toEqual(filed);
    expect(await ordered('{ field: CODE, direction: DESC }')).toEqual([...filed].reverse());
    // Albania, Bahamas, Barbados, Bosnia and Herzegovina, Guyana, Jamaica, Kosovo, Montenegro, Netherlands Antilles, …
    const byName = [
      'AL',
      'BS',
      'BB',
      'BA',
      'GY',
      'JM',
      'XK',
      'ME',
      'ANHH',
      'NG',
      'MK',
      'LC',
      'RS',
      'SR',
      'TT',
    ];
    expect(await ordered('{}')).toEqual(byName);
    expect(await ordered('{ direction: DESC }')).toEqual([...byName].reverse());
    expect(
      (await codes('first: 100, filter: { hasPublications: false }')).some((code) => filed.includes(code)),
    ).toBe(false);
  });

  test.each([
    ['filter: { codes: ["NG", "QQ"] }', 'filter.codes[1]'],
    ['filter: { regions: ["no-such"] }', 'filter.regions[0]'],
    ['filter: { name: "—" }', 'filter.name'],
    ['first: 101', 'first'],
  ])('refuses %s by name', async (args, argument) => {
    const { errors } = await catalogue.execute(`{ countries(${args}) { totalCount nodes { code } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('Country.names, Region.names', () => {
  it('are in each language that the place is known in, English first', async () => {
    const { data, errors } = await catalogue.execute(`{
      current: country(code: "TZ") { name(language: FR) names { language text } }
      former: country(code: "ANHH") { name(language: FR) names { language text } }
      region(slug: "west-africa") { names { language text } }
    }`);
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      current: {
        name: 'Tanzanie',
        names: [
          { language: 'EN', text: 'Tanzania' },
          { language: 'FR', text: 'Tanzanie' },
          { language: 'ES', text: 'Tanzania' },
          { language: 'AR', text: 'تنزانيا' },
        ],
      },
      former: {
        name: 'Netherlands Antilles',
        names: [{ language: 'EN', text: 'Netherlands Antilles' }],
      },
      region: {
        names: [
          { language: 'EN', text: 'West Africa' },
          { language: 'FR', text: 'Afrique occidentale' },
          { language: 'ES', text: 'África occidental' },
          { language: 'AR', text: 'غرب أفريقيا' },
        ],
      },
    });
  });
});
