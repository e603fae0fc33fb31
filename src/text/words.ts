import { foldLetters } from './letters.ts';

/**
 * Scripts that are written without spaces, or whose words grow at the end: each character is a word, and what is
 * written together is found as a phrase.
 */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const UNSPACED = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;

/** What joins within a word without being seen: soft hyphens, joiners, byte order marks. */
const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';

/** Letters with dots between them are one word: U.S.A. */
const ANY_WORD = new RegExp(
  `\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{M}\\p{N}])|${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}${UNSEEN}])+`,
  'gu',
);

/** The same for texts in Latin letters and usual punctuation alone, which are most: several times faster. */
const LATIN_LETTER = 'A-Za-zªµºÀ-ÖØ-öø-ɏ';
const LATIN_WORD = new RegExp(
  `[${LATIN_LETTER}](?:\\.[${LATIN_LETTER}])+(?![${LATIN_LETTER}0-9²³¹¼-¾])|[${LATIN_LETTER}0-9²³¹¼-¾\\u00AD]+`,
  'g',
);
// eslint-disable-next-line no-control-regex
const LATIN_TEXT = /^[\x00-ɏ\u2010-\u2027\u2030-\u203E]*$/;

/** A word as a text prints it. */
export interface PrintedWord {
  text: string;
  /** Where it begins in the text, composed (NFC). */
  at: number;
}

/** The words of a text that is composed (NFC), as it prints them. */
export function* printedWords(text: string): Generator<PrintedWord> {
  for (const match of text.matchAll(patternFor(text))) yield { text: match[0], at: match.index };
}

/** The same without their places. */
export function printedTexts(text: string): string[] {
  const composed = text.normalize('NFC');
  return composed.match(patternFor(composed)) ?? [];
}

function patternFor(text: string): RegExp {
  return LATIN_TEXT.test(text) ? LATIN_WORD : ANY_WORD;
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text);
}

/** Greek and Arabic letters that readers don't tell apart. */
const ALIKE: Readonly<Record<string, string>> = { ς: 'σ', ة: 'ه', ى: 'ي', ـ: '' };

const MOST_CHARACTERS = 50;

/**
 * A printed word as it is compared: without case, accents, dots, of letters and digits alone, at most 50 characters.
 * Empty where nothing is left.
 */
export function foldWord(printed: string): string {
  if (isAscii(printed)) return printed.replaceAll('.', '').toLowerCase().slice(0, MOST_CHARACTERS);
  const letters = printed
    .normalize('NFKD')
    // The breve of й makes another letter of it.
    .replace(/(?<![иИ])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const folded = foldLetters(letters)
    .replace(/[ςةىـ]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return folded.length > MOST_CHARACTERS ? [...folded].slice(0, MOST_CHARACTERS).join('') : folded;
}

/** Whether a word is printed in capitals, as abbreviations are: WHO. */
export function isInCapitals(printed: string): boolean {
  return printed.length > 1 && printed === printed.toUpperCase() && printed !== printed.toLowerCase();
}
