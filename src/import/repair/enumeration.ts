/**
 * Puts the parts of one name together again: "Ministry Of Labour", "Family", "Social Affairs" → "Ministry Of Labour,
 * Family and Social Affairs". The site's commas and "and"s are gone, so this is how English joins a series.
 */
export function joinSeries(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  // Where the site left the "and" in, only a comma is gone.
  return parts.slice(0, -1).join(', ') + (/ (?:and|&) /i.test(last) ? ', ' : ' and ') + last;
}

/**
 * Whether the order of the parts is known although the site may have sorted its pieces: there are two at most; or
 * they stand together as printed in a list that isn't sorted; or the last is the longest, as it is where a noun stands
 * for all ("Safe, Orderly and Regular Migration").
 *
 * @param indices where the parts stand among `pieces`
 */
export function isOrderKnown(pieces: readonly string[], indices: readonly number[]): boolean {
  if (indices.length < 3) return true;
  const isTogether = indices.every((index, i) => i === 0 || index === (indices[i - 1] as number) + 1);
  if (isTogether && !mayBeSorted(pieces)) return true;
  const lengths = indices.slice(1).map((i) => (pieces[i] as string).split(' ').length);
  const longest = Math.max(...lengths);
  return (
    lengths.at(-1) === longest &&
    lengths.filter((length) => length === longest).length === 1 &&
    lengths.length < 3
  );
}

/** Whether the site may have sorted the pieces: four or more, in alphabetical order. Two or three are so by chance. */
export function mayBeSorted(pieces: readonly string[]): boolean {
  return pieces.length > 3 && areSorted(pieces);
}

/** Whether pieces stand in alphabetical order, perhaps by chance. */
export function areSorted(pieces: readonly string[]): boolean {
  return pieces.every((piece, i) => i === 0 || (pieces[i - 1] as string).localeCompare(piece, 'en') <= 0);
}
