/** Returns how many letters may be wrong in a word of this length: 0 below 4 letters, 1 below 8, otherwise 2. */
export function mostMistakes(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Computes the restricted Damerau–Levenshtein distances of a text to each prefix of another text. Inserting, deleting
 * or replacing a letter, or exchanging two neighbours, costs 1.
 * @returns the distances by length of the prefix; null as soon as all of them exceed `most`
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

/** Returns the restricted Damerau–Levenshtein distance of two words, in code points. */
export function distance(a: string, b: string): number {
  const letters = [...b];
  return distancesToBeginnings([...a], letters, Infinity)?.[letters.length] ?? Infinity;
}

/** Whether the distance of a text to the closest prefix of a name is at most `most`, in UTF-16 code units. */
export function isNearBeginning(text: string, name: string, most: number): boolean {
  const distances = distancesToBeginnings(text, name.slice(0, text.length + most), most);
  return distances !== null && Math.min(...distances) <= most;
}

/**
 * Returns all words that result from exchanging two neighbouring letters, without duplicates and without the word
 * itself.
 */
export function transpositions(word: string): string[] {
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, i) => letters.with(i, letter).with(i + 1, letters[i] ?? ''));
  return [...new Set(swapped.map((spelling) => spelling.join('')))].filter((other) => other !== word);
}
