import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';

/** Told of every error that is no client's: the id is what the client was given. */
export type OnUnexpected = (error: unknown, id: string) => void;

/** The GraphQL server over a schema. Unexpected errors are masked: the client gets an id, the operator the error. */
export function createApollo(schema: GraphQLSchema, onUnexpected: OnUnexpected): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // Who starts the server ends it: Apollo would end the process before the database is closed.
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => mask(formatted, error, onUnexpected),
  });
}

function mask(
  formatted: GraphQLFormattedError,
  error: unknown,
  onUnexpected: OnUnexpected,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const isForClient = cause instanceof GraphQLError && formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR';
  if (isForClient) return formatted;
  const id = randomUUID();
  onUnexpected(cause, id);
  return {
    message: `Something went wrong here, not with the query. The error is logged under the id ${id}.`,
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}
