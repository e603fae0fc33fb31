/** How far the site went: it splits at every "and" or leaves one, and may sort the pieces. */
export interface ShredOptions {
  /** Which "and"s split, counted from 0 in the whole text; all of them by default. */
  splitsAnd?: (index: number) => boolean;
  isSorted?: boolean;
}

/**
 * What the site does to the value of a multi-valued field: splits at commas and the word "and", drops "the", and
 * capitalises each word ("Sweden's" becomes "Sweden'S"). The authority of organisations is matched by doing the same
 * to its names.
 */
export function shredAsSite(text: string, options: ShredOptions = {}): string[] {
  const { splitsAnd = () => true, isSorted = false } = options;
  let and = -1;
  const marked = text.replace(/(,?) +(and|&) +/gi, (match) => {
    and += 1;
    return splitsAnd(and) ? ',' : match;
  });
  const pieces = marked
    .split(',')
    .map((piece) =>
      piece
        .replace(/(^|\s)the(?=\s)/gi, '$1')
        .replace(/ {2,}/g, ' ')
        .trim(),
    )
    .filter((piece) => piece !== '')
    .map(titleCase);
  return isSorted ? pieces.sort((a, b) => a.localeCompare(b, 'en')) : pieces;
}

function titleCase(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Every way the site may have split a text, fullest first: each "and" of up to four splits or stays. */
export function waysToShred(text: string): string[][] {
  const ands = Math.min(text.match(/ (?:and|&) /gi)?.length ?? 0, 4);
  const ways = new Map<string, string[]>();
  for (let mask = (1 << ands) - 1; mask >= 0; mask -= 1) {
    const pieces = shredAsSite(text, { splitsAnd: (i) => i >= 4 || (mask & (1 << i)) !== 0 });
    ways.set(pieces.join('\n'), pieces);
  }
  return [...ways.values()].sort((a, b) => b.length - a.length);
}
