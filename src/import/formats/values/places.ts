import { readCountryReferences } from '../../../country/country.reference.ts';
import { WORLD, gazetteer } from '../../repair/vocabulary/gazetteer.ts';

/** The places in a source's coverage statement. */
export interface Coverage {
  isWorldwide: boolean;
  countries: string[];
  regions: string[];
}

let codes: ReadonlyMap<string, string> | undefined;

/** A country from its alpha-2 or alpha-3 code in capitals, or a former country from its four letters. */
export function readCountryCode(text: string): string | undefined {
  codes ??= new Map(
    readCountryReferences().flatMap(({ code, alpha3, status }) =>
      // Alpha-2 and alpha-3 codes of former countries were reused.
      status === 'FORMER' ? [[code, code] as const] : [[code, code] as const, [alpha3, code] as const],
    ),
  );
  return codes.get(text);
}

/** Whether a text is the name of a country, and nothing else. */
export function isCountry(text: string): boolean {
  return gazetteer().countries.lookup(text)?.values.length === 1;
}

/** Countries whose name is also that of a part of another country: "Georgia, United States". */
const SHARED = /^(?:georgia|jersey|mexico|guinea|luxembourg|niger)$/i;

/**
 * Reads a coverage statement: countries or regions by name or code, separated by semicolons, commas or "and"; a place
 * with its country ("Nairobi, Kenya"); or a DCMI Point or Box (`name=Kenya; …`).
 * @returns a string with the reason if the places are unclear
 */
export function readCoverage(text: string): Coverage | string {
  const printed = text.replace(/\s+/g, ' ').trim();
  if (
    /^(?:[cC]\.? ?)?\d{3,4}s?(?: ?[-–/] ?\d{2,4}s?)?$|centur(?:y|ies)\b|^(?:start|end|scheme)=/.test(printed)
  )
    return 'a period, no place';
  if (/(?:^|;) ?(?:northlimit|southlimit|east|north|projection|units|name)=/i.test(printed)) {
    const name = /(?:^|; ?)name=([^;]+)/i.exec(printed)?.[1];
    return name === undefined ? 'coordinates without a name' : readCoverage(name);
  }
  const whole = readPlace(printed);
  if (whole !== undefined) return whole;
  const parts = printed.split(/ ?; ?/);
  if (parts.length > 1) return joinAll(parts.filter((part) => part !== '').map(readCoverage));
  const pieces = printed.split(/ ?, ?(?:and )?| and | & /);
  if (pieces.length === 1) return 'no country or region that is known';
  const places = pieces.map(readPlace);
  const last = places.at(-1);
  const others = places.slice(0, -1);
  if (printed.includes(',') && last?.countries.length === 1 && others.every((place) => place === undefined))
    return last;
  if (pieces.length === 2 && SHARED.test(pieces[0] ?? '') && last?.countries.length === 1)
    return 'a name that a country shares with a part of another';
  return joinAll(places.map((place) => place ?? 'not every name in it is a country or region that is known'));
}

function readPlace(text: string): Coverage | undefined {
  const none = { isWorldwide: false, countries: [], regions: [] };
  if (/^(?:worldwide|global|international|world|the world|all countries)$/i.test(text))
    return { ...none, isWorldwide: true };
  // Four letters in a text may be a word ("SKIN").
  const code = /^[A-Z]{2,3}$/.test(text) ? readCountryCode(text) : undefined;
  const { countries, regions } = gazetteer();
  const found = code === undefined ? countries.lookup(text)?.values : [code];
  if (found !== undefined) return { ...none, countries: found };
  const slugs = regions.lookup(text)?.values;
  if (slugs === undefined) return undefined;
  return slugs.includes(WORLD) ? { ...none, isWorldwide: true } : { ...none, regions: slugs };
}

function joinAll(places: readonly (Coverage | string)[]): Coverage | string {
  const coverages: Coverage[] = [];
  for (const place of places) {
    if (typeof place === 'string') return place;
    coverages.push(place);
  }
  return {
    isWorldwide: coverages.some((place) => place.isWorldwide),
    countries: [...new Set(coverages.flatMap(({ countries }) => countries))],
    regions: [...new Set(coverages.flatMap(({ regions }) => regions))],
  };
}
