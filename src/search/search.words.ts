import type { Query, Term } from './search.parse.ts';
import type { SearchCondition, Spot } from './search.ts';
import { type Meanings, searchedWords, toTsquery } from './search.tsquery.ts';

/** Describes a query in words: `trafficking and (niger or nigeria) and "capacity building" and not police`. */
export function inWords({ clauses, excluded }: Query, meanings: Meanings): string {
  const isSole = clauses.length + excluded.length === 1;
  const parts = [
    ...clauses.map((terms) => {
      const text = clauseInWords(terms, meanings);
      return text.includes(' or ') && !isSole ? `(${text})` : text;
    }),
    ...excluded.map((term) => `not ${clauseInWords([term], meanings)}`),
  ];
  return parts.join(' and ');
}

function clauseInWords(terms: readonly Term[], meanings: Meanings): string {
  return terms.flatMap((term) => spellings(term, meanings)).join(' or ');
}

/** Returns the query as a search text with its misspelled words corrected; null if no word has a correction. */
export function correct(query: Query, meanings: Meanings): string | null {
  const isCorrected = [...query.clauses.flat(), ...query.excluded].some(({ words }) =>
    words.some(({ word }) => (meanings.get(word)?.corrections.length ?? 0) > 0),
  );
  if (!isCorrected) return null;
  const written = (term: Term) => spellings(term, meanings)[0] ?? '';
  return [
    ...query.clauses.map((terms) => terms.map(written).join(' OR ')),
    ...query.excluded.map((term) => `-${written(term)}`),
  ].join(' ');
}

/** Returns the spellings of a term: all corrections of a single misspelled word, otherwise one text. */
function spellings({ words, isPrefix }: Term, meanings: Meanings): string[] {
  const corrections = words.map(({ word }) => meanings.get(word)?.corrections ?? []);
  if (words.length === 1 && corrections[0]?.length) return corrections[0].map(({ word }) => word);
  const text = words.map(({ word }, i) => corrections[i]?.[0]?.word ?? word).join(' ');
  return [`${words.length > 1 ? `"${text}"` : text}${isPrefix ? '*' : ''}`];
}

/** Returns the first `most` conditions of a query, each with the query without it. */
export function conditionsOf(query: Query, meanings: Meanings, most: number): SearchCondition[] {
  const { clauses, excluded } = query;
  return [
    ...clauses.slice(0, most).map((terms) => ({
      text: clauseInWords(terms, meanings),
      ...restOf({ ...query, clauses: clauses.filter((other) => other !== terms) }, meanings),
    })),
    ...excluded.slice(0, Math.max(0, most - clauses.length)).map((term) => ({
      text: `not ${clauseInWords([term], meanings)}`,
      ...restOf({ ...query, excluded: excluded.filter((other) => other !== term) }, meanings),
    })),
  ];
}

function restOf(query: Query, meanings: Meanings): Pick<SearchCondition, 'rest' | 'restText'> {
  const rest = toTsquery(query, meanings);
  return { rest, restText: rest === null ? null : toText(query) };
}

/** Prints a query as a search text. Parsing the text gives the same query. */
function toText({ clauses, excluded }: Query): string {
  return [
    ...clauses.map((terms) => terms.map(({ given }) => given).join(' OR ')),
    ...excluded.map(({ given }) => `-${given}`),
  ].join(' ');
}

/** Returns the words and phrases of a query to highlight. */
export function spotsOf({ clauses }: Query, meanings: Meanings): Spot[] {
  return clauses.flat().map((term) => {
    const words = searchedWords(term, meanings);
    const start = words[0]?.at ?? 0;
    return words.map(({ word, at, isPrefix }) => {
      const { forms = [], corrections = [] } = meanings.get(word) ?? {};
      return {
        at: at - start,
        forms: new Set([word, ...forms, ...corrections.flatMap((correction) => correction.forms)]),
        prefix: isPrefix ? word : null,
      };
    });
  });
}
