import type { ApolloServerPlugin } from '@apollo/server';
import { shorten } from '../graphql/errors.ts';
import type { Context, Usage } from '../context.ts';

export function newUsage(client = ''): Usage {
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

/** HTTP statuses of an answer with an error of these codes. */
export const STATUSES: Readonly<Record<string, number>> = { SERVICE_UNAVAILABLE: 503, TIMEOUT: 504 };

/** Characters of an operation's name that logs and metrics show. */
const MOST_CHARACTERS = 100;

/** Value of Retry-After in seconds. */
export const RETRY_AFTER = '1';

/** Notes the usage of each operation in its context, and sets a status that tells proxies and clients to retry. */
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
