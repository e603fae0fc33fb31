import { DEFAULT_LIMITS, type Limits } from '../../graphql/limits.ts';
import { defineNumber } from '../variables.ts';

/** Texts for the documentation: what a client gets if it exceeds a limit. */
const BEFORE = '`LIMIT_EXCEEDED`, before the operation runs';
const DURING = '`LIMIT_EXCEEDED`, while the operation runs';
const ARGUMENT = '`BAD_USER_INPUT` with the `argument`';
const BUSY = '503 `SERVICE_UNAVAILABLE` with `Retry-After`';
const TOO_SLOW = '504 `TIMEOUT` with `Retry-After`';
const TOO_OFTEN = '429 `LIMIT_EXCEEDED` with `Retry-After`';

const limit = (name: string, key: keyof Limits, exceeded: string, meaning: string) =>
  defineNumber(`LIMIT_${name}`, {
    defaultValue: DEFAULT_LIMITS[key],
    least: 1,
    most: 1_000_000_000,
    meaning,
    exceeded,
  });

/** Reads the limits of one operation. */
export const operationLimits: Record<keyof Limits, (env: NodeJS.ProcessEnv) => number> = {
  cost: limit(
    'COST',
    'cost',
    BEFORE,
    'Cost of an operation: about the number of values in its largest possible answer. See [Cost](../explanation/cost.md).',
  ),
  depth: limit(
    'DEPTH',
    'depth',
    BEFORE,
    'Nested levels of fields in an operation. Introspection fields do not count.',
  ),
  tokens: limit('TOKENS', 'tokens', BEFORE, 'Tokens (names, brackets, values) of a document.'),
  documentLength: limit(
    'DOCUMENT_LENGTH',
    'documentLength',
    BEFORE,
    'Characters of a document. Trusted documents may be longer.',
  ),
  pageSize: limit(
    'PAGE_SIZE',
    'pageSize',
    ARGUMENT,
    'Items of a page, and ids in `nodes(ids:)`. If you change it, tell your clients: the schema says "at most 100".',
  ),
  searchLength: limit(
    'SEARCH_LENGTH',
    'searchLength',
    ARGUMENT,
    'Characters of a search text, or of a name in a filter.',
  ),
  filterParts: limit(
    'FILTER_PARTS',
    'filterParts',
    ARGUMENT,
    'Number of filters combined in one filter by `and`, `or` and `not`.',
  ),
  filterDepth: limit('FILTER_DEPTH', 'filterDepth', ARGUMENT, 'Nested levels of filters.'),
  listLength: limit('LIST_LENGTH', 'listLength', ARGUMENT, 'Values of a list in a filter.'),
  statements: limit('STATEMENTS', 'statements', DURING, 'SQL statements of one operation.'),
  statistics: limit(
    'STATISTICS',
    'statistics',
    DURING,
    'Publications that PostgreSQL counts by three dimensions. The column store (`COUNTS_MEMORY`) has no such limit, but is not available on every platform, nor right after a start or an import.',
  ),
  answer: limit('ANSWER', 'answer', DURING, 'Bytes of the JSON of an answer, before compression.'),
  statementTimeout: limit(
    'STATEMENT_TIMEOUT',
    'statementTimeout',
    TOO_SLOW,
    'Milliseconds of one SQL statement.',
  ),
  requestTimeout: limit(
    'REQUEST_TIMEOUT',
    'requestTimeout',
    TOO_SLOW,
    'Milliseconds of one request; its running statements are cancelled then.',
  ),
};

/** Reads the limits of requests, connections and downloads. */
export const limitSettings = {
  bodyLimit: defineNumber('LIMIT_BODY', {
    exceeded: '413 `LIMIT_EXCEEDED`',
    defaultValue: 1024 * 1024,
    least: 1,
    most: 1_000_000_000,
    meaning: 'Bytes of a request body.',
  }),
  bodiesLimit: defineNumber('LIMIT_BODIES', {
    exceeded: 'the connection whose body has been arriving longest is closed',
    defaultValue: 32 * 1024 * 1024,
    least: 1,
    most: 1_000_000_000_000,
    meaning:
      'Bytes of the request bodies of all clients that arrive or are being answered. One client may have half of them.',
  }),
  requestsLimit: defineNumber('LIMIT_REQUESTS', {
    exceeded: BUSY,
    defaultValue: 500,
    least: 1,
    most: 1_000_000,
    meaning:
      'Concurrent requests. A request counts from the moment its body has arrived until its answer is made.',
  }),
  clientRequestsLimit: defineNumber('LIMIT_CLIENT_REQUESTS', {
    exceeded: BUSY,
    defaultValue: 400,
    least: 1,
    most: 1_000_000,
    meaning: 'Concurrent requests of one client: an IPv4 address or an IPv6 network (/64).',
  }),
  connectionsLimit: defineNumber('LIMIT_CONNECTIONS', {
    exceeded: 'the new connection is closed',
    defaultValue: 5000,
    least: 1,
    most: 1_000_000,
    meaning: 'Open connections.',
  }),
  clientConnectionsLimit: defineNumber('LIMIT_CLIENT_CONNECTIONS', {
    exceeded: 'the new connection is closed',
    defaultValue: 1000,
    least: 1,
    most: 1_000_000,
    meaning: 'Open connections of one client. Proxies in `TRUST_PROXY` may have more.',
  }),
  receiveTimeout: defineNumber('LIMIT_RECEIVE_TIMEOUT', {
    exceeded: '408, and the connection is closed',
    defaultValue: 10_000,
    least: 1,
    most: 1_000_000_000,
    meaning: 'Milliseconds in which the headers and the body of a request must arrive.',
  }),
  sendTimeout: defineNumber('LIMIT_SEND_TIMEOUT', {
    exceeded: 'the connection is closed',
    defaultValue: 10_000,
    least: 1,
    most: 1_000_000_000,
    meaning: 'Milliseconds that a client may read nothing of its answer.',
  }),
  unsentLimit: defineNumber('LIMIT_UNSENT', {
    exceeded: 'the connection that has waited longest is closed',
    defaultValue: 128 * 1024 * 1024,
    least: 1,
    most: 1_000_000_000_000,
    meaning: 'Bytes of answers that clients have not read yet, over all connections.',
  }),
  rateLimit: defineNumber('LIMIT_RATE', {
    exceeded: TOO_OFTEN,
    defaultValue: 0,
    least: 0,
    most: 1_000_000_000,
    meaning: 'Requests of one client per minute; `0` is unlimited.',
  }),
  rateCostLimit: defineNumber('LIMIT_RATE_COST', {
    exceeded: TOO_OFTEN,
    defaultValue: 0,
    least: 0,
    most: 1_000_000_000_000,
    meaning: '[Cost](../explanation/cost.md) of the operations of one client per minute; `0` is unlimited.',
  }),
  exportTimeout: defineNumber('LIMIT_EXPORT_TIMEOUT', {
    defaultValue: 600_000,
    least: 1,
    most: 1_000_000_000,
    meaning: 'Milliseconds that a download may take; then its connection is closed.',
  }),
  heavyWaitingLimit: defineNumber('LIMIT_HEAVY_WAITING', {
    exceeded: BUSY,
    defaultValue: 100,
    least: 1,
    most: 1_000_000,
    meaning: 'Requests that may wait for a connection of `POOL_HEAVY`. One client may have half of them.',
  }),
};
