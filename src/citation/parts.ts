import type { CslItem, CslName } from '../export/formats/csl/csl.item.ts';

/** Whether a work is independent, an article in a journal, or a part of another work. */
export type Form = 'whole' | 'article' | 'part';

/** The form of a reference: works in a container are articles or parts. */
export function toForm({ type, 'container-title': container }: CslItem): Form {
  if (container === undefined) return 'whole';
  return type === 'article-journal' ? 'article' : 'part';
}

/** Whether the title is set in quotation marks, although the work is not a part of another one. */
export function isQuoted({ type }: CslItem): boolean {
  return type === 'dataset' || type === 'document';
}

/** The year of publication as text; null if unknown. */
export function formatYear({ issued }: CslItem): string | null {
  return issued === undefined ? null : String(issued['date-parts'][0][0]);
}

/**
 * The edition: "2", "2nd ed." and "2nd edition" become "2nd ed". Other texts, such as "Rev. ed.", are unchanged.
 * @param word for a number
 */
export function formatEdition(edition: string, word: string): string {
  const [, number] = /^(\d+)(?:st|nd|rd|th)?(?:[\s,]+(?:edition|edn?\.?))?$/i.exec(edition) ?? [];
  if (number === undefined) return edition;
  const suffix = /1\d$/.test(number) ? 'th' : ['', 'st', 'nd', 'rd'][Number(number.at(-1))] || 'th';
  return `${number}${suffix} ${word}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * Formats as much of the date as is known; null if there is none. `long` is "May 2, 2021" or "May 2021". `short`
 * follows the Modern Language Association: "2 May 2021", "Apr. 2013".
 */
export function formatDate(
  { issued }: Pick<CslItem, 'issued'>,
  length: 'long' | 'short' = 'long',
): string | null {
  if (issued === undefined) return null;
  const [year, month, day] = issued['date-parts'][0];
  const name = month === undefined ? null : (MONTHS[month - 1] ?? null);
  if (name === null) return String(year);
  if (length === 'long') return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
  const short = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`;
  return day === undefined ? `${short} ${year}` : `${day} ${short} ${year}`;
}

/** The URL of the DOI, otherwise the URL of the publication; null if there is neither. */
export function formatAddress({ DOI, URL }: CslItem): string | null {
  return DOI === undefined ? (URL ?? null) : `https://doi.org/${DOI}`;
}

/** The place and the publisher: "Geneva: IOM". */
export function formatImprint({ publisher, 'publisher-place': place }: CslItem): string | null {
  if (publisher === undefined) return place ?? null;
  return place === undefined ? publisher : `${place}: ${publisher}`;
}

/**
 * The initials of given names: "A. M.", "A.M." or "AM".
 * @param dot the text after each initial
 * @param space the separator of given names
 * @param hyphen the separator of the parts of a hyphenated name
 */
export function toInitials(given: string, dot: string, space: string, hyphen: string): string {
  const names = spaceInitials(given).split(/\s+/);
  // "Ludwig van": a particle at the end is no given name.
  const isGiven = (name: string) => !/^\p{Ll}+$/u.test(name);
  const count = names.findLastIndex(isGiven) + 1 || names.length;
  const initials = names
    .slice(0, count)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${firstLetter(part).toUpperCase()}${dot}`)
        .join(hyphen),
    )
    .join(space);
  return [initials, ...names.slice(count)].join(' ');
}

/** The first letter, without a sign before it such as the ayn of "\u02BFAbd". */
function firstLetter(name: string): string {
  return /[^\P{L}\p{Lm}]/u.exec(name)?.[0] ?? [...name][0] ?? '';
}

/** Separates initials: "J.R.R." becomes "J. R. R.". */
function spaceInitials(given: string): string {
  return given.replace(/(\p{Lu}\.)(?=\p{Lu})/gu, '$1 ');
}

/** A Chinese, Japanese or Korean name in its own script, which has neither a space nor initials; null for others. */
function joinNative({ family, given = '' }: { family: string; given?: string }): string | null {
  const isNative = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]+$/u.test(family + given);
  return isNative && given !== '' ? `${family}${given}` : null;
}

/** The name in reading order. @param shorten shortens the given names */
export function formatName(name: CslName, shorten = spaceInitials): string {
  if ('literal' in name) return name.literal;
  if (name.given === undefined) return name.family;
  const native = joinNative(name);
  if (native !== null) return native;
  const suffix = name.suffix === undefined ? '' : ` ${name.suffix}`;
  return `${shorten(name.given)} ${name.family}${suffix}`;
}

/** The name with the family name first. @param separator the text between family and given names */
export function invertName(name: CslName, separator = ', ', shorten = spaceInitials): string {
  if ('literal' in name) return name.literal;
  if (name.given === undefined) return name.family;
  const native = joinNative(name);
  if (native !== null) return native;
  const suffix = name.suffix === undefined ? '' : `${separator}${name.suffix}`;
  return `${name.family}${separator}${shorten(name.given)}${suffix}`;
}

/** Whether `inverted` puts the family name first. */
export function isInverted(name: CslName | undefined): boolean {
  return name !== undefined && !('literal' in name) && name.given !== undefined && joinNative(name) === null;
}

/**
 * Joins names: "A", "A and B", "A, B, and C".
 * @param last the text before the last of three or more names
 * @param two the text between two names
 */
export function listNames(names: readonly string[], last: string, two = last): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')}${names.length === 2 ? two : last}${names.at(-1)}`;
}
