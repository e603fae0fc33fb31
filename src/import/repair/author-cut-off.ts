import { foldName } from '../../text/fold.ts';
import { gazetteer } from './vocabulary/gazetteer.ts';
import { isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  hasOrganisationWord,
  isGeneric,
  isPortfolio,
  looksLikeText,
  startsWithSubject,
} from './vocabulary/name-words.ts';
import { findOrganisation, isPartOfName } from './vocabulary/organisations.ts';
import { isOfficeOfPlace, joinPlace } from './author-continued.ts';
import { isAddition, isOpenOffice, isSubjectOfPlace, isSubjectWithCountry } from './author-fragments.ts';
import type { Item } from './author-items.ts';
import { isGovernmental, hasOpenTail } from './author-offices.ts';
import { areSorted, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { isPlaceName } from './place-names.ts';
import { splitBracket } from './words.ts';

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
    /^(?:of|for|in|on|to|against|de|des|du|del|d['’]|et|y)[ ’']/i.test(base) ||
    (looksLikeText(base) && !hasOrganisationWord(base) && !mayBeGivenName(base.split(' ')[0] ?? ''))
  );
}

/** "Seguridad Y Paz". Three words with "y" may be a double surname, so they need a word of the field. */
function isRomanceSeries(text: string): boolean {
  const isSeries = / (?:y|e|et) /i.test(text) && text.split(' ').length !== 3;
  return (isSeries || (/ (?:y|e|et) /i.test(text) && hasFieldWord(text))) && !hasOfficeWord(text);
}

const REASON = 'an office whose name may go on in a piece that is left over';

/**
 * Marks organisations as unresolved if they may have lost one of the leftover pieces. For each leftover piece, this is
 * the organisation before it. If that organisation cannot continue with the piece, or the list is sorted, it is every
 * organisation that can. No name is better than a truncated one.
 */
export function setAsideCutOff(items: readonly Item[]): Item[] {
  const printed = items.map((item) => item.printed[0] ?? '');
  const isSorted = mayBeSorted(printed);
  const canGoOn = (item: Item) =>
    isUnknownOrganisation(item) && (isOpenOffice(item.text) || hasOpenTail(item.text));
  const canGoOnWithPlace = (item: Item) =>
    isUnknownOrganisation(item) && (isGovernmental(item.text) || isOfficeOfPlace(item.text));
  const words = items.filter(({ author, text }) => author === null && isStrayWord(text));
  const isLeftOver = (item: Item) =>
    item.author === null &&
    (isPlaceName(item.text) || isFragment(item.text) || (words.length === 1 && words[0] === item));
  const strays = items.filter(
    (item) => mayBeCampus(item) && (!item.text.includes(' ') || hasFieldWord(item.text)),
  );
  const cutOff = new Set<Item>();
  for (const [i, item] of items.entries()) {
    const parent = items[i - 1];
    // "Department Of Foreign Affairs and Trade" is a known name, but not if "Development Canada" follows it.
    if (
      parent &&
      isSubjectWithCountry(item.text) &&
      isGovernmental(parent.text) &&
      parent.printed.length > 1
    ) {
      cutOff.add(parent);
      cutOff.add(item);
    }
    const campuses = items.filter((other) => hasCampus(other) && (isSorted || other === parent));
    if (mayBeCampus(item) && (!isSorted || strays.length === 1))
      for (const other of campuses) cutOff.add(other);
    // A subject behind an office: "Institute For War", "Peace Reporting".
    const isSubject = isStrayWord(item.text) || (startsWithSubject(item.text) && !hasOfficeWord(item.text));
    if (item.author === null && isSubject && parent && canGoOn(parent)) cutOff.add(parent);
    if (!isLeftOver(item)) continue;
    const canGoOnWithIt = (other: Item) =>
      isPlaceName(item.text) || item.text === 'Pacific'
        ? canGoOnWithPlace(other)
        : canGoOn(other) || (isUnknownOrganisation(other) && joinPlace(other.text, [item.text]) !== null);
    const before = items[i - 1];
    const isBehind = before !== undefined && canGoOnWithIt(before);
    if (isBehind) cutOff.add(before);
    const next = items[i + 1];
    if (!isBehind && !isSorted && next !== undefined && isFragment(item.text) && mayBeSecondHalf(next))
      cutOff.add(next);
    if (isSorted && isFragment(item.text))
      for (const other of items.filter(mayBeSecondHalf)) cutOff.add(other);
    // In an unsorted list, a piece continues an earlier name.
    const offices = items.filter(canGoOnWithIt);
    const earlier = offices.filter((other) => items.indexOf(other) < i);
    if (isSorted || !(isBehind || (words.includes(item) && !isFragment(item.text))))
      for (const other of earlier.length > 0 && !areSorted(printed) ? earlier : offices) cutOff.add(other);
  }
  return items.map((item) => (cutOff.has(item) ? { ...item, author: null, reason: REASON } : item));
}

/** Whether a university may be followed by the place of its campus: "University Of West Indies", "Mona". */
function hasCampus({ author, text, printed }: Item): boolean {
  return author?.kind === 'ORGANIZATION' && printed.length === 1 && /\b(?:university|college)\b/i.test(text);
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

/** "Herzegovina": a part of a country's name, as the site splits it. */
function isPartOfPlace(text: string): boolean {
  return gazetteer().countries.joining(foldName(text)).length > 0 && !mayBeGivenName(text);
}

/** "Building", "Wood Workers' International": an unknown organisation that may be the second half of a split name. */
function mayBeSecondHalf({ text, author }: Item): boolean {
  return (
    author?.kind === 'ORGANIZATION' &&
    author.acronym === null &&
    !/ (?:of|for|de|pour|para) /i.test(text) &&
    isGeneric(text.replace(/^\S+ /, ''))
  );
}

function isStrayWord(text: string): boolean {
  return !text.includes(' ') && text.length > 3 && isNameShaped(text) && !mayBeGivenName(text);
}
