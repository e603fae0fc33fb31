import type { Query } from './search.parse.ts';
import type { Matched, Tier } from './search.ts';
import { type Meanings, clausesToTsquery, termToTsquery, toPhrase, toTsquery } from './search.tsquery.ts';

/**
 * Returns the tiers of a search, best first: all words as a phrase in the title, all words in the title, all words in
 * title and names, all words anywhere. Each hit is in exactly one tier.
 *
 * @param written the query as parsed
 * @param query the query without stop words
 */
export function toTiers(written: Query, query: Query, meanings: Meanings): Tier[] {
  const all = toTsquery(query, meanings) ?? '';
  const clauses = clausesToTsquery(query, meanings, '');
  if (clauses === null) return [{ matched: null, query: all, only: all, indexed: all }];
  const phrase = query.clauses.length > 1 ? toPhrase(written, meanings) : null;
  const places: { matched: Matched; query: string; indexed: string }[] = [
    ...(phrase
      ? [
          {
            matched: 'TITLE_PHRASE' as const,
            query: termToTsquery(phrase, meanings, 'A'),
            indexed: termToTsquery(phrase, meanings, ''),
          },
        ]
      : []),
    { matched: 'TITLE', query: clausesToTsquery(query, meanings, 'A') ?? '', indexed: clauses },
    { matched: 'NAMES', query: clausesToTsquery(query, meanings, 'AB') ?? '', indexed: clauses },
    { matched: 'ABSTRACT', query: clauses, indexed: clauses },
  ];
  const exclusions = toTsquery({ ...query, clauses: [] }, meanings);
  return places.map((place, i) => {
    const better = places[i - 1]?.query;
    const parts = [
      `(${place.query})`,
      ...(better ? [`!(${better})`] : []),
      ...(exclusions ? [exclusions] : []),
    ];
    return { ...place, only: parts.join('&') };
  });
}
