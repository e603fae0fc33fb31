import { keyOf } from './words.ts';

/** The position of the record's title in the pieces of a citation. */
export interface TitlePlace {
  /** The pieces that contain the title, in the title's order. */
  indices: number[];
  /** The text before the title in the first piece: "G. (2017)". */
  before: string;
  /** The text after the title in the last piece: "In McAuliffe". */
  after: string;
}

interface Word {
  key: string;
  start: number;
  end: number;
}

const EDGES = /^[\s.,;:'"‘’“”«»„]+|[\s,;:'"‘“«„]+$/g;

/**
 * Finds the title in one piece, or in the several pieces that the site made of its commas and "and"s. The subtitle may
 * be missing if a closing quotation mark follows the main title. Returns null if the title is not found.
 */
export function locateTitle(pieces: readonly string[], title: string): TitlePlace | null {
  const wanted = wordsWithPlace(title).map((word) => word.key);
  const words = pieces.map(wordsWithPlace);
  for (const [i, piece] of pieces.entries()) {
    const own = words[i] as Word[];
    for (const [from, word] of own.entries()) {
      if (word.key !== wanted[0]) continue;
      const length = runLength(own, from, wanted, 0);
      const last = own[from + length - 1] as Word;
      const before = piece
        .slice(0, word.start)
        .replace(/(?:^|[\s‘“"«„])the\s*$/i, '')
        .replace(EDGES, '');
      const isEnd = /^\s*(?:$|[^\s\p{L}\p{N}])/u.test(piece.slice(last.end));
      const isWhole =
        length === wanted.length && isEnd && (length > 1 || own.length === 1 || isQuoted(piece, last));
      if (isWhole || (length >= 3 && isQuoted(piece, last))) {
        return { indices: [i], before, after: piece.slice(last.end).replace(EDGES, '') };
      }
      if (from + length < own.length) continue;
      const rest = cover(pieces, words, i, wanted, length);
      if (rest) return { ...rest, before };
    }
  }
  return null;
}

/** Finds the pieces that continue the title. Each is used whole except the last. The longest match wins. */
function cover(
  pieces: readonly string[],
  words: readonly Word[][],
  first: number,
  wanted: readonly string[],
  from: number,
): Omit<TitlePlace, 'before'> | null {
  const indices = [first];
  let done = from;
  let after = '';
  while (done < wanted.length) {
    let best = -1;
    let bestLength = 0;
    for (const [i, own] of words.entries()) {
      if (indices.includes(i)) continue;
      const length = runLength(own, 0, wanted, done);
      const fits = length === own.length || done + length === wanted.length;
      if (fits && length > bestLength) [best, bestLength] = [i, length];
    }
    if (best < 0) return null;
    indices.push(best);
    done += bestLength;
    after = (pieces[best] as string).slice(((words[best] as Word[])[bestLength - 1] as Word).end);
  }
  return { indices, after: after.replace(EDGES, '') };
}

/** Counts the words of a title without "the" and "and". */
export function countTitleWords(title: string): number {
  return wordsWithPlace(title).length;
}

function runLength(own: readonly Word[], from: number, wanted: readonly string[], at: number): number {
  let length = 0;
  while (at + length < wanted.length && own[from + length]?.key === wanted[at + length]) length += 1;
  return length;
}

function isQuoted(piece: string, last: Word): boolean {
  return /[’”"»'][.,]?$/.test(piece.slice(0, last.end + 1)) || /^[.,]?[’”"»']/.test(piece.slice(last.end));
}

/** The words of a text with their positions. "The" and "and" are skipped, because the site removes them. */
function wordsWithPlace(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu)) {
    const key = keyOf(match[0]);
    if (key !== '' && key !== 'and')
      words.push({ key, start: match.index, end: match.index + match[0].length });
  }
  return words;
}
