/**
 * What the listing site does to a multi-valued field: it splits on commas and on the word "and", drops "the" and
 * title-cases the pieces. It may reorder them too; that is left to who needs it.
 *
 *     shred('Congo, Democratic Republic of the')  // ['Congo', 'Democratic Republic Of']
 */
export function shred(value: string): string[] {
  return value
    .split(/,|(?<![\p{L}\p{N}-])and(?![\p{L}\p{N}-])/iu)
    .map((piece) => piece.replace(/(?<![\p{L}\p{N}-])the(?![\p{L}\p{N}-])/giu, ' '))
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase()));
}
