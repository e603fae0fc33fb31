/** How many letters may be wrong in a word of a length: none in a short one. */
export function mostMistakes(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The distances of a text to each beginning of another: one for each letter that is missing, too many, another, or exchanged with
 * its neighbour (the restricted Damerau–Levenshtein distance).
 * @returns by length of the beginning; null as soon as all of them exceed `most`
 */
function distancesToBeginnings(text: ArrayLike<string>, other: ArrayLike<string>, most: number) {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = text[i - 1] === other[j - 1];
      const isExchanged = i > 1 && j > 1 && text[i - 1] === other[j - 2] && text[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
        isExchanged ? (before[j - 2] as number) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return null;
    [before, last] = [last, row];
  }
  return last;
}

/** The restricted Damerau–Levenshtein distance of two words, by code points. */
export function distance(a: string, b: string): number {
  const letters = [...b];
  return distancesToBeginnings([...a], letters, Infinity)?.[letters.length] ?? Infinity;
}

/** Whether a text differs from the nearest beginning of a name by at most `most` letters. */
export function isNearBeginning(text: string, name: string, most: number): boolean {
  const distances = distancesToBeginnings(text, name.slice(0, text.length + most), most);
  return distances !== null && Math.min(...distances) <= most;
}

/** A word with each two neighbouring letters exchanged in turn; without the word itself. */
export function transpositions(word: string): string[] {
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, i) => letters.with(i, letter).with(i + 1, letters[i] ?? ''));
  return [...new Set(swapped.map((spelling) => spelling.join('')))].filter((other) => other !== word);
}
