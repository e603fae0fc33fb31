/** Apollo Client: a normalised cache in which every object is one, and pages that append. */
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { graphql } from './generated/index.ts';

/** Pages of one list belong together if these arguments are the same. */
const pages = () => relayStylePagination(['search', 'filter', 'orderBy']);
const ofMember = { fields: { publications: pages() } };

/** A client whose cache knows objects by `id`, which is unique over all types. */
export function createApolloClient(uri: string) {
  return new ApolloClient({
    link: new HttpLink({ uri }),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['Author', 'Category', 'Country', 'Publication', 'Region', 'Topic'] },
      typePolicies: {
        Query: { fields: { publications: pages(), authors: pages(), countries: pages() } },
        Author: ofMember,
        Category: ofMember,
        Country: ofMember,
        Topic: ofMember,
        // `match` says which list of a region it is.
        Region: { fields: { publications: relayStylePagination(['match', 'search', 'filter', 'orderBy']) } },
      },
    }),
  });
}

type Client = ReturnType<typeof createApolloClient>;

/** `edges`, not `nodes`: relayStylePagination appends edges. */
const NEWEST = graphql(`
  query Newest($filter: PublicationFilter, $first: Int!, $after: String) {
    publications(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          title
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Reads a list page by page, as a view with "more" does. @returns the titles that the view has after each page */
export async function readPages(client: Client, first: number): Promise<string[][]> {
  const query = { query: NEWEST, variables: { first } };
  // A field that failed is null and has an error: with "all" the other fields are shown.
  const view = client.watchQuery({ ...query, errorPolicy: 'all' });
  const subscription = view.subscribe({});
  const shown: string[][] = [];
  let page = (await client.query({ ...query, errorPolicy: 'all' })).data;
  for (;;) {
    const list = client.readQuery(query)?.publications;
    shown.push((list?.edges ?? []).map(({ node }) => node.title));
    if (!page?.publications?.pageInfo.hasNextPage) break;
    page = (await view.fetchMore({ variables: { after: page.publications.pageInfo.endCursor } })).data;
  }
  subscription.unsubscribe();
  return shown;
}

const SIZE = graphql(`
  query Size {
    catalogue {
      id
      publicationCount
    }
  }
`);
const QUALITY = graphql(`
  query Quality {
    catalogue {
      id
      revision
      unresolved {
        field
        count
      }
    }
  }
`);

/** Two components that each show a part of the catalogue. @returns what the first shows after the second has asked */
export async function readCatalogue(client: Client) {
  await client.query({ query: SIZE });
  await client.query({ query: QUALITY });
  return client.readQuery({ query: SIZE });
}

const SUGGEST = graphql(`
  query Suggest($text: String!) {
    suggest(text: $text, first: 1) {
      label
      node {
        id
        ... on Country {
          alpha3
        }
      }
    }
  }
`);
const COUNTRY = graphql(`
  query Country($code: String!) {
    country(code: $code) {
      id
      alpha3
    }
  }
`);

/** A suggestion and the object that it names are one object of the cache. @returns what the cache has of the country */
export async function readSuggested(client: Client, text: string, code: string) {
  await client.query({ query: COUNTRY, variables: { code } });
  await client.query({ query: SUGGEST, variables: { text } });
  return client.readQuery({ query: COUNTRY, variables: { code } });
}
