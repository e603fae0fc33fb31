import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { isGeneric } from './vocabulary/name-words.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinAt } from './author-organisations.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { arePlaces, isPlaceName } from './place-names.ts';

const CAMPUSES =
  /\b(?:university of (?:california|texas|wisconsin|illinois|north carolina|massachusetts|maryland|nevada|colorado|michigan|minnesota|hawaii|tennessee|alabama|missouri|nebraska|houston|south florida|arkansas|west indies|philippines|london)|california state university|(?:state|city) university of new york|university college|national university of ireland|rutgers university|indiana university|purdue university|rutgers|university of technology|california polytechnic state university|trinity college|king['’]?s college|imperial college|queen mary)$/i;
const PART_OF_UNIVERSITY =
  /^(?:faculty|school|department|division|college|chair|graduate school) (?:of|for) /i;
const CENTRE = /^(?:institute|cent(?:re|er)) (?:of|for|on) /i;
const LABORATORY = / (?:lab|laboratory|clinic)$/i;
const ASSEMBLY = /\b(?:parliament|assembly|council of europe|council of ministers|senate|congress)\b/i;
const UNIVERSITY = /\b(?:universit|college|institute of technology|polytechnic)/i;
const DIVISION = /(?: (?:division|section|branch|unit)$)/i;
const DEPARTMENT = /^(?:department|division|section|unit|branch) (?:of|for|on) /i;
/** Departments that governments have and universities don't. */
const OF_STATE =
  /^department (?:of|for) (?:foreign|home|homeland|internal|justice|labou?r|state|defen[cs]e|immigration|trade|community safety|social services|social welfare|women)\b/i;
const MINISTRY = /^(?:.+ )?(?:department|ministry) of /i;
const DIRECTORATE = /^(?:directorate[ -]general|directorate|dg)\b/i;
const PARENT_OF_DIRECTORATE =
  /^(?:european commission|european parliament|council of europe|ministry of .+)$/i;

/**
 * Joins a part with the whole that the site split at the comma. "University Of California", "Los Angeles" is one of
 * several campuses. "Faculty Of Law" needs its university, and "Population Division" needs the organisation before it.
 * A city behind any other organisation is its address and is not joined.
 */
export function joinParents(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(items.map(({ printed }) => printed[0] ?? ''));
  const towns = items.filter(isTown);
  const runs: { at: number[]; text: string }[] = [];
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if (runs.at(-1)?.at.includes(i)) continue;
    const isCampus = isOpen(item) && CAMPUSES.test(item.text);
    const town = isCampus ? findTown(items, i, towns, isSorted) : undefined;
    const end = items[i + 2];
    const isWholeBeforePart =
      !isSorted &&
      next !== undefined &&
      isUniversityWithPart(item, next) &&
      !(end && UNIVERSITY.test(end.text));
    if (isWholeBeforePart) {
      runs.push({ at: [i, i + 1], text: `${nameOf(item)}, ${nameOf(next)}` });
      continue;
    }
    if (!isSorted && next !== undefined && end !== undefined && isOfficeOfTwoPlaces(item, next, end)) {
      const places = joinSeries([next.text, end.text]);
      runs.push({ at: [i, i + 1, i + 2], text: `${nameOf(item)}, ${places}` });
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
  const isApart = (item: Item) =>
    (isOpen(item) && isNothingAlone(item.text)) || (isSorted && mayBePartOrWhole(item, joined));
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
  const universities = items.filter((other) => isOrganisation(other) && UNIVERSITY.test(other.text));
  const parts = items.filter((other) => isOpen(other) && isPart(other.text));
  const isToldApart = (isSorted || areSorted(items.map(({ text }) => text))) && parts.length === 1;
  return isToldApart && universities.length === 1 ? universities[0] : undefined;
}

/** Whether two pieces are a part and its whole, in either order. */
function isPartWithWhole(first: Item, second: Item): boolean {
  if (!isOrganisation(first) || !isOrganisation(second)) return false;
  if (isPart(first.text) && UNIVERSITY.test(second.text))
    return !isGeneric(second.text) && !OF_STATE.test(first.text);
  if (LABORATORY.test(first.text) && UNIVERSITY.test(second.text)) return !UNIVERSITY.test(first.text);
  if (CENTRE.test(first.text) && isGeneric(first.text) && /^academy of sciences/i.test(second.text))
    return true;
  if (CENTRE.test(first.text) && isGeneric(first.text) && UNIVERSITY.test(second.text))
    return !UNIVERSITY.test(first.text);
  if (isOfficeOfPlaces(second.text)) return !isOpen(first);
  const isParent = findOrganisation(first.text) !== null || UNIVERSITY.test(first.text);
  if (DEPARTMENT.test(second.text) && isParent) return isGeneric(second.text) && !OF_STATE.test(second.text);
  if (/^committee (?:of|on) /i.test(second.text) && isOpen(second) && ASSEMBLY.test(nameOf(first)))
    return true;
  if (
    /^(?:office|bureau) of /i.test(second.text) &&
    first.author !== null &&
    isOpen(second) &&
    MINISTRY.test(nameOf(first))
  )
    return isGeneric(second.text) && !UNIVERSITY.test(first.text);
  if (DIVISION.test(second.text) && isGeneric(second.text)) return !isOpen(first);
  return DIRECTORATE.test(second.text) && PARENT_OF_DIRECTORATE.test(first.text);
}

/** Whether a university precedes its part: "University Of Trento", "Faculty Of Law". */
function isUniversityWithPart(first: Item, second: Item): boolean {
  if (!isOrganisation(first) || !isOrganisation(second) || !isPart(second.text)) return false;
  const isWhole = UNIVERSITY.test(first.text) && !isGeneric(first.text) && !/[,]/.test(first.text);
  return isWhole && isGeneric(second.text) && !OF_STATE.test(second.text);
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
 * In a sorted list: a part that doesn't name its university ("Institute Of Psychology"), and each university that it
 * may belong to ("University Of Bergen").
 */
function mayBePartOrWhole(item: Item, items: readonly Item[]): boolean {
  const isPlainPart = ({ text }: Item) =>
    (isPart(text) || CENTRE.test(text) || DEPARTMENT.test(text)) &&
    isGeneric(text) &&
    findOrganisation(text) === null;
  const isUniversity = ({ text }: Item) => UNIVERSITY.test(text) && !isGeneric(text) && !text.includes(',');
  if (PARENT_OF_DIRECTORATE.test(nameOf(item)) && item.author !== null)
    return items.some(({ text, author }) => DIRECTORATE.test(text) && author === null);
  if (isUniversity(item)) return items.some(isPlainPart);
  return isPlainPart(item) && items.some(isUniversity);
}

/** "Faculty Of Law", "North Africa Regional Office": parts that don't name their organisation. */
function isNothingAlone(text: string): boolean {
  return (/^faculty of /i.test(text) && isGeneric(text)) || isOfficeOfPlaces(text);
}

function isPart(text: string): boolean {
  return PART_OF_UNIVERSITY.test(text) && !UNIVERSITY.test(text);
}

/** Whether an item is still open or is already an organisation, joined or known. */
function isOrganisation({ author, reason }: Item): boolean {
  return author === null ? reason === undefined : author.kind === 'ORGANIZATION';
}
