import { availableParallelism } from 'node:os';
import path from 'node:path';
import { OperatorError } from '../../src/db/operator.error.ts';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.ts';
import { readConfig } from '../../src/server/config.ts';

const PROXIES =
  'addresses or networks such as 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal';
const ORIGINS = 'origins such as https://library.example, separated by commas, or *';

describe('readConfig', () => {
  it('needs no variable', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: 'localhost',
      databaseUrl: null,
      dataDir: path.resolve('.data'),
      logLevel: 'info',
      cacheMaxAge: 60,
      corsOrigins: [],
      limits: DEFAULT_LIMITS,
      databaseReadUrl: null,
      poolSize: 10,
      heavyPoolSize: 3,
      countPoolSize: Math.min(3, Math.max(1, Math.floor(availableParallelism() / 2))),
      exportPoolSize: 2,
      countsMemory: 256,
      countsThreads: 2,
      exportTimeout: 600_000,
      heavyWaitingLimit: 100,
      bodyLimit: 1024 * 1024,
      bodiesLimit: 32 * 1024 * 1024,
      requestsLimit: 500,
      clientRequestsLimit: 400,
      connectionsLimit: 5000,
      clientConnectionsLimit: 1000,
      receiveTimeout: 10_000,
      sendTimeout: 10_000,
      unsentLimit: 128 * 1024 * 1024,
      rateLimit: 0,
      rateCostLimit: 0,
      trustProxy: [],
      requirePreflight: false,
      shutdownDelay: 2000,
      playground: true,
      trustedDocuments: null,
      trustedDocumentsOnly: false,
    });
  });

  it('takes an empty variable for an unset one', () => {
    const empty = {
      PORT: '',
      HOST: ' ',
      DATABASE_URL: '',
      DATA_DIR: '',
      LOG_LEVEL: '',
      CACHE_MAX_AGE: '',
      CORS_ORIGINS: '',
      PLAYGROUND: '',
      TRUSTED_DOCUMENTS: '',
      TRUSTED_DOCUMENTS_ONLY: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('reads every variable', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::1',
        DATABASE_URL: 'postgres://me:secret@db.example:5433/catalogue?sslmode=require',
        DATA_DIR: '/var/lib/pubatlas',
        LOG_LEVEL: 'debug',
        CACHE_MAX_AGE: '0',
        CORS_ORIGINS: 'https://library.example, http://localhost:3000',
        DATABASE_READ_URL: 'postgres://reader@a:1,b/catalogue?target_session_attrs=prefer-standby',
        POOL_SIZE: '5',
        LIMIT_BODY: '1000',
        LIMIT_BODIES: '4000',
        LIMIT_REQUESTS: '7',
        LIMIT_CLIENT_REQUESTS: '6',
        LIMIT_CONNECTIONS: '20',
        LIMIT_CLIENT_CONNECTIONS: '21',
        LIMIT_RECEIVE_TIMEOUT: '22',
        LIMIT_SEND_TIMEOUT: '23',
        LIMIT_UNSENT: '24',
        LIMIT_RATE: '60',
        LIMIT_RATE_COST: '600',
        REQUIRE_PREFLIGHT: 'true',
        SHUTDOWN_DELAY: '0',
        TRUST_PROXY: 'loopback, 10.0.0.0/8,::1',
        LIMIT_COST: '70000',
        LIMIT_DEPTH: '11',
        LIMIT_TOKENS: '12',
        LIMIT_PAGE_SIZE: '13',
        LIMIT_SEARCH_LENGTH: '14',
        LIMIT_FILTER_PARTS: '15',
        LIMIT_FILTER_DEPTH: '16',
        LIMIT_LIST_LENGTH: '17',
        LIMIT_STATEMENT_TIMEOUT: '18',
        LIMIT_REQUEST_TIMEOUT: '19',
        LIMIT_DOCUMENT_LENGTH: '20',
        PLAYGROUND: 'false',
        TRUSTED_DOCUMENTS: 'manifest.json',
        TRUSTED_DOCUMENTS_ONLY: 'true',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://me:secret@db.example:5433/catalogue?sslmode=require',
      dataDir: path.resolve('/var/lib/pubatlas'),
      logLevel: 'debug',
      cacheMaxAge: 0,
      corsOrigins: ['https://library.example', 'http://localhost:3000'],
      databaseReadUrl: 'postgres://reader@a:1,b/catalogue?target_session_attrs=prefer-standby',
      poolSize: 5,
      heavyPoolSize: 1,
      countPoolSize: 1,
      exportPoolSize: 2,
      countsMemory: 256,
      countsThreads: 2,
      exportTimeout: 600_000,
      heavyWaitingLimit: 100,
      bodyLimit: 1000,
      bodiesLimit: 4000,
      requestsLimit: 7,
      clientRequestsLimit: 6,
      connectionsLimit: 20,
      clientConnectionsLimit: 21,
      receiveTimeout: 22,
      sendTimeout: 23,
      unsentLimit: 24,
      rateLimit: 60,
      rateCostLimit: 600,
      trustProxy: ['loopback', '10.0.0.0/8', '::1'],
      requirePreflight: true,
      shutdownDelay: 0,
      limits: {
        cost: 70_000,
        depth: 11,
        tokens: 12,
        documentLength: 20,
        pageSize: 13,
        searchLength: 14,
        filterParts: 15,
        filterDepth: 16,
        listLength: 17,
        statements: 100,
        statistics: 15_000,
        answer: 5_000_000,
        statementTimeout: 18,
        requestTimeout: 19,
      },
      playground: false,
      trustedDocuments: path.resolve('manifest.json'),
      trustedDocumentsOnly: true,
    });
  });

  it('takes a database on a Unix socket', () => {
    const databaseUrl = 'postgresql:///catalogue?host=/var/run/postgresql';
    expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
  });

  it.each<[string, number, number]>([
    ['POOL_SIZE', 1, 1000],
    ['LIMIT_BODY', 1, 1_000_000_000],
    ['LIMIT_REQUESTS', 1, 1_000_000],
    ['LIMIT_HEAVY_WAITING', 1, 1_000_000],
    ['LIMIT_CLIENT_REQUESTS', 1, 1_000_000],
    ['LIMIT_CONNECTIONS', 1, 1_000_000],
    ['LIMIT_CLIENT_CONNECTIONS', 1, 1_000_000],
    ['LIMIT_RECEIVE_TIMEOUT', 1, 1_000_000_000],
    ['LIMIT_SEND_TIMEOUT', 1, 1_000_000_000],
    ['LIMIT_UNSENT', 1, 1_000_000_000_000],
    ['LIMIT_RATE', 0, 1_000_000_000],
    ['LIMIT_RATE_COST', 0, 1_000_000_000_000],
    ['SHUTDOWN_DELAY', 0, 1_000_000],
    ...[
      ...['COST', 'DEPTH', 'TOKENS', 'PAGE_SIZE', 'SEARCH_LENGTH', 'FILTER_PARTS', 'FILTER_DEPTH'],
      ...['LIST_LENGTH', 'STATEMENTS', 'ANSWER', 'STATEMENT_TIMEOUT', 'REQUEST_TIMEOUT', 'DOCUMENT_LENGTH'],
    ].map((limit): [string, number, number] => [`LIMIT_${limit}`, 1, 1_000_000_000]),
  ])('takes %s from %d to %d, and nothing beyond', (name, least, most) => {
    const read = (value: number) => {
      const { limits, ...others } = readConfig({ [name]: String(value) });
      return Object.values({ ...limits, ...others });
    };
    expect(read(least)).toContain(least);
    expect(read(most)).toContain(most);
    for (const value of [least - 1, most + 1])
      expect(() => read(value)).toThrow(
        new OperatorError(`${name} is "${value}"; it must be a whole number from ${least} to ${most}.`),
      );
  });

  it.each([
    ['PORT', '80a', 'a port number from 0 (any free port) to 65535'],
    ['PORT', '65536', 'a port number from 0 (any free port) to 65535'],
    ['PORT', '-1', 'a port number from 0 (any free port) to 65535'],
    ['HOST', 'http://localhost', 'a host name or an IP address, without a port'],
    ['LIMIT_COST', '0', 'a whole number from 1 to 1000000000'],
    ['TRUST_PROXY', 'everyone', PROXIES],
    ['TRUST_PROXY', '10.0.0.0/8/8', PROXIES],
    ['TRUST_PROXY', '10.0.0.0/33', PROXIES],
    ['TRUST_PROXY', '10.0.0.0/0', PROXIES],
    ['TRUST_PROXY', 'fd00::/129', PROXIES],
    ['TRUST_PROXY', '10.0.0.0/99', PROXIES],
    ['LIMIT_DEPTH', '1.5', 'a whole number from 1 to 1000000000'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['CACHE_MAX_AGE', '1m', 'a number of seconds, 0 or more'],
    ['PLAYGROUND', 'no', 'true or false'],
    ['CORS_ORIGINS', 'library.example', ORIGINS],
    ['CORS_ORIGINS', 'https://library.example/', ORIGINS],
    ['CORS_ORIGINS', 'https://library.example https://*.example', ORIGINS],
  ])('refuses %s=%s in one sentence', (name, value, expected) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new OperatorError(`${name} is "${value}"; it must be ${expected}.`),
    );
  });

  it.each([
    'mysql://root:hunter2@localhost/db',
    'localhost:5432/hunter2',
    'postgres://me:hunter2@host:port/db',
    'postgres://me:hunter2@host,other:port/db',
    'postgres://me:hunter2@host/db?target_session_attrs=best',
  ])('refuses %s without repeating the password', (url) => {
    expect(() => readConfig({ DATABASE_URL: url })).toThrow(
      new OperatorError(
        'DATABASE_URL is not right; it must be a URL such as postgresql://user:password@host:5432/database.',
      ),
    );
  });
});
