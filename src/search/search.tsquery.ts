import type { Query, QueryWord, Term } from './search.parse.ts';

/** What a word of a query is searched as. */
export interface Meaning {
  stem: string;
  isStop: boolean;
  /** Words of the vocabulary in its place, the likest first; empty where it is searched itself. */
  corrections: readonly { word: string; stem: string }[];
  /** As a prefix: the stems of words that begin like it, and that do not begin like it themselves. */
  shorterStems: readonly string[];
}

export type Meanings = ReadonlyMap<string, Meaning>;

/** Leaves out words too frequent to tell texts apart, unless there are no others. */
export function withoutStopWords(query: Query, meanings: Meanings): Query {
  const tells = (clause: Term[]) =>
    clause.length > 1 || clause.some((term) => telling(term, meanings).length > 0);
  const clauses = query.clauses.filter(tells);
  return clauses.length > 0 ? { ...query, clauses } : query;
}

/** The words of a term that tell texts apart, each with its place in the term. */
function telling({ words, isPrefix }: Term, meanings: Meanings): (QueryWord & { at: number })[] {
  return words
    .map((word, at) => ({ ...word, at }))
    .filter(
      ({ word, isInCapitals, at }) =>
        isInCapitals || (isPrefix && at === words.length - 1) || !meanings.get(word)?.isStop,
    );
}

/** The query as PostgreSQL reads a tsquery. */
export function toTsquery({ clauses, excluded }: Query, meanings: Meanings): string {
  return [
    ...clauses.map((terms) => `(${terms.map((term) => termToTsquery(term, meanings)).join('|')})`),
    ...excluded.map((term) => `!(${termToTsquery(term, meanings)})`),
  ].join('&');
}

/** Any stem that the query searches for, by which what it finds is ranked; null where there is none. */
export function toRank({ clauses }: Query, meanings: Meanings): string | null {
  const terms = clauses.flat().map((term) => lexemesOf(term, meanings).map(({ lexemes }) => lexemes));
  return terms.length > 0 ? [...new Set(terms.flat(2))].join('|') : null;
}

function termToTsquery(term: Term, meanings: Meanings): string {
  let text = '';
  let last = 0;
  for (const { lexemes, at } of lexemesOf(term, meanings)) {
    text += `${text && `<${at - last}>`}(${lexemes.join('|')})`;
    last = at;
  }
  return text;
}

/** Stems are of letters and digits alone, so that nothing in them needs escaping. */
function lexemesOf(term: Term, meanings: Meanings): { lexemes: string[]; at: number }[] {
  const words = telling(term, meanings);
  const all = words.length > 0 ? words : term.words.map((word, at) => ({ ...word, at }));
  return all.map(({ word, at }) => {
    const { stem = word, corrections = [], shorterStems = [] } = meanings.get(word) ?? {};
    if (term.isPrefix && at === term.words.length - 1)
      return { at, lexemes: [`'${word}':*`, ...shorterStems.map((shorter) => `'${shorter}'`)] };
    const stems = corrections.length > 0 ? corrections.map((correction) => correction.stem) : [stem];
    return { at, lexemes: [...new Set(stems)].map((of) => `'${of}'`) };
  });
}
