import { foldLetters, isAscii } from './letters.ts';

/**
 * Scripts that are written without spaces, or whose words take suffixes (Hangul). Each character is a word, so that a
 * search for adjacent characters is a phrase search.
 */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const UNSPACED = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;

/** Invisible characters within words: soft hyphens, joiners, byte order marks. */
const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';

/** Matches a word of any script. Letters with dots between them are one word: U.S.A. */
const ANY_WORD = new RegExp(
  `\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{M}\\p{N}])|${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}${UNSEEN}])+`,
  'gu',
);

/**
 * Matches a word of a text with only Latin letters and usual punctuation. Most texts are such, and this is several
 * times faster.
 */
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
  /** Its start in the NFC text, in UTF-16 code units. */
  at: number;
}

/** Finds the words of a text as printed, with their positions. The text must be in NFC. */
export function* printedWords(text: string): Generator<PrintedWord> {
  for (const match of text.matchAll(patternFor(text))) yield { text: match[0], at: match.index };
}

/** Finds the words of a text as printed, without positions. The text may be in any normalization form. */
export function printedTexts(text: string): string[] {
  const composed = text.normalize('NFC');
  return composed.match(patternFor(composed)) ?? [];
}

function patternFor(text: string): RegExp {
  return LATIN_TEXT.test(text) ? LATIN_WORD : ANY_WORD;
}

/** Greek and Arabic variants of letters that count as the same letter. Arabic tatweel is dropped. */
const ALIKE: Readonly<Record<string, string>> = { ς: 'σ', ة: 'ه', ى: 'ي', ـ: '' };

const MOST_CHARACTERS = 50;

/**
 * Folds a printed word for comparison: removes case, accents, and everything but letters and digits, and cuts it to 50
 * characters. Empty if nothing is left.
 */
export function foldWord(printed: string): string {
  if (isAscii(printed)) return printed.replaceAll('.', '').toLowerCase().slice(0, MOST_CHARACTERS);
  const letters = printed
    .normalize('NFKD')
    // Keep the breve of й, which is a letter of its own.
    .replace(/(?<![иИ])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const folded = foldLetters(letters)
    .replace(/[ςةىـ]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return folded.length > MOST_CHARACTERS ? [...folded].slice(0, MOST_CHARACTERS).join('') : folded;
}

/** Whether a word is printed in capitals, as abbreviations such as WHO are. */
export function isInCapitals(printed: string): boolean {
  return printed.length > 1 && printed === printed.toUpperCase() && printed !== printed.toLowerCase();
}
