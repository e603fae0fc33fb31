import type { ApolloServerPlugin } from '@apollo/server';
import { shorten } from '../graphql/errors.ts';
import type { Context } from './context.ts';

/** Data of a request for logs and metrics, without values of the client. */
export interface Usage {
  /** Null if the operation has no name, or there is no operation. */
  operationName: string | null;
  /** SHA-256 of the document, in hexadecimal; null before it is known. */
  operationHash: string | null;
  /** Price of the operation; null before it is priced. */
  cost: number | null;
  /** Whether the document was known by its hash. */
  isPersisted: boolean;
  /** Codes of the errors in the answer. */
  errorCodes: string[];
  /** Ids of the masked errors. */
  errorIds: string[];
  /** The client for limits: an address or a network. */
  client: string;
}

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
