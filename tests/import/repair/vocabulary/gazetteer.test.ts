import type { CountryReference } from '../../../../src/country/country.ts';
import { buildGazetteer, gazetteer } from '../../../../src/import/repair/vocabulary/gazetteer.ts';

const { countries, regions } = gazetteer();

describe('gazetteer.countries.lookup', () => {
  test.each([
    ['Saint Lucia', 'LC'],
    ['St. Lucia', 'LC'],
    ['ST LUCIA', 'LC'],
    ['The Bahamas', 'BS'],
    ['Cote d’Ivoire', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Ivory Coast', 'CI'],
    ['Trinidad & Tobago', 'TT'],
    ['U.S.A.', 'US'],
    ['D.R.C.', 'CD'],
    ['Lao PDR', 'LA'],
    ['Viet Nam', 'VN'],
    ['Turkey', 'TR'],
    ['Macedonia', 'MK'],
    ['Former Yugoslav Republic Of Macedonia', 'MK'],
    ['FYROM', 'MK'],
    ['Swaziland', 'SZ'],
    ['Burma', 'MM'],
    ['Zaire', 'CD'],
    ['Upper Volta', 'BF'],
    ['East Timor', 'TL'],
    ['Cape Verde', 'CV'],
    ['Czech Republic', 'CZ'],
    ['Great Britain', 'GB'],
    ['Occupied Palestinian Territory', 'PS'],
    ['Taiwan, Province of China', 'TW'],
    ['Republic of the Congo', 'CG'],
    ['Democratic Republic Of Congo (DRC)', 'CD'],
    ['Congo (Kinshasa)', 'CD'],
    ['United Arab Emirates (UAE)', 'AE'],
    ['Netherlands Antilles', 'ANHH'],
    ['Czechoslovakia', 'CSHH'],
    ['Serbia and Montenegro', 'CSXX'],
    ['Yugoslavia', 'YUCS'],
    ['USSR', 'SUHH'],
    ['Corée du Sud', 'KR'],
    ['Phillipines', 'PH'],
  ])('%s is %s', (name, code) => {
    expect(countries.lookup(name)?.values).toEqual([code]);
  });

  test.each([
    'UNSC Resolution 1244 Administered Kosovo',
    'Kosovo/UNSC 1244',
    'Kosovo (UNSCR 1244)',
    'Kosovo (under UNSC Resolution 1244/1999)',
    'UN Security Council Resolution 1244-administered Kosovo',
    'Kosovo Under United Nations Security Council Resolution 1244 (1999)',
    'Kosovo*',
  ])('%s is Kosovo', (name) => {
    expect(countries.lookup(name)?.values).toEqual(['XK']);
  });

  test.each([
    'America',
    'Korea',
    'Virgin Islands',
    'England',
    'Tobago',
    'Bonaire',
    'Herzegovina',
    'Democratic Republic Of',
    'Dominican',
    'Austalia',
    'Serbia and Kosovo UNSC 1244',
    'Congo (Elsewhere)',
    '',
    '()',
  ])('“%s” is no country', (name) => {
    expect(countries.lookup(name)).toBeUndefined();
  });
});

describe('gazetteer.regions.lookup', () => {
  test.each([
    ['West Africa', ['west-africa']],
    ['Western Africa', ['west-africa']],
    ['Middle Africa', ['central-africa']],
    ['Northern America', ['north-america']],
    ['Southeast Asia', ['south-east-asia']],
    ['South Eastern Europe', ['south-eastern-europe']],
    ['Horn Of Africa', ['horn-of-africa']],
    ['MENA', ['middle-east-and-north-africa']],
    ['Asia-Pacific', ['asia-and-the-pacific']],
    ['Latin America', ['latin-america-and-the-caribbean']],
    ['Worldwide', ['world']],
    ['Global', ['world']],
    ['West and Central Africa', ['west-africa', 'central-africa']],
  ])('%s', (name, slugs) => {
    expect(regions.lookup(name)?.values).toEqual(slugs);
  });

  test('a direction alone is no region', () => {
    for (const name of ['Central', 'West', 'South Eastern', 'Eastern'])
      expect(regions.lookup(name)).toBeUndefined();
  });

  test('Micronesia is a region among regions and a country among countries', () => {
    expect(regions.lookup('Micronesia')?.values).toEqual(['micronesia']);
    expect(countries.lookup('Micronesia')?.values).toEqual(['FM']);
  });
});

describe('buildGazetteer', () => {
  const place = (code: string, status: CountryReference['status'], name: string, aliases: string[]) => ({
    code,
    alpha2: code,
    alpha3: code,
    numericCode: null,
    status,
    name,
    officialName: null,
    names: {},
    aliases,
    successors: [],
  });

  test('prefers the current country where a former one has the same name', () => {
    const { countries } = buildGazetteer(
      [place('BUMM', 'FORMER', 'Burma', []), place('MM', 'CURRENT', 'Myanmar', ['Burma'])],
      [],
    );
    expect(countries.lookup('burma')?.values).toEqual(['MM']);
    expect(countries.usualName('BUMM')).toBe('Burma');
  });

  test('knows which names a shred is a piece of', () => {
    const { countries } = buildGazetteer(
      [place('TT', 'CURRENT', 'Trinidad & Tobago', ['Trinidad and Tobago'])],
      [],
    );
    expect(countries.joining('tobago').map(({ values, shreds }) => [values, shreds])).toEqual([
      [['TT'], ['trinidad', 'tobago']],
    ]);
    expect(countries.joining('trinidad and tobago')).toEqual([]);
  });
});
