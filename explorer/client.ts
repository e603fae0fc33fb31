import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';

/** Types without an id: they are stored with the object that they were selected of. */
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

/** Asks /graphql of the server that the page is from, and keeps every object once, by its id. */
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
