import type { ApolloServerPlugin } from '@apollo/server';
import { shorten } from '../graphql/errors.ts';
import type { Context, Usage } from '../context.ts';

/** Creates an empty usage. @param client see `Usage.client` */
export function createUsage(client = ''): Usage {
  return {
    client,
    operationName: null,
    operationHash: null,
    cost: null,
    isPersisted: false,
    errorCodes: [],
    errorIds: [],
  };
}

/** HTTP status of an answer that has an error with this code. */
export const STATUSES: Readonly<Record<string, number>> = { SERVICE_UNAVAILABLE: 503, TIMEOUT: 504 };

/** Maximum length of an operation's name in logs and metrics. */
const MOST_CHARACTERS = 100;

/** Value of Retry-After in seconds. */
export const RETRY_AFTER = '1';

/**
 * Records the usage of each operation in its context. Sets status and `Retry-After` if the request should be retried.
 */
export function noteUsage(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { usage } }) {
      return {
        async didResolveOperation({ operationName, metrics }) {
          usage.operationName = operationName && shorten(operationName, MOST_CHARACTERS);
          usage.isPersisted = metrics.persistedQueryHit === true;
        },
        async willSendResponse({ queryHash, response: { body, http } }) {
          usage.operationHash = queryHash ?? null;
          if (body.kind !== 'single') return;
          for (const { extensions } of body.singleResult.errors ?? []) {
            const code = String(extensions?.code);
            usage.errorCodes.push(code);
            if (typeof extensions?.id === 'string') usage.errorIds.push(extensions.id);
            if (STATUSES[code] === undefined) continue;
            http.status = STATUSES[code];
            http.headers.set('retry-after', RETRY_AFTER);
          }
        },
      };
    },
  };
}
