import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
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
    // Automatic persisted queries, in a cache of 30 MB at most.
    persistedQueries: {},
    cache: 'bounded',
    // Who starts the server ends it: Apollo would end the process before the database is closed.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of an answer to find how long it may be kept; here that is the same for all.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError: (formatted, error) => mask(formatted, error, onUnexpected),
  });
}

function mask(
  formatted: GraphQLFormattedError,
  error: unknown,
  onUnexpected: OnUnexpected,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError) {
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
    // Apollo gives some of its refusals a status, and no code.
    const { status } = (cause.extensions.http ?? {}) as { status?: number };
    if (status === 400) return { ...formatted, extensions: { code: 'BAD_REQUEST' } };
  }
  const id = randomUUID();
  onUnexpected(cause, id);
  return {
    message: `Something went wrong here, not with the query. The error is logged under the id ${id}.`,
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}
