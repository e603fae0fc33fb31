import type { ContributionRole } from '../../publication/publication.ts';
import type { ContributionRecord, HostWorkRecord } from '../record.ts';
import type { Imprint } from './vocabulary/imprint.ts';
import { IN, ROLE, YEAR } from './citation-cut.ts';
import { normaliseCitation } from './citation-forms.ts';
import { hostPartOf, readHostTitle, takeJournal, type HostPart } from './citation-host.ts';
import {
  areWordsOfNames,
  atomsOf,
  hasInitials,
  isNameAtom,
  isSurnameAtom,
  readNames,
  type CitedName,
} from './citation-names.ts';
import { endsInYear, partsOf, takeImprint, withoutImprint, yearOf, type Part } from './citation-parts.ts';
import { locateTitle } from './citation-title.ts';
import { mayBeSorted } from './enumeration.ts';
import { isInitials } from './person.ts';

/** The content of a citation in the authors' field. */
export interface Citation {
  /** Authors, then the editors of the host work. */
  contributions: ContributionRecord[];
  partOf: HostWorkRecord | null;
  /** The same content as text, for the repair log. */
  made: string[];
}

type ReadList = (texts: readonly string[]) => ContributionRecord[] | null;

/** Upper limit of names before the year, so that the search for authors stays short. */
const MOST_NAMES = 60;

/**
 * Rebuilds one split citation: "Liu", "G. (2017) ‘…’", "In McAuliffe", "IOM: Geneva", "M. And M. Klein Solomon
 * (Conveners) (2017) Ideas … On Safe", "Orderly", "Regular Migration". The pieces may be in any order if each has only
 * one possible place. The record's title identifies the quoted piece, marks identify others, initials need surnames,
 * and the rest continues the host work's title. Returns null if a piece is left over or has two possible places.
 *
 * @param readList reads names as a list of authors that is no citation; returns null if one is unclear
 */
export function readCitation(
  printed: readonly string[],
  context: { title: string },
  readList: ReadList,
): Citation | null {
  const pieces = normaliseCitation(printed);
  const title = locateTitle(pieces, context.title);
  if (title === null) return null;
  const end = title.indices.at(-1) as number;
  const { parts, imprint } = withoutImprint(partsOf(pieces, title), end);
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
  const editors = readEditors(opening, host, loose, isSorted, readList);
  if (editors === null) return null;
  const authors = readAuthors(
    dated ?? author ?? { index: title.indices[0] as number, text: '' },
    loose,
    isSorted,
    readList,
  );
  if (authors === null) return null;

  const published = takeImprint(imprint, loose);
  const year = host?.year ?? yearOf((dated ?? author)?.text ?? '');
  const hostTitle = takeJournal(pieces, end, loose) ?? readHostTitle(pieces, opening, host, loose);
  if (hostTitle === null || loose.size > 0) return null;
  const partOf = hostTitle === '' ? null : { title: hostTitle, ...published, year };
  return {
    contributions: [...authors, ...editors],
    partOf,
    made: inWords(authors, editors, hostTitle, published, year),
  };
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
  readList: ReadList,
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
  const areBetween = isTogether && !isSorted && between.length > 0;
  const ways = areBetween ? [between] : [initials.length === 1 ? initials : [], []];
  for (const indices of ways) {
    const texts = [...head, ...indices.flatMap((i) => atomsOf(loose.get(i) as string)), ...tail];
    const names = readNames(texts)?.map(contributionAs('EDITOR'));
    const editors = names ?? (areBetween ? readList(texts)?.map(asEditor) : undefined);
    if (editors === undefined || editors.length === 0) continue;
    for (const i of indices) loose.delete(i);
    return editors;
  }
  return null;
}

function asEditor(contribution: ContributionRecord): ContributionRecord {
  return { ...contribution, role: 'EDITOR' };
}

/** Reads the authors: the names right before the year, or the only surname for the initials. */
function readAuthors(
  dated: Part,
  loose: Map<number, string>,
  isSorted: boolean,
  readList: ReadList,
): ContributionRecord[] | null {
  const tail = atomsOf(
    dated.text
      .replace(YEAR, '')
      .replace(ROLE, '')
      .replace(/(\p{Ll})\.\s*$/u, '$1'),
  );
  const before: number[] = [];
  for (let i = Math.ceil(dated.index) - 1; !isSorted && before.length < MOST_NAMES; i -= 1) {
    const text = loose.get(i);
    if (text === undefined || !(isNameAtom(text) || hasInitials(text) || areWordsOfNames(text))) break;
    before.unshift(i);
  }
  for (let skip = 0; skip <= before.length; skip += 1) {
    const indices = before.slice(skip);
    const names = readNames([...indices.flatMap((i) => atomsOf(loose.get(i) as string)), ...tail]);
    if (names === null || names.length === 0) continue;
    for (const i of indices) loose.delete(i);
    return names.map(contributionAs('AUTHOR'));
  }
  // "Okeke", "Nnamdi": given names that are in no list.
  const texts = [...before.map((i) => loose.get(i) as string), ...tail];
  const listed = isSorted || texts.length === 0 ? null : readList(texts);
  if (listed !== null) {
    for (const i of before) loose.delete(i);
    return listed;
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
