import type { Query, QueryWord, Term } from './search.parse.ts';

/** What a word of a query is searched as. */
export interface Meaning {
  stem: string;
  isStop: boolean;
  /** The vocabulary's words of that stem. */
  forms: readonly string[];
  /** Words of the vocabulary in its place, the likest first; empty where it is searched itself. */
  corrections: readonly Correction[];
  /** As a prefix: the stems of words that begin like it, and that do not begin like it themselves. */
  shorterStems: readonly string[];
}

export interface Correction {
  word: string;
  stem: string;
  forms: readonly string[];
}

export type Meanings = ReadonlyMap<string, Meaning>;

/** Leaves out words too frequent to tell texts apart, unless there are no others. */
export function withoutStopWords(query: Query, meanings: Meanings): Query {
  const tells = (terms: Term[]) =>
    terms.length > 1 || terms.some((term) => telling(term, meanings).length > 0);
  const clauses = query.clauses.filter(tells);
  return clauses.length > 0 ? { ...query, clauses } : query;
}

/** A word with its place in its term. */
type Placed = QueryWord & { at: number; isPrefix: boolean };

/** The words of a term that are searched: those that tell texts apart, or all where none does. */
export function searchedWords(term: Term, meanings: Meanings): Placed[] {
  const words = telling(term, meanings);
  return words.length > 0 ? words : placed(term);
}

function telling(term: Term, meanings: Meanings): Placed[] {
  return placed(term).filter(
    ({ word, isInCapitals, isPrefix }) => isInCapitals || isPrefix || !meanings.get(word)?.isStop,
  );
}

function placed({ words, isPrefix }: Term): Placed[] {
  return words.map((word, at) => ({ ...word, at, isPrefix: isPrefix && at === words.length - 1 }));
}

/** The query as PostgreSQL reads a tsquery; null where it asks for nothing. */
export function toTsquery({ clauses, excluded }: Query, meanings: Meanings): string | null {
  const parts = [
    ...clauses.map((terms) => `(${terms.map((term) => termToTsquery(term, meanings)).join('|')})`),
    ...excluded.map((term) => `!(${termToTsquery(term, meanings)})`),
  ];
  return parts.length > 0 ? parts.join('&') : null;
}

/** Any stem that the query searches for, by which what it finds is ranked; null where there is none. */
export function toRank({ clauses }: Query, meanings: Meanings): string | null {
  const words = clauses.flat().flatMap((term) => searchedWords(term, meanings));
  return words.length > 0 ? [...new Set(words.flatMap((word) => lexemes(word, meanings)))].join('|') : null;
}

function termToTsquery(term: Term, meanings: Meanings): string {
  let text = '';
  let last = 0;
  for (const word of searchedWords(term, meanings)) {
    text += `${text && `<${word.at - last}>`}(${lexemes(word, meanings).join('|')})`;
    last = word.at;
  }
  return text;
}

/** Stems are of letters and digits alone, so that nothing in them needs escaping. */
function lexemes({ word, isPrefix }: Placed, meanings: Meanings): string[] {
  const { stem = word, corrections = [], shorterStems = [] } = meanings.get(word) ?? {};
  if (isPrefix) return [`'${word}':*`, ...shorterStems.map((shorter) => `'${shorter}'`)];
  const stems = corrections.length > 0 ? corrections.map((correction) => correction.stem) : [stem];
  return [...new Set(stems)].map((of) => `'${of}'`);
}
