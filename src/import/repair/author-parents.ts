import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { isGeneric } from './vocabulary/name-words.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { isGovernmental } from './author-offices.ts';
import { joinAt } from './author-organisations.ts';
import {
  isLocalOffice,
  isPartOfUniversity,
  isPartOfWhole,
  isPlaceBehind,
  isUniversityName,
} from './author-parts.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { arePlaces, isPlaceName } from './place-names.ts';

const CAMPUSES =
  /\b(?:university of (?:california|texas|wisconsin|illinois|north carolina|massachusetts|maryland|nevada|colorado|michigan|minnesota|hawaii|tennessee|alabama|missouri|nebraska|houston|south florida|arkansas|west indies|philippines|london)|california state university|(?:state|city) university of new york|university college|national university of ireland|rutgers university|indiana university|purdue university|rutgers|university of technology|california polytechnic state university|trinity college|king['’]?s college|imperial college|queen mary)$/i;
/**
 * Joins a part with the whole that the site split at the comma. "University Of California", "Los Angeles" is one of
 * several campuses. "Faculty Of Law" needs its university, and "Population Division" needs the organisation before it.
 * A city behind any other organisation is its address and is not joined.
 */
export function joinParents(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(items.flatMap(({ printed }) => printed));
  const towns = items.filter(isTown);
  const runs: { at: number[]; text: string }[] = [];
  const doubtful = new Set<Item>();
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if (runs.at(-1)?.at.includes(i) || doubtful.has(item)) continue;
    const isCampus = isOpen(item) && CAMPUSES.test(item.text);
    const town = isCampus ? findTown(items, i, towns, isSorted) : undefined;
    const end = items[i + 2];
    if (town !== undefined && town === next && end !== undefined && isPartOfUniversity(end.text)) {
      runs.push({ at: [i, i + 1, i + 2], text: [item, town, end].map(nameOf).join(', ') });
      continue;
    }
    const isWholeBeforePart =
      !isSorted &&
      next !== undefined &&
      isWholeWithPart(item, next) &&
      !(end && isUniversityName(end.text) && isPartOfUniversity(next.text));
    if (isWholeBeforePart) {
      runs.push({ at: [i, i + 1], text: `${nameOf(item)}, ${nameOf(next)}` });
      continue;
    }
    if (!isSorted && next !== undefined && end !== undefined && isOfficeOfTwoPlaces(item, next, end)) {
      const places = joinSeries([next.text, end.text]);
      runs.push({ at: [i, i + 1, i + 2], text: `${nameOf(item)}, ${places}` });
      continue;
    }
    // "Yale University", "MacMillan Center"; "Zentrum Für Frauenforschung", "Harvard Law School", "Human Rights Clinic"
    if (!isSorted && next !== undefined && isUniversity(item) && mayBeUnit(next)) {
      for (const other of [item, next]) doubtful.add(other);
      continue;
    }
    if (next && end && isUniversity(next) && isPartOfUniversity(item.text) && isPartOfUniversity(end.text)) {
      for (const other of [item, next, end]) doubtful.add(other);
      continue;
    }
    const part =
      town ??
      findUniversity(items, item, isSorted) ??
      (!isSorted && next !== undefined && isPartWithWhole(item, next) ? next : undefined);
    if (part !== undefined)
      runs.push({ at: [i, items.indexOf(part)], text: `${nameOf(item)}, ${nameOf(part)}` });
  }
  const joined = joinAt(items, runs, 'join-parent-body', notes);
  const reason = 'a part of an organisation that is not beside it';
  // "European Union Committee", "House Of Lords": sorting may have put the part in front.
  const mayBeTurned = areSorted(items.map(({ text }) => text));
  const isApart = (item: Item) =>
    doubtful.has(item) ||
    (isOpen(item) && isNothingAlone(item.text)) ||
    (isSorted && mayBePartOrWhole(item, joined)) ||
    (mayBeTurned && isPartOrWhole(item, joined));
  return joined.map((item) => (isApart(item) ? { ...item, author: null, reason } : item));
}

function nameOf({ author, text }: Item): string {
  return author?.name ?? text;
}

function isTown(item: Item | undefined): item is Item {
  return isOpen(item) && (isCityName(item.text) || isAreaName(item.text));
}

/** The town of the campus at `i`: the only town of the list, or the next word if it cannot be part of another name. */
function findTown(
  items: readonly Item[],
  i: number,
  [only, other]: readonly Item[],
  isSorted: boolean,
): Item | undefined {
  const [next, second] = items.slice(i + 1);
  if (only !== undefined && other === undefined) return only;
  if (isSorted || !isOpen(next)) return undefined;
  const isPair = isOpen(second) && isNameShaped(second.text) && !second.text.includes(' ');
  const isWord = isNameShaped(next.text) && !next.text.includes(' ') && !mayBeGivenName(next.text);
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
  return isUniversity(second) && isPartOfUniversity(first.text);
}

/**
 * Whether a whole precedes its part: "University Of Trento", "Faculty Of Law"; "House Of Lords", "European Union
 * Committee".
 */
function isWholeWithPart(first: Item, second: Item): boolean {
  if (!isOrganisation(first) || !isOrganisation(second)) return false;
  if (isOfficeOfPlaces(second.text)) return !isOpen(first);
  if (isLocalOffice(second.text)) return true;
  if (isUniversity(first) && isPartOfUniversity(second.text)) return true;
  return isPartOfWhole(second, first);
}

/**
 * Whether an organisation precedes its office, which was split at "and": "United Nations Population Fund", "Asia",
 * "Pacific Regional Office".
 */
function isOfficeOfTwoPlaces(parent: Item, place: Item, office: Item): boolean {
  return (
    !isOpen(parent) && isOrganisation(parent) && isPlaceName(place.text) && isOfficeOfPlaces(office.text)
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
  const isLoosePart = ({ text }: Item) => isPartOfUniversity(text);
  if (isUniversity(item)) return items.some(isLoosePart);
  return isLoosePart(item) && items.some(isUniversity);
}

function isPartOrWhole(item: Item, items: readonly Item[]): boolean {
  return items.some(
    (other) =>
      other !== item &&
      (isPartOfWhole(item, other) ||
        isPartOfWhole(other, item) ||
        (isLocalOffice(other.text) && item.author !== null)),
  );
}

/** "Faculty Of Law", "North Africa Regional Office": parts that don't name their organisation. */
function isNothingAlone(text: string): boolean {
  return (/^faculty of /i.test(text) && isGeneric(text)) || isOfficeOfPlaces(text) || isLocalOffice(text);
}

/** "MacMillan Center": a unit with a name of its own, which may also be an organisation of its own. */
function mayBeUnit({ author, reason, text }: Item): boolean {
  if (author !== null || reason !== undefined || isUniversityName(text)) return false;
  return (
    /^(?:\S+ ){1,2}(?:cent(?:re|er)|institute|lab|laboratory|school|clinic)$/i.test(text) && !isGeneric(text)
  );
}

function isUniversity(item: Item): boolean {
  if (!isOrganisation(item) || !isUniversityName(item.text) || item.text.includes(',')) return false;
  // "National University" doesn't say which.
  return !/^(?:(?:inter)?national|open|private|public|state) (?:college|university)$/i.test(item.text);
}

/** Whether an item is still open or is already an organisation, joined or known. */
function isOrganisation({ author, reason }: Item): boolean {
  return author === null ? reason === undefined : author.kind === 'ORGANIZATION';
}
