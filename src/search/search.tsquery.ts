import type { CountedStem, Search, StemClause } from './search.ts';
import type { Query, QueryWord, Term } from './search.parse.ts';

/** How a word of a query is searched. */
export interface Meaning {
  stem: string;
  isStop: boolean;
  /** The vocabulary's words with this stem. */
  forms: readonly string[];
  /**
   * Number of publications with the stem; for a prefix, an upper bound of those with a word that begins so. Null if
   * unknown.
   */
  documents: number | null;
  /** Number of publications in the catalogue. */
  publications: number;
  /** Words of the vocabulary that are searched instead, most similar first; empty if the word itself is searched. */
  corrections: readonly Correction[];
  /**
   * For a prefix: stems of matching words that don't begin with the prefix themselves, as a stem can be shorter than
   * it.
   */
  shorterStems: readonly string[];
}

export interface Correction {
  word: string;
  stem: string;
  forms: readonly string[];
  documents: number;
}

export type Meanings = ReadonlyMap<string, Meaning>;

/** Drops clauses of a single term that has only stop words, unless no clause would be left. */
export function withoutStopWords(query: Query, meanings: Meanings): Query {
  const tells = (terms: Term[]) =>
    terms.length > 1 || terms.some((term) => findTellingWords(term, meanings).length > 0);
  const clauses = query.clauses.filter(tells);
  return clauses.length > 0 ? { ...query, clauses } : query;
}

/** A word with its position in its term. */
type Placed = QueryWord & { at: number; isPrefix: boolean };

/** Stop words that are acronyms in capitals. Others, such as AND, mean the same in a search that is all in capitals. */
const ACRONYMS: ReadonlySet<string> = new Set(['who', 'it']);

/**
 * Returns the words of a term that are searched: all but the stop words, or all if there are only stop words. Acronyms
 * in capitals and prefixes don't count as stop words.
 */
export function searchedWords(term: Term, meanings: Meanings): Placed[] {
  const words = findTellingWords(term, meanings);
  return words.length > 0 ? words : placeWords(term);
}

function findTellingWords(term: Term, meanings: Meanings): Placed[] {
  return placeWords(term).filter(
    ({ word, isInCapitals, isPrefix }) =>
      isPrefix || (isInCapitals && ACRONYMS.has(word)) || !meanings.get(word)?.isStop,
  );
}

function placeWords({ words, isPrefix }: Term): Placed[] {
  return words.map((word, at) => ({ ...word, at, isPrefix: isPrefix && at === words.length - 1 }));
}

/**
 * Estimates the number of matches: as if each word stood in a publication whatever other words it has. Words that are
 * not counted are taken to match all.
 */
export function estimateMatches(
  { clauses }: Query,
  meanings: Meanings,
): Pick<Search, 'countExpected' | 'shareExpected'> {
  const publications = Math.max(0, ...[...meanings.values()].map((meaning) => meaning.publications));
  const share = (term: Term) =>
    searchedWords(term, meanings)
      .map((word) => (countOfWord(word, meanings) ?? publications) / Math.max(publications, 1))
      .reduce((product, wordShare) => product * Math.min(wordShare, 1), 1);
  const shareExpected = clauses
    .map((terms) => terms.reduce((sum, term) => sum + share(term), 0))
    .reduce((product, clauseShare) => product * Math.min(clauseShare, 1), 1);
  return { countExpected: shareExpected * publications, shareExpected };
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

/** Converts a query without phrases and prefixes to conditions on stems; null for any other query. */
export function toStemClauses({ clauses, excluded }: Query, meanings: Meanings): StemClause[] | null {
  const convert = (terms: readonly Term[], isExcluded: boolean): StemClause | null => {
    const stems = terms.map((term) => toStems(term, meanings));
    return stems.every((alternatives) => alternatives !== null) ? { stems: stems.flat(), isExcluded } : null;
  };
  const converted = [
    ...clauses.map((terms) => convert(terms, false)),
    ...excluded.map((term) => convert([term], true)),
  ];
  return converted.every((clause) => clause !== null) ? converted : null;
}

/** Returns the stems of a term, of which one suffices; null for a phrase or a prefix. */
function toStems(term: Term, meanings: Meanings): CountedStem[] | null {
  const [word, ...others] = searchedWords(term, meanings);
  if (!word || word.isPrefix || others.length > 0) return null;
  const { stem = word.word, documents = null, corrections = [] } = meanings.get(word.word) ?? {};
  return corrections.length > 0 ? distinct(corrections) : [{ stem, documents }];
}

function distinct(stems: readonly CountedStem[]): CountedStem[] {
  return [...new Map(stems.map(({ stem, documents }) => [stem, { stem, documents }])).values()];
}

/** Weights of a tsvector (src/search/document.ts) that a lexeme must have; empty allows all. */
export type Weights = '' | 'A' | 'AB';

/** Converts the clauses of a query, without its exclusions, to tsquery syntax; null if there are none. */
export function clausesToTsquery({ clauses }: Query, meanings: Meanings, weights: Weights): string | null {
  const parts = clauses.map(
    (terms) => `(${terms.map((term) => termToTsquery(term, meanings, weights)).join('|')})`,
  );
  return parts.length > 0 ? parts.join('&') : null;
}

/** Converts the exclusions of a query to tsquery syntax, each as an operand of `&`. */
function exclusionsToTsquery({ excluded }: Query, meanings: Meanings): string[] {
  return excluded.map((term) => `!(${termToTsquery(term, meanings, '')})`);
}

/** Converts a query to tsquery syntax; null if it is empty. */
export function toTsquery(query: Query, meanings: Meanings): string | null {
  const clauses = clausesToTsquery(query, meanings, '');
  const parts = [...(clauses === null ? [] : [clauses]), ...exclusionsToTsquery(query, meanings)];
  return parts.length > 0 ? parts.join('&') : null;
}

/**
 * Joins all words of a query into one phrase. Stop words count for the distances: in `migrants of boats`, the searched
 * words are two positions apart.
 * @param written the query including stop words
 * @returns null if the query has a single searched word or clause, alternatives, or a prefix before its last word
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

/** Converts a term to tsquery syntax. The words of a phrase are joined by their distances, such as `<2>`. */
export function termToTsquery(term: Term, meanings: Meanings, weights: Weights): string {
  let text = '';
  let last = 0;
  for (const word of searchedWords(term, meanings)) {
    text += `${text && `<${word.at - last}>`}(${lexemes(word, meanings, weights).join('|')})`;
    last = word.at;
  }
  return text;
}

/** Returns the lexemes of a word. They need no escaping, because stems have only letters and digits. */
function lexemes({ word, isPrefix }: Placed, meanings: Meanings, weights: Weights): string[] {
  const { stem = word, corrections = [], shorterStems = [] } = meanings.get(word) ?? {};
  const place = weights && `:${weights}`;
  if (isPrefix) return [`'${word}':*${weights}`, ...shorterStems.map((shorter) => `'${shorter}'${place}`)];
  const stems = corrections.length > 0 ? corrections.map((correction) => correction.stem) : [stem];
  return [...new Set(stems)].map((lexeme) => `'${lexeme}'${place}`);
}
