import { readFileSync } from 'node:fs';
import { repairPlaces } from '../../../src/import/repair/places.ts';

const places = (country: string[], region: string[] = []) => repairPlaces({ country, region });

/** Codes, regions and what is left, for tests that are not about the repairs. */
const found = (country: string[], region: string[] = []) => {
  const { countries, regions, unresolved } = places(country, region);
  return [...countries, ...regions, ...unresolved.map(({ value }) => `?${value}`)].join(' ');
};

describe('repairPlaces: the listing as printed', () => {
  const worldwide = { countries: [], regions: [], isWorldwide: true, unresolved: [] };

  test('Worldwide is no country and no region', () => {
    expect(places(['Worldwide'], ['Worldwide'])).toEqual({
      ...worldwide,
      repairs: [
        { field: 'country', rule: 'worldwide', read: ['Worldwide'], made: ['world'] },
        { field: 'region', rule: 'worldwide', read: ['Worldwide'], made: ['world'] },
      ],
    });
  });

  test('the legal review of the Caribbean', () => {
    const country =
      'Bahamas|Barbados|Guyana|Jamaica|Netherlands Antilles|St. Lucia|Suriname|Trinidad|Tobago'.split('|');
    expect(places(country, ['Central', 'North America', 'Caribbean'])).toEqual({
      countries: ['BS', 'BB', 'GY', 'JM', 'ANHH', 'LC', 'SR', 'TT'],
      regions: ['central-america', 'north-america', 'caribbean'],
      isWorldwide: false,
      repairs: [
        { field: 'country', rule: 'spelling', read: ['St. Lucia'], made: ['LC'] },
        { field: 'country', rule: 'joined-shreds', read: ['Trinidad', 'Tobago'], made: ['TT'] },
        {
          field: 'region',
          rule: 'regional-office',
          read: ['Central', 'North America', 'Caribbean'],
          made: ['central-america', 'north-america', 'caribbean'],
        },
      ],
      unresolved: [],
    });
  });

  test('the needs assessment of the Western Balkans', () => {
    const kosovo = 'UNSC Resolution 1244 Administered Kosovo';
    const country = ['Albania', 'Montenegro', 'Macedonia', kosovo, 'Bosnia', 'Herzegovina', 'Serbia'];
    expect(places(country, ['Eastern Europe', 'South Eastern Europe', 'Central Asia'])).toEqual({
      countries: ['AL', 'ME', 'MK', 'XK', 'BA', 'RS'],
      regions: ['eastern-europe', 'south-eastern-europe', 'central-asia'],
      isWorldwide: false,
      repairs: [
        { field: 'country', rule: 'alias', read: ['Macedonia'], made: ['MK'] },
        { field: 'country', rule: 'alias', read: [kosovo], made: ['XK'] },
        { field: 'country', rule: 'joined-shreds', read: ['Bosnia', 'Herzegovina'], made: ['BA'] },
        { field: 'region', rule: 'spelling', read: ['South Eastern Europe'], made: ['south-eastern-europe'] },
      ],
      unresolved: [],
    });
  });

  test('names as they are usually written need no repair', () => {
    expect(places(['Nigeria'], ['West Africa', 'Central Africa'])).toEqual({
      countries: ['NG'],
      regions: ['west-africa', 'central-africa'],
      isWorldwide: false,
      repairs: [],
      unresolved: [],
    });
    expect(places(['bosnia AND herzegovina'], ['The Caribbean', 'Horn Of Africa']).repairs).toEqual([]);
  });

  test('countries and the world may disagree: both are kept', () => {
    expect(places(['Worldwide'], ['Central', 'North America', 'Caribbean'])).toMatchObject({
      isWorldwide: true,
      countries: [],
      regions: ['central-america', 'north-america', 'caribbean'],
    });
    expect(places(['Worldwide', 'Kenya'])).toMatchObject({ isWorldwide: true, countries: ['KE'] });
  });

  test('the whole listing that ships: 15 countries, 8 regions, nothing unresolved', () => {
    const file = new URL('../../../data/listings/capacity-building.txt', import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n');
    const labels = new Set(['Country', 'Region', 'Authors', 'Year', 'Category']);
    const values = (start: number): string[] => {
      const end = lines.findIndex((line, index) => index > start && (labels.has(line) || line === ''));
      return lines.slice(start + 1, end < 0 ? undefined : end);
    };
    const records = lines.flatMap((line, index) => {
      if (line !== 'Country') return [];
      const country = values(index);
      return [repairPlaces({ country, region: values(index + 1 + country.length) })];
    });
    expect(records).toHaveLength(10);
    expect(records.filter(({ isWorldwide }) => isWorldwide)).toHaveLength(7);
    expect(new Set(records.flatMap(({ countries }) => countries)).size).toBe(15);
    expect(new Set(records.flatMap(({ regions }) => regions)).size).toBe(8);
    expect(records.flatMap(({ unresolved }) => unresolved)).toEqual([]);
  });
});

describe('repairPlaces: names that the shredder took apart', () => {
  test.each([
    ['Antigua|Barbuda', 'AG'],
    ['Saint Kitts|Nevis', 'KN'],
    ['Grenadines|St. Vincent', 'VC'],
    ['Sao Tome|Principe', 'ST'],
    ['Turks|Caicos Islands', 'TC'],
    ['Wallis|Futuna', 'WF'],
    ['Svalbard|Jan Mayen', 'SJ'],
    ['South Georgia|South Sandwich Islands', 'GS'],
    ['Heard Island|McDonald Islands', 'HM'],
    ['Saint Pierre|Miquelon', 'PM'],
    ['Bonaire|Sint Eustatius|Saba', 'BQ'],
    ['Saint Helena|Ascension|Tristan Da Cunha', 'SH'],
    ['Tanzania|United Republic Of', 'TZ'],
    ['Iran|Islamic Republic Of', 'IR'],
    ['Venezuela|Bolivarian Republic Of', 'VE'],
    ['Micronesia|Federated States Of', 'FM'],
    ['Macedonia|Former Yugoslav Republic Of', 'MK'],
    ['Moldova|Republic Of', 'MD'],
    ['Korea|Republic Of', 'KR'],
    ["Korea|Democratic People'S Republic Of", 'KP'],
    ['Palestine|State Of', 'PS'],
    ['Taiwan|Province Of China', 'TW'],
    ['Hong Kong|Macao', 'HK MO'],
    ['Guinea|Guinea-Bissau|Papua New Guinea', 'GN GW PG'],
    ['Serbia|Montenegro', 'RS ME'],
    ['Herzegovina|Serbia|Bosnia', 'BA RS'],
    ['Bosnia', 'BA'],
    ['United Kingdom Of Great Britain|Northern Ireland', 'GB'],
    ['Kosovo|Under UNSC Resolution 1244', 'XK'],
    ['Kosovo|UNSCR 1244 (1999)', 'XK'],
    ['Albania|UNSCR 1244', 'AL ?UNSCR 1244'],
    ['Kosovo|–', 'XK ?–'],
    ['Gambia|Bahamas', 'GM BS'],
  ])('%s → %s', (printed, expected) => {
    expect(found(printed.split('|'))).toBe(expected);
  });

  test.each([
    ['Congo', 'CG'],
    ['Congo|Democratic Republic Of', 'CD'],
    ['Congo|Congo|Democratic Republic Of', 'CG CD'],
    ['Congo|Republic Of', 'CG'],
    ['Viet Nam|Democratic Republic Of|Congo', 'VN CD'],
    ['Korea|Moldova|Republic Of', 'KR MD'],
    ['Moldova|Republic Of|Korea', 'MD KR'],
    ['Iran|Korea|Republic Of|Islamic Republic Of', 'IR KR'],
    ['Tanzania|Congo|Democratic Republic Of|United Republic Of', 'TZ CD'],
    ['Congo|Republic Of|Korea', 'CG KR'],
    ["Republic Of|Korea|Democratic People'S Republic Of|Korea", 'KR KP'],
  ])('in any order, %s → %s', (printed, expected) => {
    expect(found(printed.split('|'))).toBe(expected);
  });

  test('a piece that the page printed once may belong to two names', () => {
    expect(found(['Korea', 'Republic Of', "Democratic People'S Republic Of"])).toBe('KR KP');
    expect(found(['Congo', 'Democratic Republic Of', 'Republic Of'])).toBe('CG CD');
  });

  test('a name printed twice is one value', () => {
    expect(found(['Kenya', 'Kenya', 'Trinidad', 'Tobago', 'Trinidad', 'Tobago'])).toBe('KE TT');
  });
});

describe('repairPlaces: a piece that lost its noun', () => {
  test.each([
    ['Central|North America|Caribbean', 'central-america north-america caribbean'],
    ['North America|Caribbean|Central', 'central-america north-america caribbean'],
    ['North America|Central', 'north-america central-america'],
    ['Central|North America', 'central-america north-america'],
    ['West|Central Africa', 'west-africa central-africa'],
    ['East|Southern Africa', 'east-africa southern-africa'],
    ['East|Horn Of Africa', 'east-africa horn-of-africa'],
    ['Eastern|Central Europe', 'eastern-europe central-europe'],
    ['South|South East Asia', 'south-asia south-east-asia'],
    ['South|East Asia', 'south-asia east-asia'],
    ['North|South America', 'north-america south-america'],
    ['South America|North|West|Central Africa', 'south-america north-africa west-africa central-africa'],
    ['Sub-Saharan|North Africa', 'sub-saharan-africa north-africa'],
    ['European Economic Area|European Union|NATO', 'european-economic-area european-union'],
  ])('%s → %s', (printed, expected) => {
    expect(found([], printed.split('|'))).toBe(expected);
  });

  test('the repair names the neighbour', () => {
    expect(places([], ['South', 'East Asia']).repairs).toEqual([
      {
        field: 'region',
        rule: 'completed-from-neighbour',
        read: ['South', 'East Asia'],
        made: ['south-asia'],
      },
    ]);
    expect(places(['North', 'South Korea']).repairs).toEqual([
      { field: 'country', rule: 'completed-from-neighbour', read: ['North', 'South Korea'], made: ['KP'] },
    ]);
  });

  test('stays as printed where no neighbour makes a name of it', () => {
    expect(found([], ['Central'])).toBe('?Central');
    expect(found([], ['Central', 'Caribbean'])).toBe('caribbean ?Central');
    expect(found(['North', 'South Sudan'])).toBe('SS ?North');
  });
});

describe('repairPlaces: names of regions', () => {
  test.each([
    ['Middle East|North Africa', 'middle-east north-africa'],
    ['Latin America|Caribbean', 'latin-america-and-the-caribbean caribbean'],
    ['Asia|Pacific', 'asia pacific'],
    ['East Africa|Horn Of Africa', 'east-africa horn-of-africa'],
    ['Australia|New Zealand', 'australia-and-new-zealand'],
    ['Middle East And North Africa', 'middle-east-and-north-africa'],
  ])('%s → %s', (printed, expected) => {
    expect(found([], printed.split('|'))).toBe(expected);
  });
});

describe('repairPlaces: values in the wrong field', () => {
  test('a region among the countries goes to the regions', () => {
    expect(places(['Western Balkans', 'Albania', 'Central', 'North America'])).toEqual({
      countries: ['AL'],
      regions: ['western-balkans', 'central-america', 'north-america'],
      isWorldwide: false,
      repairs: [
        { field: 'country', rule: 'moved-to-regions', read: ['Western Balkans'], made: ['western-balkans'] },
        {
          field: 'country',
          rule: 'moved-to-regions',
          read: ['Central', 'North America'],
          made: ['central-america'],
        },
        { field: 'country', rule: 'moved-to-regions', read: ['North America'], made: ['north-america'] },
      ],
      unresolved: [],
    });
  });

  test('a country among the regions goes to the countries', () => {
    expect(places([], ['Trinidad', 'Caribbean', 'Tobago'])).toEqual({
      countries: ['TT'],
      regions: ['caribbean'],
      isWorldwide: false,
      repairs: [{ field: 'region', rule: 'moved-to-countries', read: ['Trinidad', 'Tobago'], made: ['TT'] }],
      unresolved: [],
    });
  });

  test('South Africa is no region, and Southern Africa no country', () => {
    expect(places(['Southern Africa'], ['South Africa'])).toMatchObject({
      countries: ['ZA'],
      regions: ['southern-africa'],
      unresolved: [],
    });
  });
});

describe('repairPlaces: what no rule understands', () => {
  test('is kept as printed, in its field', () => {
    const reason = 'no country or region has this name, and no piece beside it completes it';
    expect(places(['Atlantis', 'Kenya', 'Korea', 'Tobago'], ['The Moon', 'West Africa'])).toEqual({
      countries: ['KE'],
      regions: ['west-africa'],
      isWorldwide: false,
      repairs: [],
      unresolved: [
        { field: 'country', value: 'Atlantis', reason },
        { field: 'country', value: 'Korea', reason },
        { field: 'country', value: 'Tobago', reason },
        { field: 'region', value: 'The Moon', reason },
      ],
    });
  });

  test('a leftover piece is not joined a second time', () => {
    expect(found(['Korea', 'Republic Of', 'Republic Of'])).toBe('KR ?Republic Of');
  });

  test('nothing printed, nothing found', () => {
    expect(places([], [])).toEqual({
      countries: [],
      regions: [],
      isWorldwide: false,
      repairs: [],
      unresolved: [],
    });
  });
});
