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
import { shortenCycles } from './cycles.ts';
import { DEFAULT_LIMITS, type Limits, overLimit, printed } from './limits.ts';
import { pricing } from './pricing.ts';

/** Told of every error that is no client's: the id is what the client was given. */
export type OnUnexpected = (error: unknown, id: string) => void;

/**
 * The GraphQL server over a schema. What is over the limits is refused before it runs. Unexpected errors are masked: the
 * client gets an id, the operator the error.
 */
export function createApollo(
  schema: GraphQLSchema,
  onUnexpected: OnUnexpected,
  limits: Limits = DEFAULT_LIMITS,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Automatic persisted queries, in a cache of 30 MB at most.
    persistedQueries: {},
    cache: 'bounded',
    parseOptions: { maxTokens: limits.tokens },
    // Who starts the server ends it: Apollo would end the process before the database is closed.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of an answer to find how long it may be kept; here that is the same for all.
      ApolloServerPluginCacheControlDisabled(),
      shortenCycles(),
      pricing(schema, limits),
    ],
    formatError: (formatted, error) =>
      isOverTokens(formatted) ? tooManyTokens(limits) : mask(formatted, error, onUnexpected),
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

function isOverTokens({ message, extensions }: GraphQLFormattedError): boolean {
  return (
    extensions?.code === 'GRAPHQL_PARSE_FAILED' &&
    /^Syntax Error: Document contains more tha. \d+ tokens/.test(message)
  );
}

function tooManyTokens({ tokens }: Limits): GraphQLFormattedError {
  const message = `The document has more than ${printed(tokens)} tokens (names, brackets, values), which is the limit. Send values as variables, and ask in several operations.`;
  const { code, limit, value, most } = overLimit('tokens', null, tokens, message).extensions;
  return { message, extensions: { code, limit, value, most } };
}
