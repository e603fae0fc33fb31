import type { CslItem, CslName } from '../export/formats/csl/csl.item.ts';

/** Whether a work is independent, an article in a journal, or a part of another work. */
export type Form = 'whole' | 'article' | 'part';

/** The form of a reference: works in a container are articles or parts. */
export function toForm({ type, 'container-title': container }: CslItem): Form {
  if (container === undefined) return 'whole';
  return type === 'article-journal' ? 'article' : 'part';
}

/** The year of publication as text; null if unknown. */
export function formatYear({ issued }: CslItem): string | null {
  return issued === undefined ? null : String(issued['date-parts'][0][0]);
}

/**
 * An edition without the word "edition", which each style adds in its own form: "2nd ed." becomes "2nd". A number becomes
 * its ordinal: "2" becomes "2nd". Other texts are unchanged.
 */
export function toOrdinal(edition: string): string {
  const stated = edition.replace(/[\s,]+(?:edition|edn?\.?)$/i, '');
  if (!/^\d+$/.test(stated)) return stated;
  const suffix = /1\d$/.test(stated) ? 'th' : ['', 'st', 'nd', 'rd'][Number(stated.at(-1))] || 'th';
  return `${stated}${suffix}`;
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
  return given
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0]?.toUpperCase() ?? ''}${dot}`)
        .join(hyphen),
    )
    .join(space);
}

/** The name in reading order. @param shorten shortens the given names */
export function formatName(name: CslName, shorten = (given: string) => given): string {
  if ('literal' in name) return name.literal;
  if (name.given === undefined) return name.family;
  const suffix = name.suffix === undefined ? '' : ` ${name.suffix}`;
  return `${shorten(name.given)} ${name.family}${suffix}`;
}

/** The name with the family name first. @param separator the text between family and given names */
export function invertName(name: CslName, separator = ', ', shorten = (given: string) => given): string {
  if ('literal' in name) return name.literal;
  if (name.given === undefined) return name.family;
  const suffix = name.suffix === undefined ? '' : `${separator}${name.suffix}`;
  return `${name.family}${separator}${shorten(name.given)}${suffix}`;
}

/** Whether `inverted` puts the family name first. */
export function isInverted(name: CslName | undefined): boolean {
  return name !== undefined && !('literal' in name) && name.given !== undefined;
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
