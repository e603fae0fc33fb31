import { isAreaName, isCityName } from './cities.ts';
import { findOrganisation } from './organisations.ts';

/** The publisher of a work and the place of publication, as printed. */
export interface Imprint {
  publisher: string | null;
  place: string | null;
}

const PUBLISHER =
  /\b(?:press|publishing|publishers?|publications|verlag|books|éditions|routledge|springer|elsevier|palgrave|macmillan|brill|sage|wiley|blackwell|elgar|ashgate|hart|intersentia|earthscan|nomos|ashgate|university|institute|organi[sz]ation|ministry|foundation)\b/i;

/** Whether a text is a city, as printed in an imprint: "Geneva", "Cambridge, UK". */
export function isPlaceOfPublication(text: string): boolean {
  const [city = '', area, more] = text.split(', ');
  const isArea = area === undefined || isAreaName(area) || /^[A-Z]{2}$/.test(area);
  return isCityName(city) && isArea && more === undefined;
}

/** Whether a text names a publisher: a known organisation, or a name with a word such as "Press". */
export function isPublisher(text: string): boolean {
  return findOrganisation(text) !== null || PUBLISHER.test(text);
}

/**
 * Reads "IOM: Geneva" or "Geneva: IOM". The order follows from which side is a city or a publisher; null if that is
 * unclear.
 */
export function imprintOf(text: string): Imprint | null {
  const sides = text.replace(/\.$/, '').split(/\s*:\s*/);
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right || text.length > 120 || /[()‘’“”"]/.test(text)) return null;
  if (isPlaceOfPublication(left)) return { publisher: right, place: left };
  if (isPlaceOfPublication(right)) return { publisher: left, place: right };
  const isLeft = isPublisher(left);
  if (isLeft === isPublisher(right) || left.split(' ').length > 6 || right.split(' ').length > 6) return null;
  return isLeft ? { publisher: left, place: right } : { publisher: right, place: left };
}
