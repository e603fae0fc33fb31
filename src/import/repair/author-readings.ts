import type { AuthorRecord } from '../record.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasSurnameEnding,
  isDoubleSurname,
  isFrequentSurname,
  mayBeDoubleSurname,
} from './vocabulary/surnames.ts';
import type { Token } from './author-tokens.ts';
import { isGeneration, isInitials, personFrom, personRecord, splitTrailingInitials } from './person.ts';

/** One way to read one token or two. A higher `weight` is less likely; 0 is the site's usual split. */
export interface Reading {
  tokens: Token[];
  weight: number;
  /** True for a pair that counts only if the whole run consists of pairs: "Finch", "Brian Karl". */
  isWeak?: boolean;
  /**
   * True for a weak pair whose given name is in no list: "Nagle", "Luz Estela". Another pair in the run has to confirm
   * it.
   */
  isStrange?: boolean;
  /** A person, or `whole` for a name that stays unchanged, or `half` for a leftover piece. */
  made: AuthorRecord | 'whole' | 'half';
}

/** Leaves a piece over, as half of a name. */
export function leaveHalf(token: Token): Reading {
  return { tokens: [token], weight: 2, made: 'half' };
}

/**
 * Reads one piece as a complete name; undefined if it may be half of a name. Full names are built later, one by one.
 */
export function readAlone(token: Token): Reading | undefined {
  const { text, shape } = token;
  if (shape === 'full') {
    const isHalf =
      isCompoundGiven(text) ||
      (isDoubleSurname(text) && !mayBeGivenName(text.split(' ')[0] ?? '')) ||
      isVietnameseGiven(text);
    return isHalf ? undefined : { tokens: [token], weight: hasInnerParticle(text) ? 0.6 : 0, made: 'whole' };
  }
  // "Al Gore" and "Ben Okri" are complete names.
  if (shape === 'surname' && /^(?:al|ben)$/i.test(text.split(' ')[0] ?? '') && text.split(' ').length === 2)
    return { tokens: [token], weight: 0.9, made: 'whole' };
  if (shape !== 'reversed') return undefined;
  const split = splitTrailingInitials(text);
  if (split === null) return undefined;
  const weight = mayBeGivenName(split.surname) ? 0.6 : 0.2;
  return { tokens: [token], weight, made: personRecord(personFrom(split.surname, split.initials)) };
}

/**
 * Reads two pieces as one name, surname first unless the words suggest otherwise; undefined if they cannot be one name.
 */
export function readPair(first: Token, second: Token, mayBeTurned: boolean): Reading | undefined {
  if (first.text === second.text) return undefined;
  const reading = (weight: number, surname: Token, given: Token): Reading => ({
    tokens: [first, second],
    weight,
    made: personRecord(personFrom(surname.text, given.text)),
  });
  const isFirstGiven = isGivenName(withoutGeneration(first.text));
  const isSecondGiven = isGivenName(withoutGeneration(second.text));
  if (first.shape === 'given' && second.shape === 'single') return reading(0.5, second, first);
  if (isCompoundGiven(second.text) && first.shape !== 'initials') return reading(0.1, first, second);
  if (isCompoundGiven(first.text)) return second.shape === 'single' ? reading(0.8, second, first) : undefined;
  if (hasInnerParticle(first.text) && isGivenName(second.text)) return reading(0.5, first, second);
  if (mayBeTurned && hasInnerParticle(second.text) && isGivenName(first.text))
    return reading(0.5, second, first);
  if (first.shape === 'full') {
    if (isVietnameseGiven(first.text))
      return second.shape === 'single' ? reading(0.8, second, first) : undefined;
    if (isGivenName(first.text.split(' ')[0] ?? '') && second.shape !== 'initials') return undefined;
    const isDouble = isDoubleSurname(first.text);
    if (second.shape === 'initials' && !mayBeFullName(first.text))
      return reading(isDouble ? 0.1 : 0.5, first, second);
    if (second.shape === 'initials') return undefined;
    if (mayBeDoubleSurname(first.text) && isSecondGiven && second.shape === 'single')
      return reading(0.8, first, second);
    if (second.shape === 'given') return isDouble ? reading(0.1, first, second) : undefined;
    if (isDouble && (second.shape === 'single' || areGivenNames(second.text)))
      return reading(0.3, first, second);
    const isFirstUnknown = !mayBeGivenName(first.text.split(' ')[0] ?? '');
    if (isFirstUnknown && isSecondGiven && second.shape === 'single')
      return { ...reading(1.2, first, second), isWeak: true };
    return undefined;
  }
  if (first.shape !== 'single' && first.shape !== 'surname') return undefined;
  switch (second.shape) {
    case 'initials':
    case 'given':
      return reading(0, first, second);
    case 'single':
      if (mayBeEither(first, second, mayBeTurned)) return undefined;
      if (mayBeTurned && areStrangers(first.text, second.text)) return undefined;
      if (isTurned(first, second, mayBeTurned)) return reading(0.3, second, first);
      return reading(isSecondGiven ? 0 : 0.1, first, second);
    case 'surname':
      if (isFirstGiven) return reading(1, second, first);
      return /^le /i.test(second.text)
        ? { ...reading(1.4, first, second), isWeak: true, isStrange: true }
        : undefined;
    case 'reversed':
      return /\.$/.test(second.text) ? reading(0.7, first, second) : undefined;
    case 'full':
      if (isDoubleSurname(second.text) && mayBeGivenName(first.text)) return reading(0.5, second, first);
      if (mayBeDoubleSurname(second.text) && isFirstGiven) return reading(0.8, second, first);
      if (areGivenNames(second.text) || isVietnameseGiven(second.text)) return reading(0.4, first, second);
      if (areSyllables(second.text) && first.shape === 'single' && !startsWithGivenName(second.text))
        return reading(0.6, first, second);
      return second.text.split(' ').every(mayBeGivenName)
        ? { ...reading(0.9, first, second), isWeak: true }
        : { ...reading(1.4, first, second), isWeak: true, isStrange: true };
  }
}

/** Whether the given name precedes: "Lori", "Mann"; "Hasmik", "Petrosyan". */
function isTurned(first: Token, second: Token, mayBeTurned: boolean): boolean {
  if (!mayBeTurned || first.shape !== 'single' || isGivenName(second.text)) return false;
  if (isSurname(first.text)) return false;
  return isGivenName(first.text) || (isSurname(second.text) && !mayBeGivenName(second.text));
}

/** "David", "Weissbrodt" in alphabetical order: "David" may be either name, and "Weissbrodt" is no known given name. */
function mayBeEither(first: Token, second: Token, mayBeTurned: boolean): boolean {
  if (!mayBeTurned || first.shape !== 'single' || isSurname(second.text)) return false;
  return mayBeGivenName(first.text) && !isGivenName(first.text) && !mayBeGivenName(second.text);
}

function isSurname(word: string): boolean {
  return hasSurnameEnding(word) || (isFrequentSurname(word) && !mayBeGivenName(word));
}

/** "Mizuho", "Onuma" in alphabetical order: nothing shows which one is the surname. */
function areStrangers(first: string, second: string): boolean {
  // "Kim" is a given name too, but in Korea a surname.
  const isGiven = (word: string) => mayBeGivenName(word) && !isFrequentSurname(word);
  return ![first, second].some((word) => isGiven(word) || isGivenName(word) || isSurname(word));
}

function withoutGeneration(text: string): string {
  return text
    .split(' ')
    .filter((word) => !isGeneration(word))
    .join(' ');
}

/** "Thi Thanh Huyen": a Vietnamese middle name and the given name behind it. */
function isVietnameseGiven(text: string): boolean {
  return /^th[iị] \p{Lu}/iu.test(text);
}

/** "Pinto De Oliveira": two surnames with a particle between them. A given name in front makes it a whole name. */
function hasInnerParticle(text: string): boolean {
  const [first = '', particle = '', last, more] = text.split(' ');
  if (last === undefined || more !== undefined || mayBeGivenName(first)) return false;
  return /^(?:da|das|de|del|di|do|dos)$/i.test(particle);
}

/** "María Del Carmen": a Spanish given name. */
function isCompoundGiven(text: string): boolean {
  return /^mar[ií]a (?:del? (?:los |las |la )?)(?:[áa]ngeles|carmen|f[áa]tima|guadalupe|jes[úu]s|lourdes|luz|mar|mercedes|nieves|pilar|rosario|socorro)$/i.test(
    text,
  );
}

/** Whether the first word is a frequent given name, so that several words are a whole name and no surname. */
export function startsWithGivenName(text: string): boolean {
  if (isDoubleSurname(text)) return false;
  const words = text.split(' ');
  return words.length > 3 || words.some(isInitials) || isGivenName(words[0] ?? '');
}

/** Whether a piece is two full words: "Nii Odoi". */
export function isTwoWords({ text, shape }: Token): boolean {
  return shape === 'full' && text.split(' ').length === 2 && !text.includes('.');
}

function mayBeFullName(text: string): boolean {
  const words = text.split(' ');
  if (isDoubleSurname(text)) return false;
  return words.length > 3 || words.some(isInitials) || mayBeGivenName(words[0] ?? '');
}

/** "Kah Seng", "Phyu Phyu": given names of two short words, as in East and South-East Asia. */
function areSyllables(text: string): boolean {
  return /^\p{Lu}\p{Ll}{1,4} \p{Lu}\p{Ll}{1,4}$/u.test(text);
}

function areGivenNames(text: string): boolean {
  return text.split(' ').every((word) => isInitials(word) || isGivenName(word));
}
