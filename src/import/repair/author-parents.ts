import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { endsInDirection, isGeneric } from './vocabulary/name-words.ts';
import { isNationality } from './vocabulary/nationalities.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { isGovernmental } from './author-countries.ts';
import { joinAt } from './author-organisations.ts';
import {
  isLocalOffice,
  isPartOfUniversity,
  isPartOfWhole,
  isPlaceBehind,
  isSameLanguage,
  isUnitName,
  isUniversityName,
} from './author-parts.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { arePlaces, isPlaceName, isPlaceOrUnion } from './place-names.ts';
import { isAllCapitals } from './words.ts';

const CAMPUSES =
  /\b(?:university of (?:california|texas|wisconsin|illinois|north carolina|massachusetts|maryland|nevada|colorado|michigan|minnesota|hawaii|tennessee|alabama|missouri|nebraska|houston|south florida|arkansas|washington|west indies|philippines|london)|california state university|(?:state|city) university of new york|university college|national university of ireland|rutgers university|indiana university|purdue university|rutgers|university of technology|california polytechnic state university|trinity college|king['’]?s college|imperial college|queen mary)$/i;

// Towns in two words, as they follow a university: "El Paso", "St. Augustine".
const TOWN =
  /^(?:cape|chapel|college|el|fort|grand|lake|las|little|long|los|mount|new|port|salt|san|santa|st\.?|twin) \S+$|^\S+ (?:bay|beach|city|falls|heights|hills|lake|springs|valley)$/i;

/**
 * Joins a part with the whole that the site split at the comma. "University Of California", "Los Angeles" is one of
 * several campuses. "Faculty Of Law" needs its university, and "Population Division" needs the organisation before it.
 * A city behind any other organisation is its address and is not joined.
 */
export function joinParents(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(notes.pieces);
  const runs: { at: number[]; text: string }[] = [];
  const doubtful = new Set<Item>();
  for (const [i, item] of items.entries()) {
    if (runs.at(-1)?.at.includes(i) || doubtful.has(item)) continue;
    const unclear = isSorted ? [] : findUnclear(items, i);
    for (const other of unclear) doubtful.add(other);
    const run = unclear.length > 0 ? null : findRun(items, i, isSorted);
    if (run !== null) runs.push(run);
  }
  const joined = joinAt(items, runs, 'join-parent-body', notes);
  const reason = 'a part of an organisation that is not beside it';
  // "European Union Committee", "House Of Lords": sorting may have put the part in front.
  const mayBeTurned = areSorted(notes.pieces);
  const isApart = (item: Item) =>
    doubtful.has(item) ||
    (isOpen(item) && isNothingAlone(item.text)) ||
    (mayBeTurned && (isPartOrWhole(item, joined) || mayBePartOrWhole(item, joined)));
  return joined.map((item) => (isApart(item) ? { ...item, author: null, reason } : item));
}

/**
 * The pieces from `i` of which nobody knows which belong together: "Yale University", "MacMillan Center"; "Institut Für
 * Strafrecht", "Harvard Law School", "Human Rights Clinic".
 */
function findUnclear(items: readonly Item[], i: number): Item[] {
  const [item, next, end] = [items[i] as Item, items[i + 1], items[i + 2]];
  if (next === undefined) return [];
  if (end !== undefined && isPartBetween(item, next, end)) return [item, next, end];
  return isUniversity(item) && mayBeUnit(next) ? [item, next] : [];
}

/** The part and the whole that begin at `i`, with their positions and their joined text; null if there are none. */
function findRun(
  items: readonly Item[],
  i: number,
  isSorted: boolean,
): { at: number[]; text: string } | null {
  const [item, next, end] = [items[i] as Item, items[i + 1], items[i + 2]];
  const textOf = (parts: readonly Item[]) => {
    const [whole, part] = parts as [Item, Item];
    return namesWhole(part, whole) ? nameOf(part) : parts.map(nameOf).join(', ');
  };
  const town = isOpen(item) && hasCampuses(item.text) ? findTown(items, i, isSorted) : undefined;
  if (town !== undefined && town === next && end !== undefined && isPartOfUniversity(end.text))
    return { at: [i, i + 1, i + 2], text: textOf([item, town, end]) };
  if (!isSorted && next !== undefined) {
    if (isWholeWithPart(item, next)) return { at: [i, i + 1], text: textOf([item, next]) };
    if (end !== undefined && isOfficeOfTwoPlaces(item, next, end))
      return { at: [i, i + 1, i + 2], text: `${nameOf(item)}, ${joinSeries([next.text, end.text])}` };
  }
  // "Human Rights Center", "University Of California", "Berkeley"
  const isUnitWithCampus =
    !isSorted && next !== undefined && isTown(end) && hasCampuses(next.text) && isPartWithWhole(item, next);
  if (isUnitWithCampus) return { at: [i, i + 1, i + 2], text: textOf([item, next, end]) };
  const isPartBefore = !isSorted && next !== undefined && isPartWithWhole(item, next);
  const other = town ?? findUniversity(items, item, isSorted) ?? (isPartBefore ? next : undefined);
  return other === undefined ? null : { at: [i, items.indexOf(other)], text: textOf([item, other]) };
}

/** Whether the name of a known office already says whose it is: "OSCE Office For Democratic Institutions". */
function namesWhole(part: Item, { author }: Item): boolean {
  const [first = ''] = nameOf(part).split(' ');
  return part.author !== null && author !== null && first === author.acronym;
}

function nameOf({ author, text }: Item): string {
  return author?.name ?? text;
}

function isTown(item: Item | undefined): item is Item {
  if (!isOpen(item)) return false;
  return isCityName(item.text) || isAreaName(item.text) || TOWN.test(item.text);
}

/** The town of the campus at `i`: the only town of the list, or the next word if it cannot be part of another name. */
function findTown(items: readonly Item[], i: number, isSorted: boolean): Item | undefined {
  const [next, second] = items.slice(i + 1);
  const [only, other] = items.filter(isTown);
  if (only !== undefined && other === undefined) return only;
  if (isSorted || !isOpen(next)) return undefined;
  const isPair = isOpen(second) && isNameShaped(second.text) && !second.text.includes(' ');
  const isWord =
    isNameShaped(next.text) &&
    (!next.text.includes(' ') || TOWN.test(next.text)) &&
    (second === undefined || second.author !== null || !mayBeGivenName(next.text));
  return isTown(next) || (isWord && !isPair) ? next : undefined;
}

/** The only university of a sorted list, if the list has only one part of a university: "Faculty Of Law". */
function findUniversity(items: readonly Item[], item: Item, isSorted: boolean): Item | undefined {
  if (!isOpen(item) || !isNothingAlone(item.text) || isOfficeOfPlaces(item.text)) return undefined;
  const universities = items.filter((other) => isOrganisation(other) && isUniversityName(other.text));
  const parts = items.filter((other) => isOpen(other) && isPartOfUniversity(other.text));
  const isToldApart = (isSorted || areSorted(items.map(({ text }) => text))) && parts.length === 1;
  return isToldApart && universities.length === 1 ? universities[0] : undefined;
}

/** Whether a part precedes its whole: "Faculty Of Law", "University Of Zagreb". */
function isPartWithWhole(first: Item, second: Item): boolean {
  if (!isOrganisation(first) || !isOrganisation(second)) return false;
  if (/^academy of sciences/i.test(second.text))
    return isPartOfUniversity(first.text) && isGeneric(first.text);
  if (/^government of /i.test(second.text)) return isGovernmental(first.text) && isPlaceBehind(second.text);
  return isUniversity(second) && isUnitOf(first, second);
}

/**
 * Whether a whole precedes its part: "University Of Trento", "Faculty Of Law"; "House Of Lords", "European Union
 * Committee".
 */
function isWholeWithPart(first: Item, second: Item): boolean {
  if (!isOrganisation(first) || !isOrganisation(second)) return false;
  if (isOfficeOfPlaces(second.text)) return !isOpen(first);
  if (isLocalOffice(second.text)) return !isPlaceOrUnion(first.text);
  if (isUniversity(first) && isUnitOf(second, first)) return true;
  return isPartOfWhole(second, first);
}

function isUnitOf(unit: Item, university: Item): boolean {
  const isUnit = isPartOfUniversity(unit.text) || (isOpen(unit) && isUnitName(unit.text));
  return isUnit && (isNothingAlone(unit.text) || isSameLanguage(unit.text, university.text));
}

/**
 * Whether an organisation precedes its office, which was split at "and": "United Nations Population Fund", "Asia",
 * "Pacific Regional Office".
 */
function isOfficeOfTwoPlaces(parent: Item, place: Item, office: Item): boolean {
  return (
    !isOpen(parent) &&
    isOrganisation(parent) &&
    (isPlaceName(place.text) || endsInDirection(place.text)) &&
    isOfficeOfPlaces(office.text)
  );
}

/** "Asia And Pacific Regional Office": an office of the organisation before it. */
function isOfficeOfPlaces(text: string): boolean {
  const [, places] = /^(.+) (?:sub-?)?(?:regional|country|liaison) office$/i.exec(text) ?? [];
  return places !== undefined && arePlaces(places);
}

/**
 * In a sorted list: a part that doesn't name its whole ("Institute Of Psychology"), and each whole that it may belong to
 * ("University Of Bergen").
 */
function mayBePartOrWhole(item: Item, items: readonly Item[]): boolean {
  const isLoosePart = (other: Item) =>
    isOpen(other) && (isPartOfUniversity(other.text) || isUnitName(other.text) || mayBeUnit(other));
  // "University Of California, Berkeley" has its campus already.
  const isWhole = (other: Item) => isUniversity(other) || (isCampus(other) && other.printed.length === 2);
  if (isWhole(item)) return items.some(isLoosePart);
  return isLoosePart(item) && items.some(isWhole);
}

function isPartOrWhole(item: Item, items: readonly Item[]): boolean {
  return items.some(
    (other) =>
      other !== item &&
      (isPartOfWhole(item, other) ||
        isPartOfWhole(other, item) ||
        (isLocal(other.text) && (item.author !== null || /^\p{Lu}{3,} /u.test(item.text)))),
  );
}

function isLocal(text: string): boolean {
  return isLocalOffice(text) || isOfficeOfPlaces(text);
}

/** "Faculty Of Law", "North Africa Regional Office": parts that don't name their organisation. */
function isNothingAlone(text: string): boolean {
  return (/^faculty of /i.test(text) && isGeneric(text)) || isLocal(text);
}

/** Whether the pieces are a university and two units, or a unit between two universities. */
function isPartBetween(first: Item, second: Item, third: Item): boolean {
  const universities = [first, second, third].filter(isUniversity);
  const isPart = (item: Item) =>
    universities.some(({ text }) => isSameLanguage(item.text, text)) &&
    (isPartOfUniversity(item.text) || mayBeUnit(item));
  const parts = [first, second, third].filter(isPart);
  if (parts.length === 2) return universities.length === 1;
  const isOfBoth = universities.every(({ text }) => isSameLanguage(second.text, text));
  return isPart(second) && universities.length === 2 && isOfBoth;
}

/** "MacMillan Center": a unit with a name of its own, which may also be an organisation of its own. */
function mayBeUnit({ author, reason, text }: Item): boolean {
  if (author !== null || reason !== undefined || isUniversityName(text)) return false;
  const isUnit =
    /^(?:\S+ ){1,3}(?:cent(?:re|er)|institute|lab|laboratory|school|clinic)$|^(?:\S+ ){1,2}(?:cent(?:re|er)|college|institute|school) (?:of|for|on) /i.test(
      text,
    );
  const [first = ''] = text.split(' ');
  const isOfOther = isAllCapitals(first) || isCityName(first) || isNationality(first) || isPlaceName(first);
  return isUnit && !isPartOfUniversity(text) && !isOfOther;
}

/** "University Of Massachusetts", "University Of West Of England": the university of an area has several campuses. */
export function hasCampuses(text: string): boolean {
  const [, area = ''] = /\buniversity of (?:.+ (?:of|in) )?(.+)$/i.exec(text) ?? [];
  return CAMPUSES.test(text) || isAreaName(area);
}

function isUniversity(item: Item): boolean {
  if (!isOrganisation(item) || !isUniversityName(item.text) || item.text.includes(',')) return false;
  // "National University" doesn't say which.
  return !/^(?:(?:inter)?national|open|private|public|state) (?:college|university)$/i.test(item.text);
}

function isCampus({ author, text }: Item): boolean {
  const [university = '', town, more] = text.split(', ');
  return author !== null && town !== undefined && more === undefined && hasCampuses(university);
}

/** Whether an item is still open or is already an organisation, joined or known. */
function isOrganisation({ author, reason }: Item): boolean {
  return author === null ? reason === undefined : author.kind === 'ORGANIZATION';
}
