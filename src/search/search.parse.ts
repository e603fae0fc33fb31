import { foldWord, isInCapitals, printedTexts } from '../text/words.ts';

/** A word of a search text. */
export interface QueryWord {
  /** The folded word. */
  word: string;
  isInCapitals: boolean;
}

/** A single word or a phrase, whose words must be adjacent. */
export interface Term {
  words: QueryWord[];
  /** Whether the last word is a prefix. */
  isPrefix: boolean;
  /** The original text without the leading `-`. Parsing it again gives the same term. */
  given: string;
}

/** A parsed search. A publication must match at least one term of each clause, and no excluded term. */
export interface Query {
  clauses: Term[][];
  excluded: Term[];
}

/** Minimum length of a prefix. */
const SHORTEST_PREFIX = 2;

/** Maximum number of prefixes in a search. A short one takes as long as many words. */
const MOST_PREFIXES = 3;

/** Text in quotes (up to the end if the quote is not closed), or text between spaces. */
const PIECE = /(-?)"([^"]*)(?:"|$)|([^\s"]+)/g;

/**
 * Parses a search in web syntax: words, "phrases", AND, OR, NOT, -exclusion, prefix*. Never fails: an OR without a term on
 * both sides is ignored, and so are AND, a NOT without a term on both sides, pieces without a letter or digit, and the
 * star of a fourth prefix. Words written together (anti-trafficking, O'Hara, 人口) are a phrase.
 */
export function parseSearch(text: string): Query {
  const query: Query = { clauses: [], excluded: [] };
  let open: Term[] | null = null;
  let isAlternative = false;
  let isNegated = false;
  let prefixes = 0;
  for (const piece of piecesOf(text)) {
    if (typeof piece === 'string') {
      isAlternative = piece === 'OR' && open !== null;
      isNegated = piece === 'NOT' && open !== null;
      continue;
    }
    const isExcluded = piece.isExcluded || isNegated;
    let { term } = piece;
    if (term.isPrefix && ++prefixes > MOST_PREFIXES)
      term = { ...term, isPrefix: false, given: term.given.replace(/\*$/, '') };
    if (isExcluded) query.excluded.push(term);
    else if (isAlternative && open) open.push(term);
    else query.clauses.push((open = [term]));
    isAlternative = false;
    isNegated = false;
  }
  return query;
}

/** Words in capitals that are operators. */
type Operator = 'AND' | 'OR' | 'NOT';

function isOperator(text: string | undefined): text is Operator {
  return text === 'AND' || text === 'OR' || text === 'NOT';
}

function* piecesOf(text: string): Generator<Operator | { term: Term; isExcluded: boolean }> {
  for (const [, dash, quoted, bare] of text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .matchAll(PIECE)) {
    if (isOperator(bare) || bare === '|') {
      yield bare === '|' ? 'OR' : bare;
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
