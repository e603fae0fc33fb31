import { foldWord, isInCapitals, printedTexts } from '../text/words.ts';

/** A word of a search. */
export interface QueryWord {
  /** Folded. */
  word: string;
  isInCapitals: boolean;
}

/** Words that have to stand together: one, or a phrase. */
export interface Term {
  words: QueryWord[];
  /** Whether the last word may go on. */
  isPrefix: boolean;
  /** As it was given, without the sign of exclusion: reading it again gives the same words. */
  given: string;
}

/** A search as it is written: at least one term of each clause, and none that is excluded. */
export interface Query {
  clauses: Term[][];
  excluded: Term[];
}

/** The shortest beginning of a word that stands for all that begin so. */
const SHORTEST_PREFIX = 2;

/** Something in quotes, to the end where they are not closed; or what stands between blanks. */
const PIECE = /(-?)"([^"]*)(?:"|$)|([^\s"]+)/g;

/**
 * Reads a search in the dialect of the web: words, "phrases", OR, -exclusion, prefix*. Every text means something: what
 * is no sign of the dialect where it stands is read as a word, or is nothing where it has neither letter nor digit.
 * Words that are written together (anti-trafficking, O'Hara, 人口) are a phrase.
 */
export function parseSearch(text: string): Query {
  const query: Query = { clauses: [], excluded: [] };
  let open: Term[] | null = null;
  let isAlternative = false;
  for (const piece of piecesOf(text)) {
    if (piece === 'OR') {
      isAlternative = open !== null;
      continue;
    }
    const { term, isExcluded } = piece;
    if (isExcluded) query.excluded.push(term);
    else if (isAlternative && open) open.push(term);
    else query.clauses.push((open = [term]));
    isAlternative = false;
  }
  return query;
}

function* piecesOf(text: string): Generator<'OR' | { term: Term; isExcluded: boolean }> {
  for (const [, dash, quoted, bare] of text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .matchAll(PIECE)) {
    if (bare === 'OR' || bare === '|') {
      yield 'OR';
      continue;
    }
    const term = termOf(quoted ?? bare ?? '', bare !== undefined);
    if (term.words.length > 0) yield { term, isExcluded: dash === '-' || (bare?.startsWith('-') ?? false) };
  }
}

function termOf(text: string, mayGoOn: boolean): Term {
  const words = printedTexts(text)
    .map((printed) => ({ word: foldWord(printed), isInCapitals: isInCapitals(printed) }))
    .filter(({ word }) => word !== '');
  const isPrefix =
    mayGoOn && /[\p{L}\p{M}\p{N}]\*$/u.test(text) && (words.at(-1)?.word.length ?? 0) >= SHORTEST_PREFIX;
  return { words, isPrefix, given: mayGoOn ? text.replace(/^-+/, '') : `"${text}"` };
}
