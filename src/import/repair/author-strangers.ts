import { mayBeGivenName } from './vocabulary/given-names.ts';
import { hasSurnameEnding, isFrequentSurname } from './vocabulary/surnames.ts';
import type { Item } from './author-items.ts';
import { isInitials, isParticle } from './person.ts';

const REASON = 'may be a person or an organisation: none of its words is in a list of names';

/**
 * Marks pieces as unresolved that read as a person only because no word of them is known: "Guria Swayam Sevi Sansthan",
 * "SOS Esclaves". A name of two words is kept, because most of them are persons. So is a longer one beside another
 * person.
 */
export function setAsideStrangers(items: readonly Item[]): Item[] {
  const hasPerson = items.some((item) => item.author?.kind === 'PERSON' && !isStrange(item.text));
  const shouted = items.filter(({ text }) => startsWithCapitals(text)).length;
  const isDoubtful = ({ author, text, printed }: Item) =>
    author?.kind === 'PERSON' &&
    printed.length === 1 &&
    isStrange(text) &&
    ((isLong(text) && !hasPerson) ||
      (startsWithCapitals(text) && shouted === 1) ||
      /(?:^| )[EI]\p{Lu}\p{Ll}/u.test(text));
  return items.map((item) => (isDoubtful(item) ? { ...item, author: null, reason: REASON } : item));
}

/**
 * Whether no word shows that the text is a person's name: a given name, initials, a frequent surname or its ending. In
 * a long name, the given name is not the last word: "Patvērums Drošā Māja".
 */
function isStrange(text: string): boolean {
  const words = text.split(' ');
  const isGiven = (word: string, i: number) =>
    (i < words.length - 1 || !isLong(text)) && (isInitials(word) || mayBeGivenName(word));
  return !words.some((word, i) => isGiven(word, i) || hasSurnameEnding(word) || isFrequentSurname(word));
}

/** Three words or more besides particles. Short words may be the syllables of an Asian name: "Naw Eh Htoo". */
function isLong(text: string): boolean {
  const words = text.split(' ').filter((word) => !isParticle(word));
  return words.length > 2 && !words.every((word) => word.length < 6);
}

/** "SOS Esclaves": the first word may be an acronym, or a surname in capitals. */
function startsWithCapitals(text: string): boolean {
  return /^\p{Lu}{3,5} \p{Lu}\p{Ll}/u.test(text);
}
