import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  hasOrganisationWord,
  isGeneric,
  isRomanceOffice,
  looksLikeText,
  startsWithSubject,
} from './vocabulary/name-words.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isNationality } from './vocabulary/nationalities.ts';
import { findOrganisation, isPartOfName } from './vocabulary/organisations.ts';
import { hasSurnameEnding } from './vocabulary/surnames.ts';
import { isOfficeOfPlace, joinPlace } from './author-continued.ts';
import {
  startsName,
  isAddition,
  isOpenOffice,
  isSubjectOfPlace,
  isSubjectWithCountry,
} from './author-fragments.ts';
import type { Item } from './author-items.ts';
import { isGovernmental } from './author-countries.ts';
import { hasOpenTail } from './author-offices.ts';
import { isPartOfUniversity, isPartOfWhole, isPlaceBehind, isUniversityName } from './author-parts.ts';
import { hasCampuses } from './author-parents.ts';
import { areSorted, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { isCountryName, isPartOfPlace, isPlaceName } from './place-names.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/** Whether a piece is only a part of an organisation's name. */
function isFragment(text: string): boolean {
  const { base } = splitBracket(text);
  return (
    isPortfolio(base) ||
    isPartOfName(text) ||
    isPartOfPlace(text) ||
    isAddition(base) ||
    isRomanceSeries(base) ||
    / (?:und|och) /i.test(base) ||
    (/ (?:and|&) /i.test(base) && !hasOfficeWord(base) && hasFieldWord(base)) ||
    isSubjectOfPlace(base) ||
    /^(?:of|for|in|on|to|against|de|des|du|del|dell|della|delle|degli|d|et|y)[ ’']/i.test(base) ||
    (looksLikeText(base) && !hasOrganisationWord(base) && !mayBeGivenName(base.split(' ')[0] ?? ''))
  );
}

/** "Seguridad Y Paz". A leftover "Ortega Y Gasset" is doubtful too. */
function isRomanceSeries(text: string): boolean {
  return / (?:y|e|et) /i.test(text) && !hasOfficeWord(text);
}

const REASON = 'an office whose name may go on in a piece that is left over';

/** A list of authors, for the rules below. */
interface List {
  items: readonly Item[];
  isSorted: boolean;
  /** Whether the pieces are in alphabetical order, perhaps by chance. */
  isInOrder: boolean;
}

/**
 * Marks organisations as unresolved if they may have lost one of the leftover pieces. For each leftover piece, this is
 * the organisation before it. If that organisation cannot continue with the piece, or the list is sorted, it is every
 * organisation that can. No name is better than a truncated one.
 */
export function setAsideCutOff(items: readonly Item[], printed: readonly string[]): Item[] {
  const list: List = { items, isSorted: mayBeSorted(printed), isInOrder: areSorted(printed) };
  const rules = [
    findCutOffByCountry,
    findCutOffByCampus,
    findCutOffBySubject,
    findCutOffByPart,
    findCutOffByWords,
    findCutOffByTail,
    findCutOffByPiece,
  ];
  const cutOff = new Set(items.flatMap((_, i) => rules.flatMap((rule) => rule(i, list))));
  return items.map((item) => (cutOff.has(item) ? { ...item, author: null, reason: REASON } : item));
}

/** "Department Of Foreign Affairs", "Trade" is a known name, but not if "Development Canada" is behind it. */
function findCutOffByCountry(i: number, { items }: List): Item[] {
  const [parent, item] = [items[i - 1], items[i] as Item];
  if (parent === undefined || parent.printed.length < 2 || !isSubjectWithCountry(item.text)) return [];
  return isGovernmental(parent.text) ? [parent, item] : [];
}

/** Universities that a leftover piece may be a campus of. */
function findCutOffByCampus(i: number, { items, isSorted, isInOrder }: List): Item[] {
  const strays = items.filter(
    (item) => mayBeCampus(item) && (!item.text.includes(' ') || hasFieldWord(item.text)),
  );
  const words = strays.filter(({ text }) => !text.includes(' '));
  const isOnly = strays.length === 1 || words.length === 1;
  if (!mayBeCampus(items[i] as Item) || (isSorted && !isOnly)) return [];
  return items.filter((other) => hasCampus(other) && (isInOrder || other === items[i - 1]));
}

/** The organisation before a subject or before its own part: "Institute For War", "Peace Reporting". */
function findCutOffBySubject(i: number, { items }: List): Item[] {
  const [parent, item] = [items[i - 1], items[i] as Item];
  if (!parent?.author || item.author !== null) return [];
  const isSubject =
    isStrayWord(item.text) ||
    isStatePosition(item.text) ||
    (startsWithSubject(item.text) && !hasOfficeWord(item.text));
  const isUnit =
    isPartOfUniversity(item.text) && isUniversityName(parent.text) && parent.printed.length === 1;
  return (isSubject && canGoOn(parent)) || isPartOfWhole(item, parent) || isUnit ? [parent] : [];
}

/** "Attorney General" behind "Department Of Justice" is a part of the department's name. */
function isStatePosition(text: string): boolean {
  return /^(?:attorney|auditor|inspector|prosecutor|registrar|solicitor)[ -]general$/i.test(text);
}

/** The university behind its part, if the part's subjects are left over: "Institute Of Race", "Ethnicity". */
function findCutOffByPart(i: number, { items }: List): Item[] {
  const item = items[i] as Item;
  if (item.author !== null || !isPartOfUniversity(item.text)) return [];
  const next = items.slice(i + 1).find(({ author }) => author !== null);
  return next && isUniversityName(next.text) && !next.text.includes(',') ? [next] : [];
}

/** The organisations that words without a head noun may belong to: "Texas Health", "Australia Eastern Territory". */
function findCutOffByWords(i: number, { items, isInOrder }: List): Item[] {
  const [parent, item, next] = [items[i - 1], items[i] as Item, items[i + 1]];
  if (!isWordsOfInstitution(item)) return [];
  if (isInOrder) return items.filter((other) => canGoOn(other) || mayBeSecondHalf(other));
  const isOfParent =
    parent?.author?.kind === 'ORGANIZATION' &&
    (startsWithPlace(item.text) || canGoOn(parent)) &&
    item.text.split(' ').length < 4;
  return [...(isOfParent ? [parent] : []), ...(next && mayBeSecondHalf(next) ? [next] : [])];
}

/**
 * "Ople Policy Center", "Training Institute": two organisations, or one name that the site split at its "and". A piece
 * of two general words doesn't say whose it is.
 */
function findCutOffByTail(i: number, { items }: List): Item[] {
  const [parent, item] = [items[i - 1], items[i] as Item];
  const [first = '', last = '', more] = item.text.split(' ');
  const isTail =
    isUnknownOrganisation(item) && more === undefined && isGeneric(item.text) && startsWithSubject(first);
  const areHeads = [parent?.text.split(' ').at(-1) ?? '', last].every(hasOfficeWord);
  if (!parent || !isTail || !areHeads || !isUnknownOrganisation(parent)) return [];
  return parent.printed.length === 1 ? [parent, item] : [];
}

/** The organisations that may go on in a leftover place, fragment, or single word. */
function findCutOffByPiece(i: number, { items, isInOrder }: List): Item[] {
  const [before, item, next] = [items[i - 1], items[i] as Item, items[i + 1]];
  const words = items.filter(({ author, text }) => author === null && isStrayWord(text));
  const isWord = words.includes(item);
  const isLeftOver = isPlace(item.text) || isFragment(item.text) || (isWord && words.length === 1);
  if (item.author !== null || !isLeftOver) return [];
  // "London", "UK": the rest of an address.
  if (isPlace(item.text) && before?.author === null && isCityName(before.text)) return [];

  const canGoOnWithIt = (other: Item) =>
    isPlace(item.text) || item.text === 'Pacific'
      ? canGoOnWithPlace(other)
      : canGoOn(other) || (isUnknownOrganisation(other) && joinPlace(other.text, [item.text]) !== null);
  const isBehind = before !== undefined && canGoOnWithIt(before);
  const cutOff = isBehind ? [before] : [];
  // "Sheriffs", "Bailiffs Service"
  if (isWord && next !== undefined && mayBeSecondHalf(next)) cutOff.push(next);
  if (isFragment(item.text)) {
    if (isInOrder) cutOff.push(...items.filter((other) => mayBeSecondHalf(other) || isJoinedUnit(other)));
    else if (!isBehind && next !== undefined && mayBeSecondHalf(next)) cutOff.push(next);
  }
  if (isInOrder && (isCountryName(item.text) || isAreaName(item.text)))
    cutOff.push(...items.filter((other) => mayEndInPlace(other) || endsInArea(other.text)));
  // "Caribbean" in front of "IOM Regional Office For Central America", "North America"
  if (isInOrder && isPlace(item.text))
    cutOff.push(...items.filter((other) => isUnknownOrganisation(other) && / (?:for|in) /i.test(other.text)));
  // "De L'Enfant", "Ministère De La Femme, Mali"
  if (isInOrder && /^(?:de|des|du|del|dell|della|d)[ ’']/i.test(item.text))
    cutOff.push(...items.filter((other) => isUnknownOrganisation(other) && isRomanceOffice(other.text)));
  // In an unsorted list, a piece continues an earlier name.
  const offices = items.filter(canGoOnWithIt);
  const earlier = offices.filter((other) => items.indexOf(other) < i);
  if (isInOrder) cutOff.push(...offices);
  else if (!isBehind && (!isWord || isFragment(item.text)))
    cutOff.push(...(earlier.length > 0 ? earlier : offices));
  return cutOff;
}

/**
 * Whether the piece at `i` is a complete name, because all other pieces are complete and it cannot belong to any of them.
 * In an unsorted list, only what precedes a piece can continue with it.
 */
export function standsAlone(items: readonly Item[], i: number, printed: readonly string[]): boolean {
  const isInOrder = areSorted(printed);
  const item = items[i] as Item;
  const isWord = !item.text.includes(' ');
  const others = items.filter((other) => other !== item);
  if (others.some(({ author }) => author === null)) return false;
  if (isWord && (others.length === 0 || others.some(({ author }) => author?.kind === 'PERSON'))) return false;
  // "Petrosyan" or "Lucía" beside an organisation is rather half of a person's name.
  if (isWord && (mayBeGivenName(item.text) || hasSurnameEnding(item.text))) return false;
  const before = items[i - 1];
  // A single word behind an organisation may be its town.
  if (isWord && before !== undefined && !isPlaceBehind(before.text) && !endsInPlace(before.text))
    return false;
  return others.every((other) => {
    const isBehind = items.indexOf(other) > i && !isInOrder;
    if (isBehind) return other !== items[i + 1] || !mayBeSecondHalf(other);
    return !(canGoOn(other) || canGoOnWithPlace(other) || hasCampus(other) || mayBeSecondHalf(other));
  });
}

/** "Bishops' Conference Of England" before "Wales". */
function endsInArea(text: string): boolean {
  return isAreaName(/ of (\S+)$/i.exec(text)?.[1] ?? '');
}

/** "Aparajeyo Bangladesh", "Evangelische Hochschule Berlin" */
function endsInPlace(text: string): boolean {
  const last = text.split(' ').at(-1) ?? '';
  return isPlaceName(last) || isCityName(last);
}

function canGoOn(item: Item): boolean {
  const [, place = ''] = /, ([^,]+)$/.exec(item.text) ?? [];
  return (
    isUnknownOrganisation(item) &&
    !isPlaceName(place) &&
    (isOpenOffice(item.text) || hasOpenTail(item.text) || endsInSubject(item.text))
  );
}

/** "Kiota Women'S Health": a name without a head noun that ends in a subject, which the head noun may follow. */
function endsInSubject(text: string): boolean {
  const last = text.split(' ').at(-1) ?? '';
  return !hasOfficeWord(text) && text.includes(' ') && startsWithSubject(last);
}

function canGoOnWithPlace(item: Item): boolean {
  return isUnknownOrganisation(item) && (isGovernmental(item.text) || isOfficeOfPlace(item.text));
}

/** Whether a university may be followed by the place of its campus: "University Of West Indies", "Mona". */
function hasCampus({ author, text, printed }: Item): boolean {
  const [, town = ''] = / of (.+)$/i.exec(text) ?? [];
  if (author?.kind !== 'ORGANIZATION' || printed.length > 1) return false;
  if (isCityName(town) && !hasCampuses(text)) return false;
  return /\b(?:university|college)\b/i.test(text);
}

/** Whether a leftover piece may be the place of a campus: "Twickenham", "Twin Cities", "Baltimore County". */
function mayBeCampus({ author, text }: Item): boolean {
  return (
    author === null &&
    isNameShaped(text) &&
    text.split(' ').length < 3 &&
    !isCityName(text) &&
    !isPlaceName(text) &&
    !isFragment(text) &&
    !hasOfficeWord(text)
  );
}

function isUnknownOrganisation({ author, text }: Item): boolean {
  return author?.kind === 'ORGANIZATION' && author.acronym === null && findOrganisation(text) === null;
}

/** "Building", "Wood Workers' International": an unknown organisation that may be the second half of a split name. */
function mayBeSecondHalf({ text, author }: Item): boolean {
  return (
    author?.kind === 'ORGANIZATION' &&
    author.acronym === null &&
    !/ (?:of|for|de|pour|para) /i.test(text) &&
    isGeneric(text.replace(/^\S+ /, '')) &&
    !isAllCapitals(text.split(' ')[0] ?? '') &&
    !startsName(text)
  );
}

/** "Outreach-Engagement Center, University Of Minnesota" with "Urban Research" left over: the unit's own subject. */
function isJoinedUnit({ author, text, printed }: Item): boolean {
  return author?.kind === 'ORGANIZATION' && printed.length > 1 && isUniversityName(text);
}

/** "Texas Health", "Australia Eastern Territory": words of the field without a head noun, which are left over. */
function isWordsOfInstitution({ author, text }: Item): boolean {
  return (
    author === null && text.includes(' ') && hasFieldWord(text) && !hasOfficeWord(text) && !isPlaceName(text)
  );
}

/** Whether an organisation may have lost a country that would be behind its name. */
function mayEndInPlace({ author, text }: Item): boolean {
  return author?.kind === 'ORGANIZATION' && !isPlaceBehind(text) && !/universit/i.test(text);
}

function isPlace(text: string): boolean {
  return isPlaceName(text) || isAreaName(text);
}

function startsWithPlace(text: string): boolean {
  const [first = ''] = text.split(' ');
  return isPlaceName(first) || isNationality(first);
}

function isStrayWord(text: string): boolean {
  const isWord = !text.includes(' ') && text.length > 3 && isNameShaped(text);
  return isWord && !mayBeGivenName(text) && !isCityName(text);
}
