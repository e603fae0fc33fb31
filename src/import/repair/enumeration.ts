const OTHER_LANGUAGE =
  / (?:de|del|des|du|da|do|dos|di|della|delle|degli|für|voor|för) | d['’]|^(?:conseil|conselho|consejo) /i;

/**
 * Joins the parts of one name as an English series: "Ministry Of Labour", "Family", "Social Affairs" → "Ministry Of
 * Labour, Family and Social Affairs". The site removed the commas and "and"s.
 */
export function joinSeries(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  // If the last part still has its "and", only a comma is missing. So it is in names of other languages: the site doesn't
  // split at their "and".
  const isWhole = / (?:and|&) /i.test(last) || OTHER_LANGUAGE.test(parts[0] ?? '');
  return parts.slice(0, -1).join(', ') + (isWhole ? ', ' : ' and ') + last;
}

/**
 * Whether the order of the parts is known, although the site may have sorted its pieces. It is known in three cases:
 * there are at most two parts; the parts are adjacent in an unsorted list; or the last part is the longest, because its
 * noun applies to all ("Safe, Orderly and Regular Migration").
 *
 * @param indices positions of the parts in `pieces`
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

/**
 * Whether the site may have sorted the pieces: four or more in alphabetical order. Two or three may be in order by
 * chance.
 */
export function mayBeSorted(pieces: readonly string[]): boolean {
  return pieces.length > 3 && areSorted(pieces);
}

/** Whether pieces are in alphabetical order, perhaps by chance. */
export function areSorted(pieces: readonly string[]): boolean {
  return pieces.every((piece, i) => i === 0 || (pieces[i - 1] as string).localeCompare(piece, 'en') <= 0);
}
