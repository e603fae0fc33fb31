import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { shortenCycles } from './cycles.ts';
import { createDocumentStore, dropTexts, findLocations } from './document.ts';
import { createExecutor } from './executor.ts';
import { DEFAULT_LIMITS, type Limits } from '../graphql/limits.ts';
import { type OnUnexpected, mask } from './mask.ts';
import { OWN_RULES, requireOperation } from './operations.ts';
import { limitCost } from './pricing.ts';
import { traceDocuments, traceExecution } from './tracing.ts';
import { noteUsage } from './usage.ts';

/**
 * Creates the GraphQL server. Operations that exceed a limit are refused before they run. Unexpected errors are masked:
 * the client gets an id, and `onUnexpected` gets the error with the same id.
 * @param interpretations how often an operation is interpreted before it is compiled; see executor.ts
 * @param plugins run after pricing, so `usage.cost` is set
 */
export function createApollo(
  schema: GraphQLSchema,
  onUnexpected: OnUnexpected,
  limits: Limits = DEFAULT_LIMITS,
  interpretations?: number,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: traceExecution(createExecutor(schema, interpretations)),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Automatic persisted queries, cached in at most 30 MB.
    persistedQueries: {},
    cache: 'bounded',
    documentStore: createDocumentStore(),
    parseOptions: { maxTokens: limits.tokens },
    validationRules: OWN_RULES,
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    // The caller stops the server: Apollo would end the process before the database is closed.
    stopOnTerminationSignals: false,
    // `reportUnexpected` gets the same errors.
    logger: SILENT,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // The plugin visits every field to compute cache hints, which are the same for all fields here.
      ApolloServerPluginCacheControlDisabled(),
      dropTexts(),
      shortenCycles(),
      requireOperation(),
      traceDocuments(),
      limitCost(schema, limits),
      ...plugins,
      noteUsage(),
      reportUnexpected(onUnexpected),
    ],
    formatError(formatted, error) {
      const locations = findLocations(error);
      return mask({ ...formatted, ...(locations && { locations }) }, error, limits, onUnexpected);
    },
  });
}

/** Validation stops after this many errors, because each takes up to a millisecond. */
const MOST_VALIDATION_ERRORS = 20;

const doNothing = () => undefined;
const SILENT = { debug: doNothing, info: doNothing, warn: doNothing, error: doNothing };

/** Reports unexpected errors, which Apollo replaces by its own. */
function reportUnexpected(onUnexpected: OnUnexpected): ApolloServerPlugin<Context> {
  return {
    async unexpectedErrorProcessingRequest({ error }) {
      onUnexpected(error, randomUUID());
    },
  };
}
