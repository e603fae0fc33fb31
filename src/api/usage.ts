import type { ApolloServerPlugin } from '@apollo/server';
import { shorten } from '../graphql/errors.ts';
import type { Context } from './context.ts';

/** What a request asked for and how it went, for logs and measures; no values. */
export interface Usage {
  /** Null where the operation has no name, or there is none. */
  operationName: string | null;
  /** SHA-256 of the document, in hexadecimal; null before it is known. */
  operationHash: string | null;
  /** What the operation was priced at; null before it is. */
  cost: number | null;
  /** Whether the document was known by its hash. */
  isPersisted: boolean;
  /** The codes of the answer's errors. */
  errorCodes: string[];
  /** The ids of those that were masked. */
  errorIds: string[];
  /** What limits by client count the request under: an address, or a network. */
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

/** Seconds after which it may be worth asking again. */
export const RETRY_AFTER = '1';

/** Notes the usage of each operation in its context, and answers with a status that tells proxies and clients to try again. */
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
