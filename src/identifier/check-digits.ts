/**
 * Check digits of identifiers. The functions expect digits without separators. Letters must be upper case, in ROR ids
 * lower case.
 */

const toDigitValue = (character: string) => (character === 'X' ? 10 : Number(character));

function sumWeighted(digits: string, weight: (place: number) => number): number {
  return [...digits].reduce((sum, character, place) => sum + weight(place) * toDigitValue(character), 0);
}

/** ISO 2108: whether a text is an ISBN-10 (modulo 11) or ISBN-13 (modulo 10) with a correct check digit. */
export function hasIsbnCheckDigit(digits: string): boolean {
  if (/^97[89]\d{10}$/.test(digits)) return sumWeighted(digits, (place) => (place % 2 ? 3 : 1)) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && sumWeighted(digits, (place) => 10 - place) % 11 === 0;
}

/** Converts a valid ISBN-10 to ISBN-13; an ISBN-13 is returned unchanged. */
export function toIsbn13(digits: string): string {
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  const check = (10 - (sumWeighted(body, (place) => (place % 2 ? 3 : 1)) % 10)) % 10;
  return `${body}${check}`;
}

/** ISO 3297: whether a text is an ISSN of eight characters with a correct check digit (modulo 11). */
export function hasIssnCheckDigit(digits: string): boolean {
  return /^\d{7}[\dX]$/.test(digits) && sumWeighted(digits, (place) => 8 - place) % 11 === 0;
}

/** ISO 7064 MOD 11-2: whether the last character is the correct check digit of an ORCID iD or ISNI. */
export function hasMod11Check(digits: string): boolean {
  let total = 0;
  for (const character of digits.slice(0, -1)) total = (total + Number(character)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

/** Crockford's base 32. */
const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** Whether a ROR id is valid: 0, six characters in base 32, and two check digits by ISO 7064 MOD 97-10. */
export function hasRorChecksum(name: string): boolean {
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(name)) return false;
  const number = [...name.slice(1, 7)].reduce((sum, character) => sum * 32 + BASE_32.indexOf(character), 0);
  return Number(name.slice(7)) === 98 - ((number * 100) % 97);
}
