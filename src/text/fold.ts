/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};

/**
 * Folds a name to what it is compared by; two spellings of one name fold to the same text, which is never shown.
 * Case, accents, punctuation, hyphens, apostrophes of any shape and every kind of space are dropped, "&" is "and",
 * "St." is "Saint", "U.S.A." is "USA", "South-East" and "South East" are "Southeast", and the article "the" goes
 * wherever it stands ("Congo, Democratic Republic of the" is printed without it).
 *
 *     foldName('The Côte d’Ivoire') === foldName("COTE D'IVOIRE")
 */
export function foldName(name: string): string {
  return name
    .replace(/['’‘ʼʻ`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[æœøłđðþßı]/g, (letter) => undecomposed[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\s?\p{L}(?![\p{L}\p{N}]))+/gu, (acronym) =>
      acronym.replace(/[.\s]/g, ''),
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bthe\b/g, ' ')
    .replace(/\b(north|south) (east|west)(ern)?\b/g, '$1$2$3')
    .replace(/ +/g, ' ')
    .trim();
}
