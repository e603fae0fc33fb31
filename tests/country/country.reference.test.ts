import { readCountryReferences } from '../../src/country/country.reference.ts';
import type { CountryReference } from '../../src/country/country.ts';
import { foldName } from '../../src/text/fold.ts';

const countries = readCountryReferences();
const byCode = new Map(countries.map((country) => [country.code, country]));
const country = (code: string): CountryReference => {
  const found = byCode.get(code);
  if (!found) throw new Error(`no country ${code}`);
  return found;
};

describe('countryReferences', () => {
  test('has all of ISO 3166-1, all of ISO 3166-3, and Kosovo; each code once, sorted', () => {
    expect(countries).toHaveLength(249 + 31 + 1);
    expect(countries.filter(({ status }) => status === 'CURRENT')).toHaveLength(249);
    expect(countries.filter(({ status }) => status === 'FORMER')).toHaveLength(31);
    const codes = countries.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('knows Kosovo under its user-assigned code', () => {
    expect(country('XK')).toMatchObject({
      alpha2: 'XK',
      alpha3: 'XKX',
      numericCode: null,
      status: 'USER_ASSIGNED',
      name: 'Kosovo',
    });
  });

  test('knows a former country by its four letters, with what it became', () => {
    expect(country('ANHH')).toEqual({
      code: 'ANHH',
      alpha2: 'AN',
      alpha3: 'ANT',
      numericCode: '530',
      status: 'FORMER',
      name: 'Netherlands Antilles',
      officialName: null,
      names: { en: 'Netherlands Antilles' },
      aliases: ['Dutch Antilles'],
      successors: ['BQ', 'CW', 'SX'],
    });
    expect(country('CSHH')).toMatchObject({ name: 'Czechoslovakia', alpha2: 'CS', successors: ['CZ', 'SK'] });
    expect(country('CSXX')).toMatchObject({
      name: 'Serbia and Montenegro',
      alpha2: 'CS',
      successors: ['ME', 'RS'],
    });
    expect(country('YUCS').successors).toEqual(['CSXX']);
    expect(country('FQHH').successors).toEqual(['AQ', 'TF']);
    expect(country('GEHH').successors).toEqual(['KI', 'TV']);
  });

  test('every successor exists; only former countries have some', () => {
    for (const { status, successors } of countries) {
      expect(successors.every((code) => byCode.has(code))).toBe(true);
      expect(successors.length > 0).toBe(status === 'FORMER');
    }
  });

  test('shows the usual English names', () => {
    const shown =
      'BA BO BS CD CG CI CV FM HK IR KN KP KR LA LC MD MK MM MO PS RU ST SY TR TT TW TZ VC VE VN'.split(' ');
    expect(shown.map((code) => country(code).name)).toEqual([
      'Bosnia and Herzegovina',
      'Bolivia',
      'Bahamas',
      'Democratic Republic of the Congo',
      'Congo',
      "Côte d'Ivoire",
      'Cabo Verde',
      'Micronesia',
      'Hong Kong',
      'Iran',
      'Saint Kitts and Nevis',
      'North Korea',
      'South Korea',
      'Laos',
      'Saint Lucia',
      'Moldova',
      'North Macedonia',
      'Myanmar',
      'Macao',
      'Palestine',
      'Russia',
      'São Tomé and Príncipe',
      'Syria',
      'Türkiye',
      'Trinidad and Tobago',
      'Taiwan',
      'Tanzania',
      'Saint Vincent and the Grenadines',
      'Venezuela',
      'Vietnam',
    ]);
    expect(countries.filter(({ name }) => /[&’]|^St\.|^The /.test(name))).toEqual([]);
  });

  test('has a formal name where a library has one', () => {
    expect(country('TZ').officialName).toBe('United Republic of Tanzania');
    expect(country('GB').officialName).toBe('United Kingdom of Great Britain and Northern Ireland');
    expect(country('NL').officialName).toBe('Kingdom of the Netherlands');
    expect(country('TW').officialName).toBeNull();
    expect(country('BR').officialName).toBeNull();
  });

  test('has names in four languages, of former countries in English only', () => {
    expect(country('CD').names).toEqual({
      en: 'Democratic Republic of the Congo',
      fr: 'République démocratique du Congo',
      es: 'Congo (República Democrática del)',
      ar: 'جمهورية الكونغو الديمقراطية',
    });
    for (const { status, names } of countries) {
      expect(Object.keys(names)).toEqual(status === 'FORMER' ? ['en'] : ['en', 'fr', 'es', 'ar']);
    }
  });

  test('gives every name to one country, but for former ones that were only renamed', () => {
    const owners = new Map<string, Set<string>>();
    for (const { code, name, aliases } of countries) {
      for (const folded of [name, ...aliases].map(foldName)) {
        owners.set(folded, (owners.get(folded) ?? new Set()).add(code));
      }
    }
    const shared = [...owners].filter(([, codes]) => codes.size > 1).map(([name, codes]) => [name, ...codes]);
    expect(shared.sort()).toEqual([
      ['burma', 'BUMM', 'MM'],
      ['byelorussian ssr', 'BY', 'BYAA'],
      ['dahomey', 'BJ', 'DYBJ'],
      ['east timor', 'TL', 'TPTL'],
      ['french afars and issas', 'AIDJ', 'DJ'],
      ['new hebrides', 'NHVU', 'VU'],
      ['southern rhodesia', 'RHZW', 'ZW'],
      ['upper volta', 'BF', 'HVBF'],
      ['zaire', 'CD', 'ZRCD'],
    ]);
  });

  test('lists no alias twice, nor the usual name among them', () => {
    for (const { name, aliases } of countries) {
      expect(new Set(aliases).size).toBe(aliases.length);
      expect(aliases).not.toContain(name);
    }
  });
});
