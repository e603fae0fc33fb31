import { checkSearchLength } from '../graphql/arguments.ts';
import type { Limits } from '../graphql/limits.ts';
import { type SearchedCatalogue, findMeanings } from './search.meaning.ts';
import { parseSearch } from './search.parse.ts';
import type { Search, Spot } from './search.ts';
import { toTiers } from './search.tiers.ts';
import { estimateMatches, toStemClauses, toTsquery, withoutStopWords } from './search.tsquery.ts';
import { conditionsOf, correct, inWords, spotsOf } from './search.words.ts';

type CatalogueWithLimits = SearchedCatalogue & { limits: Limits };

/** Translated searches per request, so that facets and pages with different filters share one translation. */
const translated = new WeakMap<CatalogueWithLimits, Map<string, Promise<Search | null>>>();

/**
 * Translates a search text into a `Search`; null if the text has no word. The result is memoized per `catalogue`
 * object, which must belong to one request.
 * @throws BAD_USER_INPUT if the text is too long
 */
export function translateSearch(
  search: string | null | undefined,
  catalogue: CatalogueWithLimits,
): Promise<Search | null> {
  if (search === null || search === undefined) return Promise.resolve(null);
  const known = translated.get(catalogue) ?? new Map<string, Promise<Search | null>>();
  translated.set(catalogue, known);
  let translation = known.get(search);
  if (!translation) known.set(search, (translation = translateText(search, catalogue)));
  return translation;
}

async function translateText(search: string, catalogue: CatalogueWithLimits): Promise<Search | null> {
  checkSearchLength(search, catalogue.limits);
  const written = parseSearch(search);
  const meanings = await findMeanings(written, catalogue);
  const query = withoutStopWords(written, meanings);
  const tsquery = toTsquery(query, meanings);
  if (tsquery === null) return null;
  let spots: Spot[] | undefined;
  return {
    query: tsquery,
    tiers: toTiers(written, query, meanings),
    ...estimateMatches(query, meanings),
    stemClauses: toStemClauses(query, meanings),
    understoodAs: () => inWords(query, meanings),
    didYouMean: () => correct(query, meanings),
    spots: () => (spots ??= spotsOf(query, meanings)),
    conditions: (most) => conditionsOf(query, meanings, most),
  };
}
