import { foldName } from '../../text/fold.ts';
import { gazetteer } from './vocabulary/gazetteer.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { hasOfficeWord } from './vocabulary/name-words.ts';
import { splitBracket } from './words.ts';

/** Whether a piece names a country or region, including regions that are also organisations: "European Union". */
export function isPlaceOrUnion(text: string): boolean {
  return isCountryName(text) || isRegionName(text);
}

/** Whether a piece names a country or region and not an organisation: "Eastern Europe". */
export function isPlaceName(text: string): boolean {
  return isCountryName(text) || (isRegionName(text) && !hasOfficeWord(text));
}

/** Whether a piece names a country: "Kenya", "Republic Of Korea". */
export function isCountryName(text: string): boolean {
  const { countries } = gazetteer();
  const [, short = ''] =
    /^(?:Federal |United |Islamic |People['’]S )*(?:Republic|Kingdom|Commonwealth|State) Of (.+)$/i.exec(
      text,
    ) ?? [];
  return countries.lookup(text) !== undefined || (short !== '' && countries.lookup(short) !== undefined);
}

/** Whether a piece is one place or several: "Cambodia And Thailand". */
export function arePlaces(text: string): boolean {
  return isPlaceOrUnion(text) || text.split(/ (?:and|&) /i).every(isPlaceOrUnion);
}

function isRegionName(text: string): boolean {
  return gazetteer().regions.lookup(splitBracket(text).base) !== undefined;
}

/** "Herzegovina": only a part of a country's name, as the site splits it. */
export function isPartOfPlace(text: string): boolean {
  return gazetteer().countries.joining(foldName(text)).length > 0 && !mayBeGivenName(text);
}
