import type { ContributionRole } from '../../publication/publication.ts';
import type { ContributionRecord, HostWorkRecord } from '../record.ts';
import { hasProseWord } from './vocabulary/name-words.ts';
import { imprintOf, isPlaceOfPublication, isPublisher, type Imprint } from './vocabulary/imprint.ts';
import {
  atomsOf,
  hasInitials,
  isNameAtom,
  isSurnameAtom,
  readNames,
  type CitedName,
} from './citation-names.ts';
import { normaliseCitation } from './citation-forms.ts';
import { locateTitle } from './citation-title.ts';
import { isOrderKnown, joinSeries, mayBeSorted } from './enumeration.ts';
import { isInitials } from './person.ts';
import { undoTitleCase } from './titlecase.ts';

/** The content of a citation in the authors' field. */
export interface Citation {
  /** Authors, then the editors of the host work. */
  contributions: ContributionRecord[];
  partOf: HostWorkRecord | null;
  /** The same content as text, for the repair log. */
  made: string[];
}

const YEAR = /\(((?:1[5-9]|20)\d\d)[a-z]?\)/;
const ROLE =
  /[([](?:eds?|editors?|conveners?|convenors?|coords?|coordinators?|comps?|compilers?|orgs?|dirs?|hrsg)\.?[)\]]/i;
const IN = /^in:? (?=\p{Lu})/iu;
const LOCATOR =
  /[([]?(?:\bpp?\. ?\d+(?: ?[-–—] ?\d+)?|\bpages? \d+(?: ?[-–—] ?\d+)?|\b\d+ ?\(\d+(?:[-–]\d+)?\)(?: ?[:,] ?\d+(?: ?[-–—] ?\d+)?)?|\b(?:vol(?:ume)?|no|iss(?:ue)?|nr)\.? ?\d+(?: ?\(\d+\))?|\b\d+ ?: ?\d+ ?[-–—] ?\d+|^\d+ ?[-–—] ?\d+\.?$|^e\d{4,}\.?$|^\d{1,4}\.?$)[)\]]?/gi;
/** Upper limit of names before the year, so that the search for authors stays short. */
const MOST_NAMES = 60;
const VOLUME = /(?:\bvol(?:ume)?\.? ?\d+|\b\d+ ?\(\d+(?:[-–]\d+)?\)|\bpp\. ?\d+|^\d+ ?[-–—] ?\d+\.?$)/i;
const QUOTED = /[‘“"«].*[’”"»]/;

/** Whether the pieces form a citation: a year in brackets, a host work after "In", or the record's title in quotes. */
export function isCitation(printed: readonly string[], title: string): boolean {
  const pieces = normaliseCitation(printed);
  const hasHost = pieces.some((piece) => IN.test(piece));
  if (hasHost && pieces.some((piece) => ROLE.test(piece) || QUOTED.test(piece) || YEAR.test(piece)))
    return true;
  // "Census Bureau (2010)" is a piece that no rule understands, but it does not make the other pieces a citation.
  if (pieces.some((piece) => isInitials(piece.slice(0, YEAR.exec(piece)?.index ?? 0).trim()))) return true;
  return (
    pieces.some((piece) => /[‘“"«]/.test(piece) || YEAR.test(piece)) && locateTitle(pieces, title) !== null
  );
}

/** A piece, or the rest of a piece without the title, with its position in the list. */
interface Part {
  index: number;
  text: string;
}

/** The part with "(Conveners)", or with a year before a title. */
interface HostPart extends Part {
  /** The names before the mark: "M. And M. Klein Solomon". */
  names: string;
  year: number | null;
  title: string;
}

/**
 * Rebuilds one split citation: "Liu", "G. (2017) ‘…’", "In McAuliffe", "IOM: Geneva", "M. And M. Klein Solomon
 * (Conveners) (2017) Ideas … On Safe", "Orderly", "Regular Migration". The pieces may be in any order if each has only
 * one possible place. The record's title identifies the quoted piece, marks identify others, initials need surnames,
 * and the rest continues the host work's title. Returns null if a piece is left over or has two possible places.
 */
export function readCitation(printed: readonly string[], context: { title: string }): Citation | null {
  const pieces = normaliseCitation(printed);
  const title = locateTitle(pieces, context.title);
  if (title === null) return null;
  const { parts, imprint } = withoutImprint(partsOf(pieces, title), title.indices.at(-1) as number);
  const host = parts.map(hostPartOf).find((part) => part !== null) ?? null;
  const opening = parts.find((part) => IN.test(part.text)) ?? null;
  const author = parts.find((part) => part.index === title.indices[0] && part.text === title.before) ?? null;
  const dated = parts.find((part) => part !== opening && endsInYear(part.text)) ?? null;
  const marked = new Set([opening?.index, author?.index, dated?.index, host?.index]);
  const loose = new Map(
    parts.filter((part) => !marked.has(part.index)).map((part) => [part.index, part.text]),
  );
  // The rest of a title's piece is never loose: "In McAuliffe" after the title, the author before it.
  const isSorted = mayBeSorted(pieces);
  const editors = readEditors(opening, host, loose, isSorted);
  if (editors === null) return null;
  const authors = readAuthors(
    dated ?? author ?? { index: title.indices[0] as number, text: '' },
    loose,
    isSorted,
  );
  if (authors === null) return null;

  const published = takeImprint(imprint, loose);
  const year = host?.year ?? yearOf((dated ?? author)?.text ?? '');
  const hostTitle = takeJournal(pieces, loose) ?? readHostTitle(pieces, opening, host, loose);
  if (hostTitle === null || loose.size > 0) return null;
  const partOf = hostTitle === '' ? null : { title: hostTitle, ...published, year };
  return {
    contributions: [...authors, ...editors],
    partOf,
    made: inWords(authors, editors, hostTitle, published, year),
  };
}

function partsOf(
  pieces: readonly string[],
  title: { indices: number[]; before: string; after: string },
): Part[] {
  const first = title.indices[0] as number;
  const last = title.indices.at(-1) as number;
  return pieces
    .flatMap((piece, index): Part[] => {
      if (!title.indices.includes(index)) return [{ index, text: clean(piece) }];
      const left = [];
      if (index === first) left.push({ index, text: title.before });
      // The half position makes this a part of its own, after the part before the title.
      if (index === last) left.push({ index: index + 0.5, text: clean(title.after) });
      return left;
    })
    .filter((part) => /[\p{L}\p{N}]/u.test(part.text));
}

function clean(text: string): string {
  return text
    .replace(LOCATOR, '')
    .replace(/\s+(?=[.,])/g, '')
    .replace(/[.,]{2,}/g, '.')
    .replace(/^[\s.,;:’”"»]+|[\s,;:]+$/g, '')
    .replace(/(\p{Ll})\.$/u, '$1');
}

/**
 * Removes an imprint such as "IOM: Geneva", alone or as the last sentence of a part. A publisher without a place counts
 * only behind the title, which ends at `end`, or behind another sentence.
 */
function withoutImprint(parts: Part[], end: number): { parts: Part[]; imprint: Imprint | null } {
  let imprint: Imprint | null = null;
  const kept = parts.flatMap((part): Part[] => {
    if (imprint !== null) return [part];
    const start = startOfLastSentence(part.text);
    const sentence = part.text.slice(start);
    imprint = imprintOf(sentence);
    if (
      imprint === null &&
      (part.index === end + 0.5 || start > 0) &&
      !IN.test(sentence) &&
      isShortPublisher(sentence)
    )
      imprint = { publisher: sentence, place: null };
    const rest = imprint === null ? part.text : part.text.slice(0, start).replace(/\.\s*$/, '');
    return rest === '' ? [] : [{ ...part, text: rest }];
  });
  return { parts: kept, imprint };
}

function isShortPublisher(text: string): boolean {
  return (
    isPublisher(text) && text.split(' ').length <= 8 && !/[()‘’“”"]/.test(text) && !/^journal /i.test(text)
  );
}

// "St." and initials don't end a sentence.
function startOfLastSentence(text: string): number {
  const end = text.lastIndexOf('. ');
  return end > 2 && /^(?!Eds|Vol|Nos)\p{L}\p{Ll}{2}/u.test(text.slice(end - 3)) ? end + 2 : 0;
}

function hostPartOf(part: Part): HostPart | null {
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

function endsInYear(text: string): boolean {
  const year = YEAR.exec(text);
  return year !== null && year.index + year[0].length >= text.length - 1 && !ROLE.test(text);
}

function yearOf(text: string): number | null {
  const year = YEAR.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/**
 * Reads the editors: the names from "In" to "(Eds.)" with the pieces between. Returns an empty list if the host work
 * has no editors, null if the names cannot be read.
 */
function readEditors(
  opening: Part | null,
  host: HostPart | null,
  loose: Map<number, string>,
  isSorted: boolean,
): ContributionRecord[] | null {
  if (host === null) return [];
  const head = opening && opening.index !== host.index ? atomsOf(opening.text.replace(IN, '')) : [];
  const tail = atomsOf(host.names);
  const from = opening?.index ?? host.index;
  const between = [...loose.keys()].filter((i) => i > from && i < host.index);
  // If other parts are between them, or the list is sorted, the pieces between may belong to anybody. A single piece of
  // initials is still certain.
  const isTogether = between.length === Math.ceil(host.index - from) - 1;
  const initials = [...loose.keys()].filter((i) => isInitials(loose.get(i) as string));
  const ways = [isTogether && !isSorted ? between : [], initials.length === 1 ? initials : [], []];
  for (const indices of ways) {
    const names = readNames([...head, ...indices.flatMap((i) => atomsOf(loose.get(i) as string)), ...tail]);
    if (names === null || names.length === 0) continue;
    for (const i of indices) loose.delete(i);
    return names.map(contributionAs('EDITOR'));
  }
  return null;
}

/** Reads the authors: the names right before the year, or the only surname for the initials. */
function readAuthors(
  dated: Part,
  loose: Map<number, string>,
  isSorted: boolean,
): ContributionRecord[] | null {
  const tail = atomsOf(dated.text.replace(YEAR, '').replace(ROLE, ''));
  const before: number[] = [];
  for (let i = Math.ceil(dated.index) - 1; !isSorted && before.length < MOST_NAMES; i -= 1) {
    const text = loose.get(i);
    if (text === undefined || !(isNameAtom(text) || hasInitials(text))) break;
    before.unshift(i);
  }
  for (let skip = 0; skip <= before.length; skip += 1) {
    const indices = before.slice(skip);
    const names = readNames([...indices.flatMap((i) => atomsOf(loose.get(i) as string)), ...tail]);
    if (names === null || names.length === 0) continue;
    for (const i of indices) loose.delete(i);
    return names.map(contributionAs('AUTHOR'));
  }
  const [initials, more] = tail;
  const surnames = [...loose.keys()].filter((i) => isSurnameAtom(loose.get(i) as string));
  const [only, other] = surnames;
  if (initials === undefined || more !== undefined || !isInitials(initials)) return null;
  if (only === undefined || other !== undefined) return null;
  const names = readNames([loose.get(only) as string, initials]);
  loose.delete(only);
  return names?.map(contributionAs('AUTHOR')) ?? null;
}

function contributionAs(role: ContributionRole): (name: CitedName) => ContributionRecord {
  return ({ author, printedAs }) => ({ author, role, printedAs });
}

/** Reads publisher and place from separate pieces: "IOM", "Geneva". The place identifies them. */
function takeImprint(imprint: Imprint | null, loose: Map<number, string>): Imprint {
  if (imprint !== null) return imprint;
  const place = [...loose.keys()].find((i) => isPlaceOfPublication(loose.get(i) as string));
  if (place === undefined) return { publisher: null, place: null };
  const publisher = [...loose.keys()].find((i) => i !== place && isPublisher(loose.get(i) as string));
  const found = { publisher: loose.get(publisher ?? NaN) ?? null, place: loose.get(place) ?? null };
  loose.delete(place);
  if (publisher !== undefined) loose.delete(publisher);
  return found;
}

/** Without "In", a volume number shows that the only piece left is a journal: "International Migration", "53(2)". */
function takeJournal(pieces: readonly string[], loose: Map<number, string>): string | null {
  const [journal, more] = loose;
  if (journal === undefined || more !== undefined || pieces.some((piece) => IN.test(piece))) return null;
  if (!pieces.some((piece) => VOLUME.test(piece))) return null;
  loose.clear();
  return undoTitleCase(journal[1]);
}

/**
 * Reads the host work's title: the text after the editors and the pieces that continue it. Those follow it directly or
 * contain a word that names never have. Returns '' if there is no host work, null if the order is lost.
 */
function readHostTitle(
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
  return undoTitleCase(joinSeries(parts)).replace(/^[‘“"«]|[.,’”"»]+$/g, '');
}

function inWords(
  authors: ContributionRecord[],
  editors: ContributionRecord[],
  title: string,
  { publisher, place }: Imprint,
  year: number | null,
): string[] {
  return [
    ...authors.map(({ author }) => author.name),
    ...editors.map(({ author }) => `${author.name} (editor)`),
    ...(title === '' ? [] : [title]),
    ...[publisher, place, year === null ? null : String(year)].filter((text) => text !== null),
  ];
}
