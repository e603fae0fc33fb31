import { isAreaName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  endsInAdjective,
  hasFieldWord,
  hasOfficeWord,
  isFrontOfName,
  isGeneric,
} from './vocabulary/name-words.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { endsInPluralHead, isOpenOffice, startsName } from './author-fragments.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinAt, organisationOf } from './author-organisations.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { endsInInitial, isNameShaped } from './person.ts';
import { isPlaceName } from './place-names.ts';
import { splitBracket } from './words.ts';

/**
 * Joins subjects with the next piece if that piece ends in their head noun: "Economic", "Social Council". If an office
 * precedes the subjects ("Ministry Of Labour", "Family", "Social Council"), they may belong to that office. All these
 * pieces are then unresolved.
 */
export function joinFronts(items: readonly Item[], notes: Notes): Item[] {
  const heads = items.filter((item) => isOpen(item) && endsInHead(item.text)).length;
  const isSorted = mayBeSorted(notes.pieces) || (heads > 1 && areSorted(notes.pieces));
  const runs: { at: number[]; text: string }[] = [];
  const untold = new Set<number>();
  for (const [i, item] of items.entries()) {
    if (!isOpen(item) || !endsInHead(item.text)) continue;
    const at = [i];
    while (isFront(items[(at[0] as number) - 1]) || isFrontOfBranch(items[(at[0] as number) - 1], item))
      at.unshift((at[0] as number) - 1);
    if (at.length === 1) continue;
    const before = items[(at[0] as number) - 1];
    const isAfterOffice =
      isOpen(before) && isOpenOffice(before.text) && !startsWithOwner(items[at[0] as number]?.text);
    if (isAfterOffice && (endsInPluralHead(item.text) || startsName(item.text))) continue;
    if (isSorted || isAfterOffice) {
      for (const index of isAfterOffice ? [(at[0] as number) - 1, ...at] : at) untold.add(index);
    } else {
      runs.push({ at, text: joinSeries(at.map((index) => (items[index] as Item).text)) });
    }
  }
  const reason = 'a part of an office’s name that may belong to another office';
  const marked = items.map((item, i) => (untold.has(i) ? { ...item, reason } : item));
  return joinAt(marked, runs, 'join-front-of-name', notes);
}

function isFront(item: Item | undefined): boolean {
  if (!isOpen(item) || isPlaceName(item.text)) return false;
  if (/^police$/i.test(item.text)) return true;
  // "Justice And Care" still has its "and", so it would also have its head noun.
  if (hasOfficeWord(item.text) || / (?:and|&) /i.test(item.text)) return false;
  // "Arab League Educational" before "Cultural", "Scientific Organization"
  if (endsInAdjective(item.text) && isNameShaped(item.text) && !mayBeGivenName(item.text.split(' ')[0] ?? ''))
    return true;
  return isFrontOfName(startsWithOwner(item.text) ? item.text.replace(/^\S+ /, '') : item.text);
}

/** "ILO Fundamental Principles" before "Rights At Work Branch". */
function isFrontOfBranch(item: Item | undefined, end: Item): boolean {
  if (!isOpen(item) || !/^\p{Lu}{3,} \S/u.test(item.text) || hasOfficeWord(item.text)) return false;
  return / (?:branch|division|section|team|unit)$/i.test(end.text) && findOrganisation(item.text) === null;
}

/** Whether an acronym or a place precedes the subjects: "UNHCR Policy Development", "Afghanistan Research". */
function startsWithOwner(text = ''): boolean {
  const [owner = '', rest] = text.split(' ');
  return rest !== undefined && (/^\p{Lu}{3,}$/u.test(owner) || isPlaceName(owner) || isAreaName(owner));
}

/** Subjects, then the head noun, then at most a place: "Social Council", "Refugee Board Of Canada". */
export function endsInHead(text: string): boolean {
  const [name = '', place] = splitBracket(text).base.split(/ (?:of|for|in) /i);
  if (place !== undefined && !isPlaceName(place)) return false;
  const words = name.split(' ');
  if (words.length < 2 || /universit/i.test(name) || hasOfficeWord(words[0] ?? '')) return false;
  const rest = isPlaceName(words[0] ?? '') ? words.slice(1).join(' ') : name;
  return isGeneric(rest) && hasOfficeWord(words.at(-1) ?? '');
}

/**
 * If leftover subjects belong to no name, marks offices as unresolved that consist of subjects only and may have lost
 * them.
 */
export function setAsideHeads(items: readonly Item[]): Item[] {
  if (!items.some(isFront)) return [...items];
  const reason = 'an office whose name may go on in a piece that stands elsewhere';
  const hasHead = items.some((item) => isOpen(item) && endsInHead(item.text));
  // "UNHCR Policy Development" is a complete name only if no other item is an "Evaluation Service".
  const isHalf = (item: Item) =>
    isOpen(item) &&
    (endsInHead(item.text) || (hasHead && isFront(item) && organisationOf(item.text) !== null));
  return items.map((item) => (isHalf(item) ? { ...item, reason } : item));
}

/** Like `setAsideHeads`, for a single leftover word that may be a subject: "Commission For Lawmaking", "Jurists". */
export function setAsideOffices(items: readonly Item[]): Item[] {
  const isLeftOver = ({ text, reason }: Item) =>
    reason !== undefined &&
    !text.includes(' ') &&
    isNameShaped(text) &&
    text.length > 3 &&
    !mayBeGivenName(text);
  const reason = 'an office whose name may go on in a word that stands beside it';
  return items.map((item, i) => {
    const next = items[i + 1];
    const isOpenOffice = isOpen(item) && / (?:of|for|on) /i.test(item.text) && isGeneric(item.text);
    return isOpenOffice && hasOfficeWord(item.text) && next && isLeftOver(next) ? { ...item, reason } : item;
  });
}

const FOUNDATION = /\b(?:foundation|fund|trust|institute|center|centre|stiftung|charitable|prize)\b/i;
const FIRM =
  /\b(?:llp|llc|ltd|plc|inc|partners|associates|sons|co|company|brothers|solicitors|attorneys)\.?$/i;

/**
 * Joins the names of firms and foundations that contain several persons' names: "Bill", "Melinda Gates Foundation";
 * "Smith", "Jones LLP". The names in front must be single words that don't belong to another piece.
 */
export function joinFamilyNames(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(notes.pieces);
  const runs: { at: number[]; text: string }[] = [];
  for (const [i, item] of items.entries()) {
    if (!isOpen(item) || isSorted) continue;
    const [first = ''] = item.text.split(' ');
    const isFirm = FIRM.test(item.text);
    const name = item.text.slice(0, FOUNDATION.exec(item.text)?.index ?? 0).trim();
    const isFoundation =
      name.includes(' ') && (mayBeGivenName(first) || (isNameShaped(name) && !hasFieldWord(name)));
    if (!isFirm && !isFoundation) continue;
    const at = [i];
    // "Wilmer Cutler Pickering Hale" before "Dorr LLP"
    const isLastPartner = isFirm && item.text.split(' ').length === 2;
    const isNamePart = ({ text }: Item) =>
      isNameShaped(text) &&
      (isFirm
        ? !text.includes(' ') ||
          (isLastPartner && at.length === 1 && text.split(' ').length > 2 && !hasFieldWord(text))
        : mayBeGivenName(text) || (endsInInitial(text) && mayBeGivenName(text.split(' ')[0] ?? '')));
    for (let k = i - 1; at.length < (isFirm ? 4 : 2); k -= 1) {
      const before = items[k];
      if (!isOpen(before) || !isNamePart(before)) break;
      at.unshift(k);
    }
    // "Kara", "Siddharth", "Smith LLP": the two words in front may be a person.
    const isPerson = at.length === 3 && mayBeGivenName(items[at[1] as number]?.text ?? '');
    const isGivenOfOther =
      isFoundation && isNameShaped(items[i - 2]?.text ?? '') && !items[i - 2]?.text.includes(' ');
    if (at.length > 1 && !isPerson && !isGivenOfOther)
      runs.push({ at, text: joinSeries(at.map((index) => (items[index] as Item).text)) });
  }
  return joinAt(items, runs, 'join-family-names', notes);
}
