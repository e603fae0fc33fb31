/** Relay without React: its store, and a connection that grows in both directions. */
import {
  Environment,
  type GraphQLTaggedNode,
  type OperationType,
  Network,
  RecordSource,
  Store,
  createOperationDescriptor,
  fetchQuery,
  getRequest,
} from 'relay-runtime';
import publicationsQuery, {
  type publicationsQuery as PublicationsQuery,
} from './__generated__/publicationsQuery.graphql.ts';
import suggestQuery, {
  type publicationsSuggestQuery as SuggestQuery,
} from './__generated__/publicationsSuggestQuery.graphql.ts';

/** An environment over the API. */
export function createRelayEnvironment(url: string): Environment {
  return new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as never;
    }),
  });
}

/** Reads a page into the list. @returns the list as the store has it then */
export async function readPage(environment: Environment, variables: PublicationsQuery['variables']) {
  await read<PublicationsQuery>(environment, publicationsQuery, variables);
  return shown<PublicationsQuery>(environment, publicationsQuery, variables).publications?.edges;
}

/** What a text that is being typed may mean. */
export async function readSuggestions(environment: Environment, text: string) {
  await read<SuggestQuery>(environment, suggestQuery, { text });
  return shown<SuggestQuery>(environment, suggestQuery, { text }).suggest;
}

function read<Query extends OperationType>(
  environment: Environment,
  query: GraphQLTaggedNode,
  variables: Query['variables'],
) {
  return fetchQuery<Query>(environment, query, variables).toPromise();
}

function shown<Query extends OperationType>(
  environment: Environment,
  query: GraphQLTaggedNode,
  variables: Query['variables'],
): Query['response'] {
  const operation = createOperationDescriptor(getRequest(query), variables);
  environment.retain(operation);
  return environment.lookup(operation.fragment).data as Query['response'];
}
