import { foldLetters } from './letters.ts';

/**
 * Folds a name for comparison: spellings of the same name fold to the same text. Never show the result.
 * Folding removes case, accents and apostrophes, and turns punctuation and hyphens into single spaces. It replaces "&"
 * by "and", "St." by "Saint", "U.S.A." by "USA", "South-East" and "South East" by "Southeast". It removes the article
 * "the" anywhere, because inverted names such as "Congo, Democratic Republic of the" have it at the end or lack it.
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
