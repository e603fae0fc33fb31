/** gql.tada: TypeScript infers the types from the documents themselves; no code is generated but the schema's. */
import { type ResultOf, initGraphQLTada } from 'gql.tada';
import { type DocumentNode, print } from 'graphql';
import type { introspection } from './schema.generated.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; URL: string };
}>();

const BY_COUNTRY = graphql(`
  query ByCountry($first: Int!) {
    countries(orderBy: { field: PUBLICATION_COUNT }, first: $first) {
      nodes {
        code
        name(language: ES)
        publications(first: 0) {
          totalCount
        }
      }
    }
  }
`);

/** The countries with most publications. */
export async function readCountries(url: string, first: number) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(BY_COUNTRY as DocumentNode), variables: { first } }),
  });
  const { data } = (await response.json()) as { data: ResultOf<typeof BY_COUNTRY> };
  return (data.countries?.nodes ?? []).map(({ code, name, publications }) => ({
    code,
    name,
    count: publications?.totalCount ?? null,
  }));
}
