import { readCountryReferences } from '../../../country/country.reference.ts';
import type { CountryReference } from '../../../country/country.ts';
import { readRegionalOffices, readRegionReferences } from '../../../region/region.reference.ts';
import type { RegionalOffice, RegionReference } from '../../../region/region.ts';
import { foldName } from '../../../text/fold.ts';
import { shred, waysToShredRomance } from './shred.ts';
import { translateCountry, translateRegion } from './translated-places.ts';

/** The places that a name refers to. */
export interface PlaceName {
  /** Country codes or region slugs: one, or several for a regional office. */
  values: string[];
  isFormer: boolean;
}

/** A name with a comma or "and", split as `shred` splits it into two or more folded pieces. */
export interface ShreddedName extends PlaceName {
  shreds: string[];
}

/** The names of all countries, or of all regions. */
export interface Vocabulary {
  /** Looks a name up in any spelling; undefined if it is unknown. */
  lookup: (name: string) => PlaceName | undefined;
  /** The multi-piece names that contain a folded piece. */
  joining: (folded: string) => ShreddedName[];
  /** The usual name of a country code or region slug. */
  usualName: (value: string) => string;
}

export interface Gazetteer {
  countries: Vocabulary;
  regions: Vocabulary;
}

/** Names whose places are remembered. The rules for authors look the same pieces up again and again. */
const MOST_REMEMBERED = 4_000;

/** The slug of the whole world. A worldwide publication has no region. */
export const WORLD = 'world';

/** Names in other languages. Names of the reference data take precedence over them. */
interface Translate {
  country: (code: string) => string[];
  region: (region: RegionReference) => string[];
}

interface Entry {
  values: string[];
  names: string[];
  isFormer: boolean;
}

/** The words of the United Nations' footnote to Kosovo, in all its variants. */
const footnoteWords = new Set(
  `1244 1999 99 un unsc unscr sc scr united nations security council resolution res under administered administration
   territory per as defined by in accordance with pursuant to line of s`.split(/\s+/),
);

/**
 * Removes the footnote from a folded name: "kosovo" for "Kosovo (UNSCR 1244/1999)", "" for the footnote alone. Returns
 * undefined if there is no footnote, or if the text has other words.
 */
function withoutFootnote(folded: string): string | undefined {
  if (!/\b1244\b/.test(folded)) return undefined;
  const rest = folded.split(' ').filter((word) => !footnoteWords.has(word));
  return rest.every((word) => word === 'kosovo') ? rest.join(' ') : undefined;
}

/**
 * Removes the form of government: "guinea" for "republic of guinea". China and Korea have two states, which the form
 * tells apart.
 */
function withoutForm(folded: string): string {
  const [, name = folded] =
    /^(?:(?:federal|islamic|united) )?(?:republic|kingdom|republique|republica|reino|royaume) (?:of|de la|de|du|d|del|da|do) (.+)$/.exec(
      folded,
    ) ?? [];
  return /^(?:china|chine|korea|coree|corea|coreia|congo)$/.test(name) ? folded : name;
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
  // "Bosnie-Herzégovine" can be split into two pieces. "Guinée-Bissau" can't, because "Guinée" alone is a country.
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
      byName.get(folded.replace(/^(?:l|le|la|les|el|los|las|os|as) /, '')) ??
      byName.get(withoutForm(folded))
    );
  };
  const lookUp = (name: string): PlaceName | undefined => {
    const whole = find(name);
    const [, outer, inner] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
    if (whole || !outer || !inner) return whole;
    // "Georgia (Country)"
    if (/^(?:country|republic|state)$/i.test(inner)) return find(outer);
    // "United Arab Emirates (UAE)": only if both names refer to the same place, because "Congo (Kinshasa)" is not the
    // Congo.
    const place = find(outer);
    return place && place.values.join() === find(inner)?.values.join() ? place : undefined;
  };
  const remembered = new Map<string, PlaceName | undefined>();
  return {
    lookup: (name) => {
      if (remembered.has(name)) return remembered.get(name);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const place = lookUp(name);
      remembered.set(name, place);
      return place;
    },
    joining: (folded) => {
      const kosovo = withoutFootnote(folded) === '' ? byName.get('kosovo') : undefined;
      return kosovo ? [{ ...kosovo, shreds: ['kosovo', folded] }] : (byShred.get(folded) ?? []);
    },
    usualName: (value) => usualNames.get(value) ?? value,
  };
}

/**
 * Builds the lookup of all place names. Current countries come first: if a former and a current country share a name,
 * the name means the current one.
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

/** The gazetteer of the bundled reference data; built once and cached. */
export function gazetteer(): Gazetteer {
  shared ??= buildGazetteer(readCountryReferences(), readRegionReferences(), readRegionalOffices(), {
    country: translateCountry,
    region: translateRegion,
  });
  return shared;
}
