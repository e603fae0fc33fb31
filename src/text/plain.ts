import { foldLetters } from './letters.ts';

/**
 * A text without what readers do not tell apart: case, accents, punctuation, white space. Words of letters and digits of
 * any script, one blank between them: `Sweden’s  "Ministry"` → `sweden s ministry`. Empty where there is no word.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The name of a thing in addresses: plain words joined by hyphens, Latin letters without their accents, other scripts as
 * they are; at most `maxLength` characters, cut between words where there are several. An empty text, or one of
 * punctuation alone, gives `untitled`.
 */
export function slugify(text: string, maxLength = 80): string {
  const possessives = text.replace(/(\p{L})['’](?=s\b)/giu, '$1');
  const slug = foldLetters(plain(possessives)).replaceAll(' ', '-');
  if (slug === '') return 'untitled';
  const characters = [...slug];
  if (characters.length <= maxLength) return slug;
  const cut = characters.slice(0, maxLength + 1).join('');
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : characters.slice(0, maxLength).join('');
}
