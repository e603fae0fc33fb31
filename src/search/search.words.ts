import type { Query, Term } from './search.parse.ts';
import type { Meanings } from './search.tsquery.ts';

/** A query in words: `trafficking and (nigeria or niger) and "capacity building" and not police`. */
export function inWords({ clauses, excluded }: Query, meanings: Meanings): string {
  const count = clauses.length + excluded.length;
  const parts = [
    ...clauses.map((terms) => {
      const alternatives = terms.flatMap((term) => spellings(term, meanings));
      const text = alternatives.join(' or ');
      return alternatives.length > 1 && count > 1 ? `(${text})` : text;
    }),
    ...excluded.map((term) => `not ${spellings(term, meanings).join(' or ')}`),
  ];
  return parts.join(' and ');
}

/** The query as it would be written with words of the catalogue; null where none is another. */
export function corrected(query: Query, meanings: Meanings): string | null {
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

/** A term as it is written; of a single word that is corrected, each of its corrections. */
function spellings({ words, isPrefix }: Term, meanings: Meanings): string[] {
  const corrections = words.map(({ word }) => meanings.get(word)?.corrections ?? []);
  if (words.length === 1 && corrections[0]?.length) return corrections[0].map(({ word }) => word);
  const text = words.map(({ word }, i) => corrections[i]?.[0]?.word ?? word).join(' ');
  return [`${words.length > 1 ? `"${text}"` : text}${isPrefix ? '*' : ''}`];
}
