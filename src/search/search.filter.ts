import { demandSearchable } from '../graphql/arguments.ts';
import type { Limits } from '../graphql/limits.ts';
import { type Catalogue, findMeanings } from './search.meaning.ts';
import { parseSearch } from './search.parse.ts';
import type { Search, Spot } from './search.ts';
import { toRank, toTsquery, withoutStopWords } from './search.tsquery.ts';
import { conditionsOf, corrected, inWords, spotsOf } from './search.words.ts';

/**
 * What a search means in this catalogue; null where there is nothing to search for.
 * @throws BAD_USER_INPUT where the text is too long
 */
export async function understand(
  search: string | null | undefined,
  catalogue: Catalogue & { limits: Limits },
): Promise<Search | null> {
  if (search === null || search === undefined) return null;
  demandSearchable(search, catalogue.limits);
  const written = parseSearch(search);
  const meanings = await findMeanings(written, catalogue);
  const query = withoutStopWords(written, meanings);
  const tsquery = toTsquery(query, meanings);
  if (tsquery === null) return null;
  let spots: Spot[] | undefined;
  return {
    query: tsquery,
    rank: toRank(query, meanings),
    understoodAs: () => inWords(query, meanings),
    didYouMean: () => corrected(query, meanings),
    spots: () => (spots ??= spotsOf(query, meanings)),
    conditions: (most) => conditionsOf(query, meanings, most),
  };
}
