import { readCountryReferences } from '../../src/country/country.reference.ts';
import { readRegionalOffices, readRegionReferences } from '../../src/region/region.reference.ts';
import type { RegionReference } from '../../src/region/region.ts';
import { foldName } from '../../src/text/fold.ts';

const regions = readRegionReferences();
const bySlug = new Map(regions.map((region) => [region.slug, region]));
const region = (slug: string): RegionReference => {
  const found = bySlug.get(slug);
  if (!found) throw new Error(`no region ${slug}`);
  return found;
};

const countriesWithin = (slug: string): string[] => [
  ...region(slug).countries,
  ...regions.filter(({ parent }) => parent === slug).flatMap((child) => countriesWithin(child.slug)),
];

describe('regionReferences', () => {
  test('has every M49 area under the name usual in the field', () => {
    const shown = regions.filter(({ m49 }) => m49).map(({ m49, slug }) => [m49, slug]);
    expect(Object.fromEntries(shown)).toEqual({
      '001': 'world',
      '002': 'africa',
      '005': 'south-america',
      '009': 'oceania',
      '011': 'west-africa',
      '013': 'central-america',
      '014': 'east-africa',
      '015': 'north-africa',
      '017': 'central-africa',
      '018': 'southern-africa',
      '019': 'americas',
      '021': 'north-america',
      '029': 'caribbean',
      '030': 'east-asia',
      '034': 'south-asia',
      '035': 'south-east-asia',
      '039': 'southern-europe',
      '053': 'australia-and-new-zealand',
      '054': 'melanesia',
      '057': 'micronesia',
      '061': 'polynesia',
      '142': 'asia',
      '143': 'central-asia',
      '145': 'west-asia',
      '150': 'europe',
      '151': 'eastern-europe',
      '154': 'northern-europe',
      '155': 'western-europe',
      '202': 'sub-saharan-africa',
      '419': 'latin-america-and-the-caribbean',
    });
  });

  test('keeps M49’s own name as an alias, and names in other languages', () => {
    expect(region('west-africa')).toMatchObject({
      m49: '011',
      name: 'West Africa',
      names: { en: 'West Africa', fr: 'Afrique occidentale', es: 'África occidental', ar: 'غرب أفريقيا' },
      parent: 'sub-saharan-africa',
    });
    expect(region('west-africa').aliases).toEqual([
      'Afrique occidentale',
      'Western Africa',
      'África occidental',
      'غرب أفريقيا',
    ]);
    expect(region('central-africa').aliases).toEqual([
      'Afrique centrale',
      'Middle Africa',
      'África central',
      'وسط أفريقيا',
    ]);
    expect(region('south-east-asia').aliases).toEqual([
      'Asie du Sud-Est',
      'South-eastern Asia',
      'Southeast Asia',
      'Southeastern Asia',
      'Sudeste asiático',
      'جنوب شرق آسيا',
    ]);
  });

  test('has the field’s own regions without a code', () => {
    expect(region('horn-of-africa')).toMatchObject({
      m49: null,
      parent: 'east-africa',
      countries: ['DJ', 'ER', 'ET', 'SO'],
    });
    expect(region('western-balkans')).toMatchObject({
      parent: 'south-eastern-europe',
      countries: ['AL', 'BA', 'ME', 'MK', 'RS', 'XK'],
    });
    // Without Australia and New Zealand.
    expect(region('pacific').countries.join(' ')).toBe(
      'AS CK FJ FM GU KI MH MP NC NR NU PF PG PN PW SB TK TO TV UM VU WF WS',
    );
  });

  test('is one tree under the world', () => {
    expect(regions.filter(({ parent }) => parent === null).map(({ slug }) => slug)).toEqual(['world']);
    for (const { parent } of regions) expect(parent === null || bySlug.has(parent)).toBe(true);
    expect(new Set(regions.map(({ slug }) => slug)).size).toBe(regions.length);
  });

  test('places every country, and a former one where its successors lie', () => {
    const known = readCountryReferences().map(({ code }) => code);
    expect([...new Set(countriesWithin('world'))].sort()).toEqual(known);
    // ANHH, CSXX and YUCS are the Netherlands Antilles, Serbia and Montenegro, and Yugoslavia.
    expect(region('caribbean').countries.join(' ')).toBe(
      'AG AI ANHH AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
    );
    expect(region('southern-europe').countries.join(' ')).toBe(
      'AD AL BA CSXX ES GI GR HR IT ME MK MT PT RS SI SM VA XK YUCS',
    );
    expect(region('east-asia').countries.join(' ')).toBe('CN HK JP KP KR MN MO TW');
  });

  test('gives a parent all the countries of its children, but for Cyprus in the European Union', () => {
    // The Middle East and North Africa is made of its children: there is nothing to compare the Middle East with.
    const nested = regions.filter(
      ({ m49, parent }) => m49 === null && parent !== 'world' && parent !== 'middle-east-and-north-africa',
    );
    const outside = nested.flatMap(({ slug, parent, countries }) => {
      const siblings = regions.filter((other) => other.parent === parent && other.m49 !== null);
      const around = [
        ...region(parent ?? '').countries,
        ...siblings.flatMap((other) => countriesWithin(other.slug)),
      ];
      return countries.filter((code) => !around.includes(code)).map((code) => `${slug} ${code}`);
    });
    expect(outside).toEqual(['european-economic-area CY', 'european-union CY']);
  });

  test('gives every name to one region', () => {
    const owners = new Map<string, string>();
    for (const { slug, name, aliases } of regions) {
      for (const folded of new Set([name, ...aliases].map(foldName))) {
        expect([folded, owners.get(folded)]).toEqual([folded, undefined]);
        owners.set(folded, slug);
      }
    }
  });

  test('offices list regions that exist', () => {
    for (const { regions: slugs } of readRegionalOffices())
      expect(slugs.filter((slug) => !bySlug.has(slug))).toEqual([]);
  });
});
