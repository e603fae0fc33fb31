import { foldLetters } from './letters.ts';

/**
 * Folds a name to what it is compared by; two spellings of one name fold to the same text, which is never shown.
 * Case, accents, punctuation, hyphens, apostrophes of any shape and every kind of space are dropped, "&" is "and",
 * "St." is "Saint", "U.S.A." is "USA", "South-East" and "South East" are "Southeast", and the article "the" goes
 * wherever it stands ("Congo, Democratic Republic of the" is printed without it).
 *
 *     foldName('The Côte d’Ivoire') === foldName("COTE D'IVOIRE")
 */
export function foldName(name: string): string {
  const letters = name
    .replace(/['’‘ʼʻ`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return foldLetters(letters)
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
