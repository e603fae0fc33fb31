import { foldLetters, isAscii } from './letters.ts';

/**
 * Normalizes a text for comparison: removes case and accents, and reduces punctuation and white space to single spaces.
 * Letters and digits of any script stay: `Sweden’s  "Ministry"` → `sweden s ministry`, `Łódź` → `lodz`. Empty if the text
 * has no word.
 */
export function plain(text: string): string {
  if (isAscii(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const letters = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return foldLetters(letters)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Makes a slug for URLs: plain words joined by hyphens. Latin letters lose their accents; other scripts stay.
 * @param maxLength in code points; a longer slug is cut between words if it has several
 * @returns `untitled` if the text has no letter or digit
 */
export function slugify(text: string, maxLength = 80): string {
  const possessives = /['’]/.test(text) ? text.replace(/(\p{L})['’](?=s\b)/giu, '$1') : text;
  const slug = plain(possessives).replaceAll(' ', '-');
  if (slug === '') return 'untitled';
  if (slug.length <= maxLength) return slug;
  const characters = [...slug];
  if (characters.length <= maxLength) return slug;
  const cut = characters.slice(0, maxLength + 1).join('');
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : characters.slice(0, maxLength).join('');
}
