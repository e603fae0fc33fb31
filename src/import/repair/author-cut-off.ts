import { isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { endsInSubjects, hasOrganisationWord, isPortfolio, looksLikeText } from './vocabulary/name-words.ts';
import { isPartOfName } from './vocabulary/organisations.ts';
import { isOfficeOfPlace } from './author-continued.ts';
import { isAddition, isOpenOffice, isSubjectOfPlace } from './author-fragments.ts';
import type { Item } from './author-items.ts';
import { isGovernmental } from './author-offices.ts';
import { mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { isPlaceName } from './place-names.ts';
import { splitBracket } from './words.ts';

/** Whether a piece is a part of some organisation's name and no name by itself. */
function isFragment(text: string): boolean {
  const { base } = splitBracket(text);
  return (
    isPortfolio(base) ||
    isPartOfName(text) ||
    isAddition(base) ||
    isSubjectOfPlace(base) ||
    /^(?:of|for|in|on|to|against|de|des|du|del|d['’]|et|y)[ ’']/i.test(base) ||
    (looksLikeText(base) && !hasOrganisationWord(base) && !mayBeGivenName(base.split(' ')[0] ?? ''))
  );
}

const REASON = 'an office whose name may go on in a piece that is left over';

/**
 * Sets aside the organisations that may have lost a piece that is left over: the one before it, and where that cannot go on, or
 * the list is sorted, every one that can. A name that is cut short is worse than none.
 */
export function setAsideCutOff(items: readonly Item[]): Item[] {
  const isSorted = mayBeSorted(items.map(({ printed }) => printed[0] ?? ''));
  const canGoOn = ({ text, author }: Item) =>
    author?.kind === 'ORGANIZATION' && author.acronym === null && mayGoOn(text);
  const canGoOnWithPlace = ({ text, author }: Item) =>
    author?.kind === 'ORGANIZATION' &&
    author.acronym === null &&
    (isGovernmental(text) || isOfficeOfPlace(text));
  const words = items.filter(({ author, text }) => author === null && isStrayWord(text));
  const isLeftOver = (item: Item) =>
    item.author === null &&
    (isPlaceName(item.text) || isFragment(item.text) || (words.length === 1 && words[0] === item));
  const cutOff = new Set<Item>();
  for (const [i, item] of items.entries()) {
    if (!isLeftOver(item)) continue;
    const canGoOnWithIt = isPlaceName(item.text) ? canGoOnWithPlace : canGoOn;
    const before = items[i - 1];
    const isBehind = before !== undefined && (canGoOnWithIt(before) || isCutBefore(before, item));
    if (isBehind) cutOff.add(before);
    if (isSorted || !(isBehind || words.includes(item)))
      for (const other of items.filter(canGoOnWithIt)) cutOff.add(other);
  }
  return items.map((item) => (cutOff.has(item) ? { ...item, author: null, reason: REASON } : item));
}

/** An unknown name with a preposition may go on with the piece right behind it, unless it ends in a place. */
function isCutBefore({ text, author }: Item, next: Item): boolean {
  if (author?.kind !== 'ORGANIZATION' || author.acronym !== null || isPlaceName(next.text)) return false;
  const [, tail] = /.* (?:of|for|on|against|de|du|pour|para) (.+)$/i.exec(text) ?? [];
  return tail !== undefined && !isPlaceName(tail) && !isCityName(tail);
}

function mayGoOn(text: string): boolean {
  return isOpenOffice(text) || (hasOrganisationWord(text) && endsInSubjects(text));
}

function isStrayWord(text: string): boolean {
  return !text.includes(' ') && text.length > 3 && isNameShaped(text) && !mayBeGivenName(text);
}
