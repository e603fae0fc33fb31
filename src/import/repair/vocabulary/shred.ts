/** Variants of the site's split: which "and"s it splits at, and whether it sorts the pieces. */
export interface ShredOptions {
  /** Whether the "and" with this index splits, counted from 0 in the whole text; by default all do. */
  splitsAnd?: (index: number) => boolean;
  isSorted?: boolean;
}

/**
 * Splits a multi-valued field as the listing site does. The site splits at commas and at the word "and", drops "the",
 * and capitalises each word ("Sweden's" becomes "Sweden'S"). It may also sort the pieces. The vocabularies apply the
 * same split to their names to recognise the pieces.
 *
 * shred('Congo, Democratic Republic of the') // ['Congo', 'Democratic Republic Of']
 */
export function shred(
  text: string,
  { splitsAnd = () => true, isSorted = false }: ShredOptions = {},
): string[] {
  let and = -1;
  const pieces = text
    .replace(/,?(?<![\p{L}\p{N}-])(?:and|&)(?![\p{L}\p{N}-])/giu, (match) => {
      and += 1;
      return splitsAnd(and) ? ',' : match;
    })
    .split(',')
    .map((piece) => piece.replace(/(?<![\p{L}\p{N}-])the(?![\p{L}\p{N}-])/giu, ' '))
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase()));
  return isSorted ? pieces.sort((a, b) => a.localeCompare(b, 'en')) : pieces;
}

/**
 * All ways in which the site may have split a text, most pieces first. Each of the first four "and"s may split or stay;
 * later ones split.
 */
export function waysToShred(text: string): string[][] {
  const ands = Math.min(text.match(/ (?:and|&) /gi)?.length ?? 0, 4);
  const ways = new Map<string, string[]>();
  for (let mask = (1 << ands) - 1; mask >= 0; mask -= 1) {
    const pieces = shred(text, { splitsAnd: (i) => i >= 4 || (mask & (1 << i)) !== 0 });
    ways.set(pieces.join('\n'), pieces);
  }
  return [...ways.values()].sort((a, b) => b.length - a.length);
}

/**
 * Splits at the "and" of French, Spanish and Portuguese, with or without hyphens: "Trinité-et-Tobago" gives "Trinité",
 * "Tobago". The second way also removes articles at the front of the pieces ("Les Grenadines"). Empty if there is
 * nothing to split.
 */
export function waysToShredRomance(text: string): string[][] {
  const pieces = text.split(/[ -](?:et|y|e)[ -]/iu).map((piece) => piece.trim());
  if (pieces.length < 2) return [];
  const plain = pieces.map((piece) => piece.replace(/^(?:les|las|los|la|le|el) /i, ''));
  return plain.join() === pieces.join() ? [pieces] : [pieces, plain];
}
