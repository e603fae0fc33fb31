/** How many letters may be wrong in a word of a length: none in a short one. */
export function mostMistakes(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * How many letters tell two words apart: one for each that is missing, too many, another, or exchanged with its
 * neighbour (the restricted Damerau–Levenshtein distance).
 */
export function distance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= right.length; j++) {
      const isSame = left[i - 1] === right[j - 1];
      const isExchanged = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isExchanged && i > 1 && j > 1 ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(left.length, right.length);
}

/** A word with each two neighbouring letters exchanged in turn; without the word itself. */
export function transpositions(word: string): string[] {
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, i) => letters.with(i, letter).with(i + 1, letters[i] ?? ''));
  return [...new Set(swapped.map((of) => of.join('')))].filter((other) => other !== word);
}
