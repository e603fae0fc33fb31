import path from 'node:path';
import { z } from 'zod';
import { readHosts } from '../db/hosts.ts';
import { DEFAULT_LIMITS, type Limits } from '../graphql/limits.ts';
import { compileProxies } from './clients.ts';
import { flag, number, variable } from './variables.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the operator decides, by environment variables. */
export interface Config {
  /** `PORT`: where HTTP is served; 0 is any free port. */
  port: number;
  /** `HOST`: the address HTTP is served at. By default this machine alone can reach it. */
  host: string;
  /** `DATABASE_URL`: holds a password, so not for logs. Null: the PostgreSQL that comes with pubatlas is used. */
  databaseUrl: string | null;
  /** `DATABASE_READ_URL`: the same database for a role that can only read; null is `databaseUrl`. */
  databaseReadUrl: string | null;
  /** `DATA_DIR`: the data of the PostgreSQL that comes with pubatlas; absolute. */
  dataDir: string;
  /** `LOG_LEVEL`: a level of pino's. */
  logLevel: (typeof LOG_LEVELS)[number];
  /** `CACHE_MAX_AGE`: for how many seconds an answer to a GET may be kept; 0 is not without asking. */
  cacheMaxAge: number;
  /** `CORS_ORIGINS`: whose pages may ask from a browser; `*` is everyone's. */
  corsOrigins: string[];
  /** `LIMIT_…`: what one operation may ask for. */
  limits: Limits;
  /** `LIMIT_BODY`: bytes of a request's body. */
  bodyLimit: number;
  /** `LIMIT_REQUESTS`: requests at work at a time. */
  requestsLimit: number;
  /** `LIMIT_CLIENT_REQUESTS`: requests of one client at work at a time. */
  clientRequestsLimit: number;
  /** `LIMIT_CONNECTIONS`: open connections. */
  connectionsLimit: number;
  /** `LIMIT_CLIENT_CONNECTIONS`: open connections of one client. */
  clientConnectionsLimit: number;
  /** `LIMIT_RECEIVE_TIMEOUT`: milliseconds for a request to arrive. */
  receiveTimeout: number;
  /** `LIMIT_SEND_TIMEOUT`: milliseconds that an answer waits for a client that reads nothing of it. */
  sendTimeout: number;
  /** `LIMIT_UNSENT`: bytes of answers that are being sent. */
  unsentLimit: number;
  /** `LIMIT_RATE`: requests of one client in a minute; 0 is any number. */
  rateLimit: number;
  /** `LIMIT_RATE_COST`: points that one client may spend in a minute; 0 is any number. */
  rateCostLimit: number;
  /** `TRUST_PROXY`: proxies whose `X-Forwarded-For` is believed, by address or network. */
  trustProxy: string[];
  /** `REQUIRE_PREFLIGHT`: whether a GET needs a header that makes browsers send a preflight request. */
  requirePreflight: boolean;
  /** `SHUTDOWN_DELAY`: milliseconds between SIGTERM and the end of listening. */
  shutdownDelay: number;
  /** `POOL_SIZE`: connections to each host of the database. */
  poolSize: number;
  /** `POOL_HEAVY`: of these, how many heavy statements may use at a time. */
  heavyPoolSize: number;
  /** `POOL_EXPORT`: further connections to each host, for downloads. */
  exportPoolSize: number;
  /** `LIMIT_EXPORT_TIMEOUT`: milliseconds that a download may take. */
  exportTimeout: number;
  /** `LIMIT_HEAVY_WAITING`: requests that may wait for one of those. */
  heavyWaitingLimit: number;
  /** `PLAYGROUND`: whether GraphiQL is served at /. */
  playground: boolean;
  /** `TRUSTED_DOCUMENTS`: a manifest of operations that are executed by their ids; absolute. Null: none. */
  trustedDocuments: string | null;
  /** `TRUSTED_DOCUMENTS_ONLY`: whether no other operations are executed. */
  trustedDocumentsOnly: boolean;
}

const readPort = variable('PORT', {
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .default('4000')
    .transform(Number)
    .refine((port) => port <= 65_535),
  expected: 'a port number from 0 (any that is free) to 65535',
  default: '`4000`',
  meaning: 'The port of the API; `0` is any that is free.',
});

const readHost = variable('HOST', {
  schema: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .default('localhost'),
  expected: 'a host name or an IP address, without a port',
  default: '`localhost`',
  meaning:
    'The address to listen on. The default is for this machine alone, `0.0.0.0` is for every network it is in.',
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
    'A PostgreSQL (14 or newer) to use instead of the one that comes with pubatlas; several hosts are separated by commas.',
  isSecret: true,
});

const readDatabaseReadUrl = variable('DATABASE_READ_URL', {
  schema: databaseUrl,
  expected: 'a URL such as postgresql://reader:password@host:5432/database',
  default: '`DATABASE_URL`',
  meaning:
    'The same database as the API reads it: by a role that can only read, from replicas. See [docs/operation.md](docs/operation.md#database).',
  isSecret: true,
});

const readPoolSize = number('POOL_SIZE', {
  byDefault: 10,
  least: 1,
  most: 1000,
  meaning: 'Connections to each host of the database, at most.',
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
    'Connections that heavy statements (searches, filters, counts, facets, statistics) may use at a time. The others are left to light ones. See [docs/operation.md](docs/operation.md#heavy-and-light-statements).',
});

const readExportPoolSize = number('POOL_EXPORT', {
  byDefault: 2,
  least: 1,
  most: 1000,
  meaning:
    'Connections to each host of the database beside `POOL_SIZE`, for downloads: so many run at a time, others wait. See [docs/how-to/export.md](docs/how-to/export.md).',
});

const readExportTimeout = number('LIMIT_EXPORT_TIMEOUT', {
  byDefault: 600_000,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Milliseconds that a download may take; then its connection is closed.',
});

const readHeavyWaitingLimit = number('LIMIT_HEAVY_WAITING', {
  byDefault: 100,
  least: 1,
  most: 1_000_000,
  meaning:
    'Requests that may wait for a connection of `POOL_HEAVY`, at most half of them of one client; more are answered with 503 at once.',
});

const readDataDir = variable('DATA_DIR', {
  schema: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  expected: 'the path of a folder',
  default: '`.data`',
  meaning: 'The folder with the data of the PostgreSQL that comes with pubatlas; made at the first start.',
});

const readLogLevel = variable('LOG_LEVEL', {
  schema: z.enum(LOG_LEVELS).default('info'),
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  default: '`info`',
  meaning: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
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
    'For how many seconds browsers and CDNs may keep the answer to a GET; `0`: they have to ask whether it changed.',
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
    'Web sites whose pages may ask the API from a browser: origins such as `https://library.example`, separated by commas; `*` is all.',
});
const limit = (name: string, of: keyof Limits, least: number, meaning: string) =>
  number(`LIMIT_${name}`, { byDefault: DEFAULT_LIMITS[of], least, most: 1_000_000_000, meaning });

const readLimits: Record<keyof Limits, (env: NodeJS.ProcessEnv) => number> = {
  cost: limit(
    'COST',
    'cost',
    1,
    'What an operation may cost: about as many values as its answer may have. See [docs/operation.md](docs/operation.md#limits).',
  ),
  depth: limit('DEPTH', 'depth', 1, 'Levels of fields that an operation may nest.'),
  tokens: limit('TOKENS', 'tokens', 1, "Tokens (names, brackets, values) of an operation's text."),
  documentLength: limit(
    'DOCUMENT_LENGTH',
    'documentLength',
    1,
    "Characters of an operation's text. Trusted documents may be longer.",
  ),
  pageSize: limit('PAGE_SIZE', 'pageSize', 1, 'Items of a page, and ids given to `nodes`.'),
  searchLength: limit(
    'SEARCH_LENGTH',
    'searchLength',
    1,
    'Characters of a search text, or of a name in a filter.',
  ),
  filterParts: limit('FILTER_PARTS', 'filterParts', 1, 'Filters that one filter may be made of.'),
  filterDepth: limit('FILTER_DEPTH', 'filterDepth', 1, 'Levels of filters within each other.'),
  listLength: limit('LIST_LENGTH', 'listLength', 1, 'Values of a list in a filter.'),
  statements: limit('STATEMENTS', 'statements', 1, 'SQL statements that an operation may send.'),
  answer: limit('ANSWER', 'answer', 1, "Bytes of an answer's JSON, before compression."),
  statementTimeout: limit(
    'STATEMENT_TIMEOUT',
    'statementTimeout',
    1,
    'Milliseconds that an SQL statement may take.',
  ),
  requestTimeout: limit(
    'REQUEST_TIMEOUT',
    'requestTimeout',
    1,
    'Milliseconds that a request may take; what then runs for it in the database is ended.',
  ),
};

const readBodyLimit = number('LIMIT_BODY', {
  byDefault: 1024 * 1024,
  least: 1,
  most: 1_000_000_000,
  meaning: "Bytes of a request's body.",
});

const readRequestsLimit = number('LIMIT_REQUESTS', {
  byDefault: 500,
  least: 1,
  most: 1_000_000,
  meaning:
    'Requests at work at a time, from a complete body to a complete answer; more are answered with 503.',
});

const readClientRequestsLimit = number('LIMIT_CLIENT_REQUESTS', {
  byDefault: 400,
  least: 1,
  most: 1_000_000,
  meaning: 'The same of one client: an IPv4 address or an IPv6 network (/64).',
});

const readConnectionsLimit = number('LIMIT_CONNECTIONS', {
  byDefault: 5000,
  least: 1,
  most: 1_000_000,
  meaning: 'Open connections; further ones are closed at once.',
});

const readClientConnectionsLimit = number('LIMIT_CLIENT_CONNECTIONS', {
  byDefault: 1000,
  least: 1,
  most: 1_000_000,
  meaning: 'Open connections of one client. Proxies in `TRUST_PROXY` may have more.',
});

const readReceiveTimeout = number('LIMIT_RECEIVE_TIMEOUT', {
  byDefault: 10_000,
  least: 1,
  most: 1_000_000_000,
  meaning: 'Milliseconds for a request to arrive, headers and body; then it is answered with 408.',
});

const readSendTimeout = number('LIMIT_SEND_TIMEOUT', {
  byDefault: 10_000,
  least: 1,
  most: 1_000_000_000,
  meaning:
    'Milliseconds that an answer waits for a client that reads nothing of it; then the connection is closed.',
});

const readUnsentLimit = number('LIMIT_UNSENT', {
  byDefault: 128 * 1024 * 1024,
  least: 1,
  most: 1_000_000_000_000,
  meaning:
    'Bytes of all answers that are being sent; above that, the connection that takes longest is closed.',
});

const readRateLimit = number('LIMIT_RATE', {
  byDefault: 0,
  least: 0,
  most: 1_000_000_000,
  meaning: 'Requests of one client in a minute; `0` is any number.',
});

const readRateCostLimit = number('LIMIT_RATE_COST', {
  byDefault: 0,
  least: 0,
  most: 1_000_000_000_000,
  meaning:
    'Points that the operations of one client may [cost](docs/operation.md#cost) in a minute; `0` is any number.',
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
    "Proxies whose `X-Forwarded-For` is taken for the client's address, by which limits count: addresses or networks, separated by commas.",
});

const readRequirePreflight = flag('REQUIRE_PREFLIGHT', {
  byDefault: false,
  meaning:
    'Whether a GET needs a header that makes browsers ask first. See [docs/http.md](docs/http.md#asking).',
});

const readShutdownDelay = number('SHUTDOWN_DELAY', {
  byDefault: 2000,
  least: 0,
  most: 1_000_000,
  meaning:
    'Milliseconds for which the server still answers after SIGTERM, while `/health/ready` says no: as long as load balancers need to notice.',
});

const readPlayground = flag('PLAYGROUND', {
  byDefault: true,
  meaning: 'Whether there is a playground at `/`, for people who explore the API in a browser.',
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
    'A manifest of operations that are executed by their ids. See [docs/http.md](docs/http.md#trusted-documents).',
});

const readTrustedDocumentsOnly = flag('TRUSTED_DOCUMENTS_ONLY', {
  byDefault: false,
  meaning: 'Whether no other operations are executed. There is no playground then.',
});

/**
 * Reads the configuration from the environment; nothing else of pubatlas does.
 * @throws OperatorError on the first variable that isn't right, naming it, its value (unless secret) and what would be
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
    dataDir: readDataDir(env),
    logLevel: readLogLevel(env),
    cacheMaxAge: readCacheMaxAge(env),
    corsOrigins: readCorsOrigins(env),
    limits: Object.fromEntries(
      Object.entries(readLimits).map(([of, read]) => [of, read(env)]),
    ) as unknown as Limits,
    bodyLimit: readBodyLimit(env),
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

/** Whether `npm start` or `npm run` started the process. */
export function isStartedByNpm(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event !== undefined;
}

// From here, for only once this file is read it knows every variable.
export { variablesTable } from './variables.ts';
