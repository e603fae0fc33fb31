import { hasProseWord } from './vocabulary/name-words.ts';
import { IN, ROLE, YEAR } from './citation-cut.ts';
import { endsInYear, yearOf, type Part } from './citation-parts.ts';
import { isOrderKnown, joinSeries, mayBeSorted } from './enumeration.ts';
import { isInitials } from './person.ts';
import { undoTitleCase } from './titlecase.ts';

const VOLUME =
  /(?:\b(?:vol(?:ume)?|issue|n[uú]m(?:ero)?)\.? ?\d+|\b\d+ ?: ?\d+|\b\d+ ?\(\d+(?:[-–]\d+)?\)|\bpp\. ?\d+|^\d+ ?[-–—] ?\d+\.?$)/i;

/** The part with "(Conveners)", or with a year before a title. */
export interface HostPart extends Part {
  /** The names before the mark: "M. And M. Klein Solomon". */
  names: string;
  year: number | null;
  title: string;
}

/** Reads a part with "(Eds.)", or with a year before a title; null for other parts. */
export function hostPartOf(part: Part): HostPart | null {
  const mark = ROLE.exec(part.text) ?? (endsInYear(part.text) ? null : YEAR.exec(part.text));
  if (mark === null) return null;
  const names = part.text.slice(0, mark.index).replace(IN, '').trim();
  const after = part.text.slice(ROLE.test(mark[0]) ? mark.index + mark[0].length : mark.index);
  const year = YEAR.exec(after);
  const title = (year && year.index < 3 ? after.slice(year.index + year[0].length) : after).replace(
    /^[\s.,:]+/,
    '',
  );
  return { ...part, names, year: yearOf(after), title };
}

/**
 * Without "In", a volume number shows that what is left is a journal: "International Migration", "53(2)". The title ends
 * in the piece at `end`.
 */
export function takeJournal(
  pieces: readonly string[],
  end: number,
  loose: Map<number, string>,
): string | null {
  const parts = [...loose.keys()].sort((a, b) => a - b);
  const [first] = parts;
  if (first === undefined || pieces.some((piece) => IN.test(piece))) return null;
  // "Health", "Human Rights": the pieces of the journal's name are adjacent in a list that is not sorted.
  const isTogether = parts.every((index, i) => Math.floor(index) === Math.floor(first) + i);
  if (parts.length > 1 && (!isTogether || first < end || mayBeSorted(pieces))) return null;
  if (!pieces.some((piece) => VOLUME.test(piece))) return null;
  const journal = joinSeries(parts.map((index) => loose.get(index) as string));
  loose.clear();
  // "14 J. Rural Work", "Journal Of Rural Work 14"
  return undoTitleCase(journal.replace(/^\d{1,3} (?=\p{Lu})| \d{1,3}$/gu, ''));
}

/**
 * Reads the host work's title: the text after the editors and the pieces that continue it. Those follow it directly or
 * contain a word that names never have. Returns '' if there is no host work, null if the order is lost.
 */
export function readHostTitle(
  pieces: readonly string[],
  opening: Part | null,
  host: HostPart | null,
  loose: Map<number, string>,
): string | null {
  let start: Part | null = host ? { index: host.index, text: host.title } : opening;
  if (start === null) return '';
  if (host === null) start = { ...start, text: start.text.replace(IN, '') };
  // "In McAuliffe" without editors may name a person or a work.
  if (host === null && start.text.split(' ').length < 3 && !hasProseWord(start.text)) return null;
  const next = Math.floor(start.index) + 1;
  if (start.text === '') {
    start = { index: next, text: loose.get(next) ?? '' };
    loose.delete(next);
    if (start.text === '') return null;
  }
  const first = Math.floor(start.index);
  const rest = [...loose.keys()].sort((a, b) => a - b);
  let end = first;
  for (const i of rest) {
    const text = loose.get(i) as string;
    if (i === end + 1) end = i;
    else if (!hasProseWord(text)) return null;
    if (isInitials(text)) return null;
  }
  if (!isOrderKnown(pieces, [first, ...rest])) return null;
  const parts = [start.text, ...rest.map((i) => loose.get(i) as string)];
  for (const i of rest) loose.delete(i);
  return undoTitleCase(joinSeries(parts))
    .replace(/ \([^()]*(?:19|20)\d\d\) ?\d*\.?$/, '')
    .replace(/^[‘“"«]|[.,’”"»]+$/g, '');
}
