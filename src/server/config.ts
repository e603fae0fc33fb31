import path from 'node:path';
import { z } from 'zod';
import { readHosts } from '../db/hosts.ts';
import { DEFAULT_LIMITS, type Limits } from '../graphql/limits.ts';
import { compileProxies } from './clients.ts';
import { defaultDataDir } from './data-folder.ts';
import { findInvalidVariables, flag, number, variable } from './variables.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Texts for the documentation: what a client gets if it exceeds a limit. */
const BEFORE = '`LIMIT_EXCEEDED`, before the operation runs';
const DURING = '`LIMIT_EXCEEDED`, while the operation runs';
const ARGUMENT = '`BAD_USER_INPUT` with the `argument`';
const BUSY = '503 `SERVICE_UNAVAILABLE` with `Retry-After`';
const TOO_SLOW = '504 `TIMEOUT` with `Retry-After`';
const TOO_OFTEN = '429 `LIMIT_EXCEEDED` with `Retry-After`';

/** The configuration of a process, from environment variables. */
export interface Config {
  /** `PORT`: TCP port of the server; 0 is any free port. */
  port: number;
  /** `HOST`: address that the server listens on. */
  host: string;
  /** `DATABASE_URL`: has a password, so never log it. Null: use the bundled PostgreSQL. */
  databaseUrl: string | null;
  /** `DATABASE_READ_URL`: the same database for a read-only role; null is `databaseUrl`. */
  databaseReadUrl: string | null;
  /** `DATA_DIR`: data folder of the bundled PostgreSQL; absolute. */
  dataDir: string;
  /** `LOG_LEVEL`: a level of pino. */
  logLevel: (typeof LOG_LEVELS)[number];
  /** `CACHE_MAX_AGE`: seconds that caches may reuse an answer to a GET; 0: caches must revalidate. */
  cacheMaxAge: number;
  /** `CORS_ORIGINS`: origins whose pages may call the API; `*` is all. */
  corsOrigins: string[];
  /** `LIMIT_…`: limits of one operation. */
  limits: Limits;
  /** `LIMIT_BODY`: bytes of a request body. */
  bodyLimit: number;
  /** `LIMIT_BODIES`: total bytes of request bodies in memory. */
  bodiesLimit: number;
  /** `LIMIT_REQUESTS`: concurrent requests. */
  requestsLimit: number;
  /** `LIMIT_CLIENT_REQUESTS`: concurrent requests of one client. */
  clientRequestsLimit: number;
  /** `LIMIT_CONNECTIONS`: open connections. */
  connectionsLimit: number;
  /** `LIMIT_CLIENT_CONNECTIONS`: open connections of one client. */
  clientConnectionsLimit: number;
  /** `LIMIT_RECEIVE_TIMEOUT`: milliseconds for a request to arrive. */
  receiveTimeout: number;
  /** `LIMIT_SEND_TIMEOUT`: milliseconds without progress after which a connection is closed. */
  sendTimeout: number;
  /** `LIMIT_UNSENT`: bytes of unsent answers, over all connections. */
  unsentLimit: number;
  /** `LIMIT_RATE`: requests of one client per minute; 0 is unlimited. */
  rateLimit: number;
  /** `LIMIT_RATE_COST`: points that one client may spend per minute; 0 is unlimited. */
  rateCostLimit: number;
  /** `TRUST_PROXY`: addresses or networks of proxies whose `X-Forwarded-For` is trusted. */
  trustProxy: string[];
  /** `REQUIRE_PREFLIGHT`: whether a GET needs a header that makes browsers send a preflight request. */
  requirePreflight: boolean;
  /** `SHUTDOWN_DELAY`: milliseconds between SIGTERM and closing the listening socket. */
  shutdownDelay: number;
  /** `POOL_SIZE`: connections to each database host. */
  poolSize: number;
  /** `POOL_HEAVY`: how many of `poolSize` heavy statements may use at a time. */
  heavyPoolSize: number;
  /** `POOL_EXPORT`: connections to each database host for downloads, in addition to `poolSize`. */
  exportPoolSize: number;
  /** `LIMIT_EXPORT_TIMEOUT`: milliseconds that a download may take. */
  exportTimeout: number;
  /** `LIMIT_HEAVY_WAITING`: requests that may wait for one of the heavy connections. */
  heavyWaitingLimit: number;
  /** `COUNTS_MEMORY`: megabytes for the column store; 0: PostgreSQL does all counting. */
  countsMemory: number;
  /** `COUNTS_THREADS`: threads of the column store. */
  countsThreads: number;
  /** `PLAYGROUND`: whether the explorer, GraphiQL and the documentation are served. */
  playground: boolean;
  /** `TRUSTED_DOCUMENTS`: absolute path of a manifest of trusted documents; null: none. */
  trustedDocuments: string | null;
  /** `TRUSTED_DOCUMENTS_ONLY`: whether operations that are not trusted documents are refused. */
  trustedDocumentsOnly: boolean;
}

const readPort = variable('PORT', {
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .default('4000')
    .transform(Number)
    .refine((port) => port <= 65_535),
  expected: 'a port number from 0 (any free port) to 65535',
  default: '`4000`',
  meaning: 'TCP port of the API; `0` picks a free port.',
});

const readHost = variable('HOST', {
  schema: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .default('localhost'),
  expected: 'a host name or an IP address, without a port',
  default: '`localhost`',
  meaning:
    'Address to listen on. By default only this machine can connect; `0.0.0.0` listens on all networks.',
});

const databaseUrl = z
  .string()
  .refine((text) => readHosts(text) !== null)
  .nullable()
  .default(null);

const readDatabaseUrl = variable('DATABASE_URL', {
  schema: databaseUrl,
  expected: 'a URL such as postgresql://user:password@host:5432/database',
  default: 'none',
  meaning:
    'URL of a PostgreSQL 15 or newer. Without it, pubatlas runs the bundled PostgreSQL. Separate several hosts by commas. See [Set up PostgreSQL](../how-to/set-up-postgresql.md).',
  isSecret: true,
});

const readDatabaseReadUrl = variable('DATABASE_READ_URL', {
  schema: databaseUrl,
  expected: 'a URL such as postgresql://reader:password@host:5432/database',
  default: '`DATABASE_URL`',
  meaning:
    'URL that the API reads from: a read-only role, one or several replicas. See [Set up PostgreSQL](../how-to/set-up-postgresql.md).',
  isSecret: true,
});

const readPoolSize = number('POOL_SIZE', {
  byDefault: 10,
  least: 1,
  most: 1000,
  meaning: 'Maximum number of connections to each database host.',
});

const readHeavyPoolSize = variable('POOL_HEAVY', {
  schema: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((connections) => connections >= 1)
    .nullable()
    .default(null),
  expected: 'a whole number from 1 to 9999',
  default: 'a third of `POOL_SIZE`',
  meaning:
    'Connections that heavy statements (searches, filters, counts, facets, statistics) may use at a time; the others are reserved for light statements. See [Limit clients](../how-to/limit-clients.md#heavy-and-light-statements).',
});

const readExportPoolSize = number('POOL_EXPORT', {
  byDefault: 2,
  least: 1,
  most: 1000,
  meaning:
    'Connections to each host of the database beside `POOL_SIZE`, for downloads. This many downloads run at a time; others wait. See [Export publications](../how-to/export.md#limits).',
});

const readExportTimeout = number('LIMIT_EXPORT_TIMEOUT', {
  byDefault: 600_000,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Milliseconds that a download may take; then its connection is closed.',
});

const readHeavyWaitingLimit = number('LIMIT_HEAVY_WAITING', {
  exceeded: BUSY,
  byDefault: 100,
  least: 1,
  most: 1_000_000,
  meaning: 'Requests that may wait for a connection of `POOL_HEAVY`. One client may have half of them.',
});

const readCountsMemory = number('COUNTS_MEMORY', {
  byDefault: 256,
  least: 0,
  most: 1_000_000,
  meaning: 'Megabytes of memory for counting facets and statistics in columns. `0`: PostgreSQL counts.',
});

const readCountsThreads = number('COUNTS_THREADS', {
  byDefault: 2,
  least: 1,
  most: 1000,
  meaning: 'Threads that count in columns, all requests together.',
});

const readDataDir = variable('DATA_DIR', {
  schema: z
    .string()
    .transform((folder) => path.resolve(folder))
    .nullable()
    .default(null),
  expected: 'the path of a folder',
  default: '`.data`, or a folder of the user',
  meaning:
    'Data folder of the bundled PostgreSQL; created at the first start. The default is `.data` in a checkout. The installed package uses `~/.local/share/pubatlas` (or `$XDG_DATA_HOME/pubatlas`), on macOS `~/Library/Application Support/pubatlas`, on Windows `%LOCALAPPDATA%\\pubatlas`.',
});

const readLogLevel = variable('LOG_LEVEL', {
  schema: z.enum(LOG_LEVELS).default('info'),
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  default: '`info`',
  meaning: `Log level: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
});

const readCacheMaxAge = variable('CACHE_MAX_AGE', {
  schema: z
    .string()
    .regex(/^\d{1,8}$/)
    .default('60')
    .transform(Number),
  expected: 'a number of seconds, 0 or more',
  default: '`60`',
  meaning:
    'Seconds that browsers and CDNs may reuse an answer to a GET. With `0` they must revalidate it each time. See [Cache answers](../how-to/cache.md).',
});

const isOrigin = (text: string) =>
  text === '*' || (!text.includes('*') && URL.canParse(text) && new URL(text).origin === text);

const readCorsOrigins = variable('CORS_ORIGINS', {
  schema: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin)),
  expected: 'origins such as https://library.example, separated by commas, or *',
  default: 'none',
  meaning:
    'Origins whose pages may call the API from a browser, such as `https://library.example`, separated by commas; `*` allows all.',
});

const limit = (name: string, key: keyof Limits, exceeded: string, meaning: string) =>
  number(`LIMIT_${name}`, {
    byDefault: DEFAULT_LIMITS[key],
    least: 1,
    most: 1_000_000_000,
    meaning,
    exceeded,
  });

const readLimits: Record<keyof Limits, (env: NodeJS.ProcessEnv) => number> = {
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

const readBodyLimit = number('LIMIT_BODY', {
  exceeded: '413 `LIMIT_EXCEEDED`',
  byDefault: 1024 * 1024,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Bytes of a request body.',
});

const readBodiesLimit = number('LIMIT_BODIES', {
  exceeded: 'the connection whose body has been arriving longest is closed',
  byDefault: 32 * 1024 * 1024,
  least: 1,
  most: 1_000_000_000_000,
  meaning:
    'Bytes of the request bodies of all clients that arrive or are being answered. One client may have half of them.',
});

const readRequestsLimit = number('LIMIT_REQUESTS', {
  exceeded: BUSY,
  byDefault: 500,
  least: 1,
  most: 1_000_000,
  meaning:
    'Concurrent requests. A request counts from the moment its body has arrived until its answer is made.',
});

const readClientRequestsLimit = number('LIMIT_CLIENT_REQUESTS', {
  exceeded: BUSY,
  byDefault: 400,
  least: 1,
  most: 1_000_000,
  meaning: 'Concurrent requests of one client: an IPv4 address or an IPv6 network (/64).',
});

const readConnectionsLimit = number('LIMIT_CONNECTIONS', {
  exceeded: 'the new connection is closed',
  byDefault: 5000,
  least: 1,
  most: 1_000_000,
  meaning: 'Open connections.',
});

const readClientConnectionsLimit = number('LIMIT_CLIENT_CONNECTIONS', {
  exceeded: 'the new connection is closed',
  byDefault: 1000,
  least: 1,
  most: 1_000_000,
  meaning: 'Open connections of one client. Proxies in `TRUST_PROXY` may have more.',
});

const readReceiveTimeout = number('LIMIT_RECEIVE_TIMEOUT', {
  exceeded: '408, and the connection is closed',
  byDefault: 10_000,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Milliseconds in which the headers and the body of a request must arrive.',
});

const readSendTimeout = number('LIMIT_SEND_TIMEOUT', {
  exceeded: 'the connection is closed',
  byDefault: 10_000,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Milliseconds that a client may read nothing of its answer.',
});

const readUnsentLimit = number('LIMIT_UNSENT', {
  exceeded: 'the connection that has waited longest is closed',
  byDefault: 128 * 1024 * 1024,
  least: 1,
  most: 1_000_000_000_000,
  meaning: 'Bytes of answers that clients have not read yet, over all connections.',
});

const readRateLimit = number('LIMIT_RATE', {
  exceeded: TOO_OFTEN,
  byDefault: 0,
  least: 0,
  most: 1_000_000_000,
  meaning: 'Requests of one client per minute; `0` is unlimited.',
});

const readRateCostLimit = number('LIMIT_RATE_COST', {
  exceeded: TOO_OFTEN,
  byDefault: 0,
  least: 0,
  most: 1_000_000_000_000,
  meaning: '[Cost](../explanation/cost.md) of the operations of one client per minute; `0` is unlimited.',
});

function areNetworks(texts: readonly string[]): boolean {
  try {
    compileProxies(texts);
    return true;
  } catch {
    return false;
  }
}

const readTrustProxy = variable('TRUST_PROXY', {
  schema: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((network) => network !== ''))
    .refine(areNetworks),
  expected:
    'addresses or networks such as 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal',
  default: 'none',
  meaning:
    'Addresses or networks of your proxies, separated by commas. Their `X-Forwarded-For` gives the address of the client, which the limits by client need.',
});

const readRequirePreflight = flag('REQUIRE_PREFLIGHT', {
  byDefault: false,
  meaning:
    'Whether a GET needs a header that makes browsers send a preflight request. See [HTTP](http.md#requests).',
});

const readShutdownDelay = number('SHUTDOWN_DELAY', {
  byDefault: 2000,
  least: 0,
  most: 1_000_000,
  meaning:
    'Milliseconds after SIGTERM in which the server still answers while `/health/ready` says 503: the time that your load balancer needs to notice.',
});

const readPlayground = flag('PLAYGROUND', {
  byDefault: true,
  meaning:
    'Whether the explorer is served at `/explore`, GraphiQL at `/playground` and the documentation at `/docs`.',
});

const readTrustedDocuments = variable('TRUSTED_DOCUMENTS', {
  schema: z
    .string()
    .transform((file) => path.resolve(file))
    .nullable()
    .default(null),
  expected: 'the path of a file',
  default: 'none',
  meaning:
    'Path of a manifest of trusted documents. See [Trusted documents](../how-to/trusted-documents.md).',
});

const readTrustedDocumentsOnly = flag('TRUSTED_DOCUMENTS_ONLY', {
  byDefault: false,
  meaning: 'Whether all other operations are refused. There is no playground then.',
});

/**
 * Reads the configuration from the environment.
 * @throws OperatorError for the first invalid variable: its name, its value (unless secret) and what would be valid
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    port: readPort(env),
    host: readHost(env),
    databaseUrl: readDatabaseUrl(env),
    databaseReadUrl: readDatabaseReadUrl(env),
    poolSize: readPoolSize(env),
    heavyPoolSize: readHeavyPoolSize(env) ?? Math.max(1, Math.floor(readPoolSize(env) / 3)),
    exportPoolSize: readExportPoolSize(env),
    exportTimeout: readExportTimeout(env),
    heavyWaitingLimit: readHeavyWaitingLimit(env),
    countsMemory: readCountsMemory(env),
    countsThreads: readCountsThreads(env),
    dataDir: readDataDir(env) ?? defaultDataDir(env),
    logLevel: readLogLevel(env),
    cacheMaxAge: readCacheMaxAge(env),
    corsOrigins: readCorsOrigins(env),
    limits: Object.fromEntries(
      Object.entries(readLimits).map(([key, read]) => [key, read(env)]),
    ) as unknown as Limits,
    bodyLimit: readBodyLimit(env),
    bodiesLimit: readBodiesLimit(env),
    requestsLimit: readRequestsLimit(env),
    clientRequestsLimit: readClientRequestsLimit(env),
    connectionsLimit: readConnectionsLimit(env),
    clientConnectionsLimit: readClientConnectionsLimit(env),
    receiveTimeout: readReceiveTimeout(env),
    sendTimeout: readSendTimeout(env),
    unsentLimit: readUnsentLimit(env),
    rateLimit: readRateLimit(env),
    rateCostLimit: readRateCostLimit(env),
    trustProxy: readTrustProxy(env),
    requirePreflight: readRequirePreflight(env),
    shutdownDelay: readShutdownDelay(env),
    playground: readPlayground(env),
    trustedDocuments: readTrustedDocuments(env),
    trustedDocumentsOnly: readTrustedDocumentsOnly(env),
  };
}

/**
 * Reads the configuration and replaces invalid values by the defaults.
 * @returns the configuration, and a message for each invalid variable that says what would be valid
 */
export function readValidConfig(env: NodeJS.ProcessEnv = process.env): {
  config: Config;
  invalid: Map<string, string>;
} {
  const invalid = findInvalidVariables(env);
  const valid = Object.entries(env).filter(([name]) => !invalid.has(name));
  return { config: readConfig(Object.fromEntries(valid)), invalid };
}

/** Whether npm started the process (`npm start` or `npm run`). */
export function isStartedByNpm(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event !== undefined;
}

// Re-exported because the table is complete only after this module has been loaded.
export { documentedVariables } from './variables.ts';
