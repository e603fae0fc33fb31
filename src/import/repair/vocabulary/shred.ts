/** How far the site went: it splits at every "and" or leaves one, and may sort the pieces. */
export interface ShredOptions {
  /** Which "and"s split, counted from 0 in the whole text; all of them by default. */
  splitsAnd?: (index: number) => boolean;
  isSorted?: boolean;
}

/**
 * What the listing site does to a multi-valued field: it splits at commas and at the word "and", drops "the", and
 * capitalises each word ("Sweden's" becomes "Sweden'S"). It may reorder the pieces too. The vocabularies know a name in
 * pieces by doing the same to it.
 *
 *     shred('Congo, Democratic Republic of the')  // ['Congo', 'Democratic Republic Of']
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

/** Every way the site may have split a text, fullest first: each "and" of up to four splits or stays. */
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
 * The same by the "and" of French, Spanish and Portuguese, with hyphens around it or not: "Trinité-et-Tobago" gives "Trinité",
 * "Tobago". An article at the front of a piece may stay or go: "Les Grenadines".
 */
export function waysToShredRomance(text: string): string[][] {
  const pieces = text.split(/[ -](?:et|y|e)[ -]/iu).map((piece) => piece.trim());
  if (pieces.length < 2) return [];
  const plain = pieces.map((piece) => piece.replace(/^(?:les|las|los|la|le|el) /i, ''));
  return plain.join() === pieces.join() ? [pieces] : [pieces, plain];
}
