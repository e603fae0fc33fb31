import { findOrganisation } from './organisations.ts';
import { keyOf } from '../words.ts';

/** Who published a work, and where, as the source prints them. */
export interface Imprint {
  publisher: string | null;
  place: string | null;
}

const PLACES: ReadonlySet<string> = new Set(
  `abingdon|addis ababa|amsterdam|athens|bangkok|barcelona|basingstoke|beijing|belgrade|berlin|bern|bogota|boston|
  brussels|bucharest|budapest|cairo|cambridge|canberra|cham|cheltenham|chicago|chisinau|colombo|copenhagen|dakar|
  den haag|dhaka|dublin|florence|geneva|geneve|ginebra|hague|helsinki|hong kong|houndmills|istanbul|jakarta|
  johannesburg|kathmandu|kyiv|leiden|lisbon|london|luxembourg|madrid|manila|melbourne|mexico city|milan|montreal|
  moscow|nairobi|new delhi|new haven|new york|nijmegen|oslo|ottawa|oxford|paris|pretoria|princeton|rome|rotterdam|
  san jose|santiago|sarajevo|singapore|skopje|sofia|stockholm|strasbourg|sydney|tirana|tokyo|toronto|turin|vienna|
  warsaw|washington|washington d c|washington dc|zagreb|zurich`
    .split('|')
    .map((place) => place.trim()),
);

const PUBLISHER =
  /\b(?:press|publishing|publishers?|publications|verlag|books|éditions|routledge|springer|elsevier|palgrave|macmillan|brill|sage|wiley|blackwell|elgar|ashgate|hart|intersentia|earthscan|nomos|ashgate|university|institute|organi[sz]ation|ministry|foundation)\b/i;

/** Whether a text is one of the cities where the field's literature is published. */
export function isPlaceOfPublication(text: string): boolean {
  return PLACES.has(keyOf(text));
}

/** Whether a text names a publisher: a known organisation, or a name with "Press" and the like. */
export function isPublisher(text: string): boolean {
  return findOrganisation(text) !== null || PUBLISHER.test(text);
}

/** "IOM: Geneva" and "Geneva: IOM", told by what the two sides are; null where they don't say. */
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
