// Names that differ only in British or American spelling are equal.
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['organisation', 'organization'],
  ['organisations', 'organizations'],
  ['organised', 'organized'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['centre', 'center'],
  ['labour', 'labor'],
]);

// The rules ask for the words of the same few pieces again and again.
const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 2_000;

/**
 * The words of a name for comparison: lower case, without accents, punctuation and "the" (which the site drops), with
 * "&" as "and" and in American spelling. "The Centre for X & Y" gives ["center", "for", "x", "and", "y"]. Place names
 * use `foldName` instead, which handles "St." and "South-East".
 */
export function wordsOf(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const words = splitWords(text);
  remembered.set(text, words);
  return words;
}

// Letters that have no decomposition in Unicode.
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘ʼ]/g, '')
    .replace(/[œıłøđ]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? letter)
    .replace(/co-(?=operat|ordinat)/gi, 'co')
    .replace(/&/g, ' and ')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word !== 'the').map((word) => SPELLINGS.get(word) ?? word);
}

/** The words as one string, for comparison or lookup. */
export function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}

/** Whether a text has capitals and no lower-case letters, like acronyms: "IOM", "UN.GIFT", "HIV/AIDS". */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * Splits a bracket off the end: "International Organization For Migration (IOM)" gives the name and "IOM". `inside` is
 * null if no bracket ends the text.
 */
export function splitBracket(text: string): { base: string; inside: string | null } {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  if (open <= 0) return { base: text, inside: null };
  return { base: text.slice(0, open).trim(), inside: text.slice(open + 1, -1).trim() };
}
