/** ASCII spellings of Latin letters that Unicode doesn't decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
};

const PATTERN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Replaces these letters in a lower-case text whose marks are already removed: `łodz` (from `łódź`) becomes `lodz`. */
export function foldLetters(text: string): string {
  return text.replace(PATTERN, (letter) => LETTERS[letter] ?? letter);
}

/** Whether a text has only ASCII characters. Most texts have, and simpler patterns fold these several times faster. */
export function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text);
}
