import { repairPlaces } from '../../../src/import/repair/places.ts';
import { gazetteer } from '../../../src/import/repair/vocabulary/gazetteer.ts';
import { shred } from '../../../src/import/repair/vocabulary/shred.ts';
import { readCountryReferences } from '../../../src/country/country.reference.ts';
import { readRegionReferences } from '../../../src/region/region.reference.ts';
import { seededRandom, shuffle } from '../../support/random.ts';

const { countries: vocabulary, regions: regionVocabulary } = gazetteer();
const countries = readCountryReferences();
const regions = readRegionReferences();
const random = seededRandom(1244);

/** What the pieces name where every one of them is a name of its own; otherwise undefined. */
function separateNames(pieces: string[], lookup: typeof vocabulary.lookup): string[] | undefined {
  const places = pieces.map((piece) => lookup(piece));
  return places.every((place) => place !== undefined) ? places.flatMap(({ values }) => values) : undefined;
}

describe('repairPlaces: every name of every country', () => {
  const names = countries.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((text) => ({ text, code: vocabulary.lookup(text)?.values[0] ?? code })),
  );

  test('survives the shredder, in printed order and shuffled', () => {
    const lost = names.filter(({ text, code }) => {
      const pieces = shred(text);
      return [pieces, shuffle(pieces, random)].some((country) => {
        const { countries: found, unresolved } = repairPlaces({ country, region: [] });
        return found.join() !== code || unresolved.length > 0;
      });
    });
    // All of their pieces are names on their own, so that separate names they stay: there is no telling.
    expect(lost.map(({ text, code }) => `${code} ${text}`).sort()).toEqual([
      'CSXX Serbia and Montenegro',
      'HK China, Hong Kong SAR',
      'HK Hong Kong SAR, China',
      'HK Hong Kong, China',
      'MO China, Macao SAR',
      'MO Macao SAR, China',
      'MO Macao, China',
      'TW Taiwan, China',
    ]);
    expect(lost.every(({ text }) => separateNames(shred(text), vocabulary.lookup))).toBe(true);
  });

  test('is read whole where it was not split', () => {
    for (const { text, code } of names) {
      expect([text, repairPlaces({ country: [text], region: [] }).countries]).toEqual([text, [code]]);
    }
  });
});

describe('repairPlaces: every name of every region', () => {
  const names = regions.flatMap(({ slug, name, aliases }) =>
    [name, ...aliases].map((text) => ({ text, slug })),
  );

  test('survives the shredder, or becomes the regions that its pieces name', () => {
    for (const { text, slug } of names) {
      const pieces = shred(text);
      const expected = separateNames(pieces, regionVocabulary.lookup) ?? [slug];
      for (const region of [pieces, shuffle(pieces, random)]) {
        const { regions: found, isWorldwide, unresolved } = repairPlaces({ country: [], region });
        const all = [...found, ...(isWorldwide ? ['world'] : [])];
        expect([text, [...all].sort(), unresolved]).toEqual([text, [...expected].sort(), []]);
      }
    }
  });

  test('of those in several pieces, these stay apart', () => {
    const apart = names.filter(({ text }) => {
      const pieces = shred(text);
      return pieces.length > 1 && separateNames(pieces, regionVocabulary.lookup);
    });
    expect([...new Set(apart.map(({ slug }) => slug))].sort()).toEqual([
      'asia-and-the-pacific',
      'latin-america-and-the-caribbean',
      'middle-east-and-north-africa',
    ]);
  });
});

describe('repairPlaces: several countries at once', () => {
  /** The longest name that has a comma, as ISO's lists print it; otherwise the usual name. */
  const listed = ({ name, aliases }: (typeof countries)[number]): string => {
    const inverted = aliases.filter((alias) => /, .+ of( the)?$/.test(alias) || /,.* and /.test(alias));
    return inverted.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? name;
  };
  const current = countries.filter(({ status }) => status !== 'FORMER');

  test('the lists print inverted names where ISO does', () => {
    const printed = current.map(listed);
    expect(printed).toEqual(
      expect.arrayContaining([
        'Bolivia, Plurinational State of',
        'Iran, Islamic Republic of',
        "Korea, Democratic People's Republic of",
        'Korea, Republic of',
        'Macedonia, the former Yugoslav Republic of',
        'Micronesia, Federated States of',
        'Moldova, Republic of',
        'Netherlands, Kingdom of the',
        'Palestine, State of',
        'Tanzania, United Republic of',
        'Venezuela, Bolivarian Republic of',
      ]),
    );
  });

  test.each([listed, ({ name }: (typeof countries)[number]) => name])(
    '1000 random sets of 1 to 8, shredded together and shuffled: the right set, nothing left over',
    (nameOf) => {
      for (let round = 0; round < 1_000; round += 1) {
        const chosen = shuffle(current, random).slice(0, 1 + Math.floor(random() * 8));
        const country = shuffle(
          chosen.flatMap((place) => shred(nameOf(place))),
          random,
        );
        const { countries: found, unresolved } = repairPlaces({ country, region: [] });
        expect({ country, found: [...found].sort(), unresolved }).toEqual({
          country,
          found: chosen.map(({ code }) => code).sort(),
          unresolved: [],
        });
      }
    },
  );

  test('all of them at once, and in a second at most', () => {
    const country = shuffle(
      current.flatMap((place) => shred(listed(place))),
      random,
    );
    const before = performance.now();
    const { countries: found, unresolved } = repairPlaces({ country, region: [] });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect([...found].sort()).toEqual(current.map(({ code }) => code).sort());
    expect(unresolved).toEqual([]);
  });

  test('a hostile page is read in bounded time', () => {
    const pieces = [
      'Republic Of',
      'Democratic Republic Of',
      'Korea',
      'Moldova',
      'Congo',
      'Macedonia',
      'Central',
      'North',
    ];
    const country = shuffle(
      Array.from({ length: 600 }, (_, index) => pieces[index % pieces.length] ?? ''),
      random,
    );
    const before = performance.now();
    repairPlaces({ country, region: country });
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('repairPlaces: every printed piece', () => {
  const material = [
    ...countries.flatMap(({ name }) => shred(name)),
    ...regions.flatMap(({ name }) => shred(name)),
    ...[
      'Central',
      'North',
      'West',
      'Republic Of',
      'Democratic Republic Of',
      'Korea',
      'Atlantis',
      'Worldwide',
      'And',
      '',
    ],
  ];

  test('ends as a value or unresolved, as printed, and never as something that was not printed', () => {
    for (let round = 0; round < 300; round += 1) {
      const country = shuffle(material, random).slice(0, 1 + Math.floor(random() * 12));
      const {
        countries: found,
        regions: slugs,
        isWorldwide,
        repairs,
        unresolved,
      } = repairPlaces({ country, region: [] });
      const left = unresolved.map(({ value }) => value);
      const read = new Set(repairs.flatMap((repair) => repair.read));
      const values = new Set([...found, ...slugs, ...(isWorldwide ? ['world'] : [])]);
      for (const piece of country) {
        const named = [vocabulary, regionVocabulary].flatMap(({ lookup }) => lookup(piece)?.values ?? []);
        const isRead = read.has(piece) || named.some((value) => values.has(value));
        expect([piece, isRead || left.includes(piece)]).toEqual([piece, true]);
      }
      expect(left.filter((piece) => vocabulary.lookup(piece) ?? regionVocabulary.lookup(piece))).toEqual([]);
      expect(repairs.flatMap(({ made }) => made).filter((value) => !values.has(value))).toEqual([]);
    }
  });
});
