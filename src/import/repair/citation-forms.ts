/**
 * Normalises the pieces of a citation, whatever its style, to the one form that `readCitation` reads. Removes empty
 * pieces.
 */
export function normaliseCitation(pieces: readonly string[]): string[] {
  return joinDates(pieces)
    .map(normalise)
    .filter((piece) => piece !== '');
}

/**
 * Rewrites APA's "(2014)." and "(2014, March)" and the bare "G. 2014." to "(2014)", and removes "et al.", links and
 * notes on access.
 */
function normalise(piece: string): string {
  return piece
    .replace(/^& (?=\p{Lu})/u, '')
    .replace(/\.? ?(?:Retrieved (?:From|On)|Available (?:At|From)|Accessed) .*$/i, '')
    .replace(/,? ?https?:\/\/\S+$/i, '')
    .replace(/ ?\[(?:Report|Thesis|PDF|Online|Working Paper)\](?=\.?$)/i, '')
    .replace(/\((Eds?)\.\)\. (?=\()/i, '($1.) ')
    .replace(/,? et\.? al\b\.?,?/gi, '')
    .replace(/\(((?:1[5-9]|20)\d\d[a-z]?)(?:, ?[^()\d]{3,20}\d{0,2})?\)[.,:;]?/g, '($1)')
    .replace(/(^|\p{Lu}\.|\)),? ((?:19|20)\d\d[a-z]?)[.,:]? (?=[\p{Lu}‘“"«])/gu, '$1 ($2) ')
    .replace(/^((?:\p{Lu}{2,}|\p{Lu}\p{Ll}+ \p{Lu}{1,3}) ?)((?:19|20)\d\d)[.,:] (?=\p{Lu})/u, '$1($2) ')
    .trim();
}

/** "G. (2014", "March). Title": the comma inside a date does not separate parts of the citation. */
function joinDates(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1) ?? '';
    const isDate = /\(\d{4}[a-z]?$/.test(before) && /^\p{L}+\.?(?: \d{1,2})?\)/u.test(piece);
    if (isDate) joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}
