/**
 * The documents, from which `relay-compiler` writes the artifacts in `__generated__`. In an application the Relay plugin of Babel
 * or SWC puts the artifacts in their place; here `list.ts` imports them itself, and this file is never run.
 */
import { graphql } from 'relay-runtime';

export const publicationsQuery = graphql`
  query publicationsQuery($first: Int, $after: String, $last: Int, $before: String) {
    publications(first: $first, after: $after, last: $last, before: $before)
      @connection(key: "publicationsQuery_publications") {
      edges {
        node {
          id
          title
          year
          countries {
            id
            name
          }
        }
      }
    }
    catalogue {
      id
      revision
    }
  }
`;

export const publicationsSuggestQuery = graphql`
  query publicationsSuggestQuery($text: String!) {
    suggest(text: $text) {
      kind
      label
      node {
        __typename
        id
      }
    }
  }
`;
