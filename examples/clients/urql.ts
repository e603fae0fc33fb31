/** urql with graphcache: a normalised cache, and pages that append. */
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { graphql } from './generated/index.ts';

/** Types without an id are parts of the object that they are selected of. */
export const PARTS = [
  ...[
    'AuthorIdentifier',
    'CatalogueYears',
    'CoAuthor',
    'Contribution',
    'FacetBucket',
    'HostWork',
    'ImportRun',
    'LocalizedName',
    'NameMeaning',
    'NameResolution',
    'PageInfo',
  ],
  ...[
    'PublicationFacet',
    'PublicationFacets',
    'PublicationHighlight',
    'PublicationIdentifier',
    'PublicationSearchInfo',
    'PublicationStatistics',
  ],
  ...[
    'RelatedPublication',
    'RelationReason',
    'SearchRelaxation',
    'StatisticsKey',
    'StatisticsRow',
    'Suggestion',
  ],
  'UnresolvedCount',
];

/** A client whose cache knows objects by `id`. `onWarning` is told what the cache finds odd. */
export function createUrqlClient(url: string, onWarning: (message: string) => void): Client {
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        keys: Object.fromEntries(PARTS.map((type) => [type, () => null])),
        resolvers: {
          Query: { publications: relayPagination({ mergeMode: 'inwards' }) },
          Country: { publications: relayPagination({ mergeMode: 'inwards' }) },
        },
        logger: (severity, message) => {
          if (severity !== 'debug') onWarning(message);
        },
      }),
      fetchExchange,
    ],
  });
}

const LATEST = graphql(`
  query Latest($first: Int, $after: String, $last: Int, $before: String) {
    publications(first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
          title
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`);

/** Reads the first pages of a list. @returns the titles that a view has after each page */
export async function readMore(client: Client, first: number, pages: number): Promise<string[][]> {
  const shown: string[][] = [];
  for (let after: string | null = null; shown.length < pages;) {
    const page = await client.query(LATEST, { first, after }).toPromise();
    if (page.error) throw page.error;
    after = page.data?.publications?.pageInfo.endCursor ?? null;
    // The cache has all pages that were read so far.
    const view = await client.query(LATEST, { first }, { requestPolicy: 'cache-only' }).toPromise();
    shown.push((view.data?.publications?.edges ?? []).map(({ node }) => node.title));
  }
  return shown;
}
