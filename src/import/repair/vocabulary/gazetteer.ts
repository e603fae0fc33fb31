import { countryReferences } from '../../../country/country.reference.ts';
import type { CountryReference } from '../../../country/country.ts';
import { regionalOffices, regionReferences } from '../../../region/region.reference.ts';
import type { RegionalOffice, RegionReference } from '../../../region/region.ts';
import { foldName } from '../../../text/fold.ts';
import { shred, waysToShredRomance } from './shred.ts';
import { translateCountry, translateRegion } from './translated-places.ts';

/** What a name names. */
export interface PlaceName {
  /** Country codes or region slugs: one, or of a regional office the several that it lists. */
  values: string[];
  isFormer: boolean;
}

/** A name with a comma or "and", as the shredder leaves it: two or more folded pieces. */
export interface ShreddedName extends PlaceName {
  shreds: string[];
}

/** The names of one kind of place. */
export interface Vocabulary {
  /** The place of a name in any spelling; undefined where no rule knows it. */
  lookup: (name: string) => PlaceName | undefined;
  /** The multi-piece names that a folded shred is a piece of. */
  joining: (folded: string) => ShreddedName[];
  /** The usual name of a country code or region slug. */
  usualName: (value: string) => string;
}

export interface Gazetteer {
  countries: Vocabulary;
  regions: Vocabulary;
}

/** The slug that stands for the whole world; a publication of that scope has no region. */
export const WORLD = 'world';

/** Names in other languages, which give way to those of the reference data. */
interface Translate {
  country: (code: string) => string[];
  region: (region: RegionReference) => string[];
}

interface Entry {
  values: string[];
  names: string[];
  isFormer: boolean;
}

/** The words that the United Nations' footnote to Kosovo is made of, in all the ways it is put. */
const footnoteWords = new Set(
  `1244 1999 99 un unsc unscr sc scr united nations security council resolution res under administered administration
   territory per as defined by in accordance with pursuant to line of s`.split(/\s+/),
);

/**
 * What is left of a folded name without the footnote: "kosovo" of "Kosovo (UNSCR 1244/1999)", "" of the footnote alone;
 * undefined where there is no footnote, or where other words stand beside it.
 */
function withoutFootnote(folded: string): string | undefined {
  if (!/\b1244\b/.test(folded)) return undefined;
  const rest = folded.split(' ').filter((word) => !footnoteWords.has(word));
  return rest.every((word) => word === 'kosovo') ? rest.join(' ') : undefined;
}

function buildVocabulary(entries: Entry[], usualNames: Map<string, string>): Vocabulary {
  const byName = new Map<string, PlaceName>();
  const byShred = new Map<string, ShreddedName[]>();
  const taken = new Set<string>();
  const addShreds = (place: PlaceName, shreds: string[]): void => {
    const key = [...shreds].sort().join('|');
    if (shreds.length < 2 || taken.has(key)) return;
    taken.add(key);
    for (const piece of new Set(shreds)) {
      byShred.set(piece, [...(byShred.get(piece) ?? []), { ...place, shreds }]);
    }
  };
  for (const { values, names, isFormer } of entries) {
    for (const name of names) {
      const folded = foldName(name);
      const place = byName.get(folded) ?? { values, isFormer };
      if (folded === '' || place.values.join() !== values.join()) continue;
      byName.set(folded, place);
      addShreds(place, shred(name).map(foldName));
      for (const pieces of waysToShredRomance(name)) addShreds(place, pieces.map(foldName));
    }
  }
  // "Bosnie-Herzégovine" is a name in two pieces; "Guinée-Bissau" is not, for one of them is a country.
  for (const { values, names, isFormer } of entries) {
    for (const name of names) {
      const pieces = name.split('-').map(foldName);
      const isWhole = pieces.length !== 2 || pieces.some((piece) => byName.has(piece) || piece.includes(' '));
      if (!isWhole && !isFormer) addShreds({ values, isFormer }, pieces);
    }
  }
  const find = (name: string): PlaceName | undefined => {
    const folded = foldName(name);
    return (
      byName.get(folded) ??
      byName.get(withoutFootnote(folded) ?? folded) ??
      byName.get(folded.replace(/^(?:l|le|la|les|el|los|las|os|as) /, ''))
    );
  };
  return {
    lookup: (name) => {
      const whole = find(name);
      const [, outer, inner] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
      if (whole || !outer || !inner) return whole;
      // "United Arab Emirates (UAE)": only where both say the same, for "Congo (Kinshasa)" is not the Congo.
      const place = find(outer);
      return place && place.values.join() === find(inner)?.values.join() ? place : undefined;
    },
    joining: (folded) => {
      const kosovo = withoutFootnote(folded) === '' ? byName.get('kosovo') : undefined;
      return kosovo ? [{ ...kosovo, shreds: ['kosovo', folded] }] : (byShred.get(folded) ?? []);
    },
    usualName: (value) => usualNames.get(value) ?? value,
  };
}

/**
 * Builds the lookup of every place name. Where a former country and a current one share a name, a page means the current
 * one: the reference data gives a shared name to one of them, and current countries come first.
 */
export function buildGazetteer(
  countries: CountryReference[],
  regions: RegionReference[],
  offices: RegionalOffice[] = [],
  translate: Translate = { country: () => [], region: () => [] },
): Gazetteer {
  const isFormer = (country: CountryReference) => country.status === 'FORMER';
  const currentFirst = [...countries.filter((c) => !isFormer(c)), ...countries.filter(isFormer)];
  return {
    countries: buildVocabulary(
      [
        ...currentFirst.map((c) => ({
          values: [c.code],
          names: [c.name, ...c.aliases],
          isFormer: isFormer(c),
        })),
        ...countries
          .filter((c) => !isFormer(c))
          .map(({ code }) => ({ values: [code], names: translate.country(code), isFormer: false })),
      ],
      new Map(countries.map(({ code, name }) => [code, name])),
    ),
    regions: buildVocabulary(
      [
        ...regions.map(({ slug, name, aliases }) => ({
          values: [slug],
          names: [name, ...aliases],
          isFormer: false,
        })),
        ...regions.map((region) => ({
          values: [region.slug],
          names: translate.region(region),
          isFormer: false,
        })),
        ...offices.map(({ name, regions: values }) => ({ values, names: [name], isFormer: false })),
      ],
      new Map(regions.map(({ slug, name }) => [slug, name])),
    ),
  };
}

let shared: Gazetteer | undefined;

/** The gazetteer of the reference data that ships; read once. */
export function gazetteer(): Gazetteer {
  shared ??= buildGazetteer(countryReferences(), regionReferences(), regionalOffices(), {
    country: translateCountry,
    region: translateRegion,
  });
  return shared;
}
