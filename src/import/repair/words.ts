// British and American spellings of one name are one name.
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['organisation', 'organization'],
  ['organisations', 'organizations'],
  ['organised', 'organized'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['centre', 'center'],
  ['labour', 'labor'],
]);

/**
 * The words of a name for comparison: lower case, without accents, punctuation and "the" (which the site drops), with
 * "&" as "and" and American spelling. "The Centre for X & Y" gives ["center", "for", "x", "and", "y"]. Names of places are
 * compared by `foldName`, which knows of "St." and "South-East" instead.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘ʼ]/g, '')
    .replace(/[cC]o-(?=operat|ordinat)/g, 'co')
    .replace(/&/g, ' and ')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word !== 'the').map((word) => SPELLINGS.get(word) ?? word);
}

/** The words as one string, to be compared or looked up. */
export function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}

/** Whether a text is written in capitals only, as acronyms are: "IOM", "UN.GIFT", "HIV/AIDS". */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** "International Organization For Migration (IOM)" → its name and "IOM"; no bracket at the end → null. */
export function splitBracket(text: string): { base: string; inside: string | null } {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  if (open <= 0) return { base: text, inside: null };
  return { base: text.slice(0, open).trim(), inside: text.slice(open + 1, -1).trim() };
}
