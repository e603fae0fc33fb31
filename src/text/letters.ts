/** Latin letters that Unicode doesn't decompose into a base letter and a mark, as people write them without. */
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

/** Replaces such letters in a text of small letters: `łódź` without its marks, `łodz`, becomes `lodz`. */
export function foldLetters(text: string): string {
  return text.replace(PATTERN, (letter) => LETTERS[letter] ?? letter);
}
