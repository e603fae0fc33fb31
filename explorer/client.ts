import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';

/** Types without an id. The cache stores their objects within the object that has them. */
export const PARTS = [
  ...[
    'AuthorIdentifier',
    'CatalogueYears',
    'CoAuthor',
    'Contribution',
    'FacetBucket',
    'HostWork',
    'ImportRun',
  ],
  ...['LocalizedName', 'NameMeaning', 'NameResolution', 'PageInfo', 'PublicationFacet', 'PublicationFacets'],
  ...['PublicationHighlight', 'PublicationIdentifier', 'PublicationSearchInfo', 'PublicationStatistics'],
  ...['RelatedPublication', 'RelationReason', 'SearchRelaxation', 'StatisticsKey', 'StatisticsRow'],
  ...['Suggestion', 'UnresolvedCount'],
];

/** Creates a client for /graphql on the page's own server. Its cache stores every object once, by its id. */
export function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-first',
    exchanges: [
      cacheExchange({ keys: Object.fromEntries(PARTS.map((type) => [type, () => null])) }),
      fetchExchange,
    ],
  });
}
