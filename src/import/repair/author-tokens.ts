import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { hasFieldWord, looksLikeText } from './vocabulary/name-words.ts';
import { isOfDocument, isPosition } from './vocabulary/non-names.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { isSurnameWord } from './vocabulary/surnames.ts';
import { isOpen, type Item } from './author-items.ts';
import { hasLegalForm, isNamedLikeOne, organisationOf } from './author-organisations.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  isNameShaped,
  isParticle,
  splitTrailingInitials,
} from './person.ts';
import { isCountryName, isPlaceName } from './place-names.ts';

/**
 * The part of a person's name that a piece can be.
 * - `initials`: "J."
 * - `given`: "Lori J."
 * - `single`: one word, a surname or a given name
 * - `surname`: several words whose particles show that they contain no given name: "Van Der Leun"
 * - `reversed`: a surname followed by its initials: "Oram S", "Jones A."
 * - `full`: two words or more
 */
type Shape = 'initials' | 'given' | 'single' | 'surname' | 'reversed' | 'full';

export interface Token {
  index: number;
  text: string;
  shape: Shape;
}

/** Classifies an item as part of a person's name; null if it is not a name or a rule has already decided. */
export function tokenOf(item: Item, index: number, items: readonly Item[]): Token | null {
  if (!isOpen(item)) return null;
  const { text } = item;
  const token = (shape: Shape): Token => ({ index, text, shape });
  if (isInitials(text)) return token('initials');
  if (!isNameShaped(text)) return null;
  // "SMITH", "Jane": capitals may be an acronym.
  const isShouted = /^\p{Lu}{4,}$/u.test(text);
  const isNear = (other: Item | undefined) => {
    if (!isOpen(other)) return false;
    // "Jordan", "Ann D."
    const given = endsInInitial(other.text) ? (other.text.split(' ')[0] ?? '') : other.text;
    return isShouted ? mayBeGivenName(given) : isGivenName(given);
  };
  const words = text.split(' ').filter((word) => !isGeneration(word));
  if (words.length === 0) return null;
  // "Tobago", "Trinidad"
  const isHalfOfCountry = items.some((other) =>
    [`${text} And ${other.text}`, `${other.text} And ${text}`].some(isCountryName),
  );
  if (isHalfOfCountry) return null;
  if (words.length === 1)
    return isNameWord(text, isNear(items[index - 1]) || isNear(items[index + 1])) ? token('single') : null;
  const before = words.slice(0, -1).join(' ');
  if (hasLegalForm(text)) return null;
  // "Oxfam GB"
  const isOrganisation = findOrganisation(before) !== null;
  if (
    splitTrailingInitials(text) !== null &&
    !isOrganisation &&
    !hasFieldWord(before) &&
    !isPlaceName(before)
  )
    return token(isGivenName(words[0] ?? '') && endsInInitial(text) ? 'given' : 'reversed');
  if (organisationOf(text) !== null || isPlaceName(text) || isCityName(text)) return null;
  const isPersonal = isInitials(words[0] ?? '') || mayBeGivenName(words[0] ?? '');
  if (!isPersonal && (hasFieldWord(text) || looksLikeText(text))) return null;
  return token(isSurnameOnly(words) ? 'surname' : 'full');
}

// "Le Thi Quy" and "Van Anh Nguyen" contain given names; "Van Der Leun" and "De La Cruz" don't.
function isSurnameOnly(words: readonly string[]): boolean {
  if (words.some((word) => /^th[iị]$/i.test(word))) return false;
  const start = words.findIndex((word) => !isParticle(word));
  const most = /^(?:bin|binti?|da|das|de|del|do|dos|ibn|ter|ten|von|ait|ould)$/i.test(words[0] ?? '') ? 2 : 1;
  return start > 0 && words.length - start <= most;
}

/** Whether a word can be part of a person's name. A place or a word of the field can if it is next to a given name. */
function isNameWord(text: string, isBesideGiven: boolean): boolean {
  if (/\p{Lu}{3}/u.test(text) && !isBesideGiven) return false;
  // "Frances" is also a language.
  if ((isOfDocument(text) && !isGivenName(text)) || isPosition(text) || isNamedLikeOne(text)) return false;
  if (mayBeGivenName(text)) return !isPlaceName(text) || isBesideGiven;
  if (isPlaceName(text) || isCityName(text) || (isAreaName(text) && !isBesideGiven)) return false;
  return (isBesideGiven && isSurnameWord(text)) || (!hasFieldWord(text) && !looksLikeText(text));
}
