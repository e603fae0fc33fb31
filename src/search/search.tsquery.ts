import type { SoleStem } from './search.ts';
import type { Query, QueryWord, Term } from './search.parse.ts';

/** What a word of a query is searched as. */
export interface Meaning {
  stem: string;
  isStop: boolean;
  /** The vocabulary's words of that stem. */
  forms: readonly string[];
  /** How many publications have the stem, or as a prefix: at most have a word that begins so. Null if unknown. */
  documents: number | null;
  /** Words of the vocabulary in its place, the likest first; empty where it is searched itself. */
  corrections: readonly Correction[];
  /** As a prefix: the stems of words that begin like it, and that do not begin like it themselves. */
  shorterStems: readonly string[];
}

export interface Correction {
  word: string;
  stem: string;
  forms: readonly string[];
  documents: number;
}

export type Meanings = ReadonlyMap<string, Meaning>;

/** Leaves out words too frequent to tell texts apart, unless there are no others. */
export function withoutStopWords(query: Query, meanings: Meanings): Query {
  const tells = (terms: Term[]) =>
    terms.length > 1 || terms.some((term) => findTellingWords(term, meanings).length > 0);
  const clauses = query.clauses.filter(tells);
  return clauses.length > 0 ? { ...query, clauses } : query;
}

/** A word with its place in its term. */
type Placed = QueryWord & { at: number; isPrefix: boolean };

/** The words of a term that are searched: those that tell texts apart, or all where none does. */
export function searchedWords(term: Term, meanings: Meanings): Placed[] {
  const words = findTellingWords(term, meanings);
  return words.length > 0 ? words : placeWords(term);
}

function findTellingWords(term: Term, meanings: Meanings): Placed[] {
  return placeWords(term).filter(
    ({ word, isInCapitals, isPrefix }) => isInCapitals || isPrefix || !meanings.get(word)?.isStop,
  );
}

function placeWords({ words, isPrefix }: Term): Placed[] {
  return words.map((word, at) => ({ ...word, at, isPrefix: isPrefix && at === words.length - 1 }));
}

/** How many publications match at most, as far as the vocabulary tells; null if it doesn't. */
export function countAtMost({ clauses }: Query, meanings: Meanings): number | null {
  const bounds = clauses.map((terms) => sumKnown(terms.map((term) => countOfTerm(term, meanings))));
  return leastKnown(bounds);
}

function countOfTerm(term: Term, meanings: Meanings): number | null {
  return leastKnown(searchedWords(term, meanings).map((word) => countOfWord(word, meanings)));
}

function countOfWord({ word, isPrefix }: Placed, meanings: Meanings): number | null {
  const { corrections = [], documents = null } = meanings.get(word) ?? {};
  return isPrefix || corrections.length === 0
    ? documents
    : sumKnown(corrections.map((correction) => correction.documents));
}

function sumKnown(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

function leastKnown(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** The stem that is all that the query demands or excludes, if it is one that the vocabulary counts; else null. */
export function toSoleStem({ clauses, excluded }: Query, meanings: Meanings): SoleStem | null {
  const [term, ...terms] = [...clauses.flat(), ...excluded];
  if (!term || terms.length > 0) return null;
  const [word, ...others] = searchedWords(term, meanings);
  if (!word || word.isPrefix || others.length > 0) return null;
  const { stem: ownStem, forms = [], corrections = [] } = meanings.get(word.word) ?? {};
  const [stem, ...stems] =
    corrections.length > 0 ? new Set(corrections.map((correction) => correction.stem)) : [ownStem];
  if (stem === undefined || stems.length > 0 || (corrections.length === 0 && forms.length === 0)) return null;
  return { stem, isExcluded: excluded.length > 0 };
}

/** Weights of a tsvector (src/search/document.ts): where a lexeme has to stand; none is anywhere. */
export type Weights = '' | 'A' | 'AB';

/** The clauses of a query without what it excludes, as PostgreSQL reads a tsquery; null if there are none. */
export function clausesToTsquery({ clauses }: Query, meanings: Meanings, weights: Weights): string | null {
  const parts = clauses.map(
    (terms) => `(${terms.map((term) => termToTsquery(term, meanings, weights)).join('|')})`,
  );
  return parts.length > 0 ? parts.join('&') : null;
}

/** What a query excludes, each after an `&`. */
function exclusionsToTsquery({ excluded }: Query, meanings: Meanings): string[] {
  return excluded.map((term) => `!(${termToTsquery(term, meanings, '')})`);
}

/** The query as PostgreSQL reads a tsquery; null where it asks for nothing. */
export function toTsquery(query: Query, meanings: Meanings): string | null {
  const clauses = clausesToTsquery(query, meanings, '');
  const parts = [...(clauses === null ? [] : [clauses]), ...exclusionsToTsquery(query, meanings)];
  return parts.length > 0 ? parts.join('&') : null;
}

/**
 * All words of a query as one phrase, with the distances that they were written at (`migrants of boats` are two words apart);
 * null if it has a single word, alternatives, or a prefix before its end.
 * @param written the query with the words that are too frequent to be searched for
 */
export function toPhrase(written: Query, meanings: Meanings): Term | null {
  const terms = written.clauses.map(([term]) => term).filter((term) => term !== undefined);
  if (terms.length < 2 || written.clauses.some(({ length }) => length > 1)) return null;
  if (terms.slice(0, -1).some(({ isPrefix }) => isPrefix)) return null;
  const phrase: Term = {
    words: terms.flatMap(({ words }) => words),
    isPrefix: terms.at(-1)?.isPrefix ?? false,
    given: '',
  };
  return searchedWords(phrase, meanings).length > 1 ? phrase : null;
}

export function termToTsquery(term: Term, meanings: Meanings, weights: Weights): string {
  let text = '';
  let last = 0;
  for (const word of searchedWords(term, meanings)) {
    text += `${text && `<${word.at - last}>`}(${lexemes(word, meanings, weights).join('|')})`;
    last = word.at;
  }
  return text;
}

/** Stems are of letters and digits alone, so that nothing in them needs escaping. */
function lexemes({ word, isPrefix }: Placed, meanings: Meanings, weights: Weights): string[] {
  const { stem = word, corrections = [], shorterStems = [] } = meanings.get(word) ?? {};
  const place = weights && `:${weights}`;
  if (isPrefix) return [`'${word}':*${weights}`, ...shorterStems.map((shorter) => `'${shorter}'${place}`)];
  const stems = corrections.length > 0 ? corrections.map((correction) => correction.stem) : [stem];
  return [...new Set(stems)].map((lexeme) => `'${lexeme}'${place}`);
}
