import Fastify, { LogController } from 'fastify';
import { Bulkhead } from '../db/bulkhead.ts';
import { Counts } from '../counts/copies.ts';
import { createDb } from '../db/database.ts';
import { openReaders } from '../db/readers.ts';
import { createSessions } from '../db/sessions.ts';
import { createApollo } from '../api/apollo.ts';
import { createContext } from '../api/context.ts';
import { createSchema } from '../api/schema.ts';
import { createReferenceCache } from '../reference/reference.cache.ts';
import type { Config } from './config.ts';
import { limitBodies } from './bodies.ts';
import { compileProxies } from './clients.ts';
import { compressAnswers } from './compression.ts';
import { allowOrigins } from './cors.ts';
import { chargeCost } from './cost-rate.ts';
import { serveDocs } from './docs.ts';
import { loadDocuments } from './documents.ts';
import { serveExplorer } from './explorer.ts';
import { GRAPHQL_PATH, serveGraphql } from './graphql.ts';
import { serveExports } from './export.ts';
import { serveHealth } from './health.ts';
import { createListener } from './listener.ts';
import { type LogStream, logRequest, openStandardOutput } from './logging.ts';
import { serveMetrics } from './metrics.ts';
import { limitRate, limitWork } from './overload.ts';
import { PLAYGROUND_PATH, servePlayground } from './playground.ts';
import { trackRequests, readRequestId } from './requests.ts';
import { serveSchema } from './schema.ts';
import { setSecurityHeaders } from './security.ts';
import { closeConnectionsOnStop, shutDown } from './shutdown.ts';
import { abortWithRequest } from './timeout.ts';
import { createTurns } from './turns.ts';
import { limitUnsent } from './unsent.ts';

/** Milliseconds to wait for a database connection. */
const CONNECT_TIMEOUT = 5000;

/** Maximum number of waiting downloads per connection of POOL_EXPORT. */
const MOST_EXPORTS_WAITING = 10;

/** A running server. */
export interface RunningServer {
  /** URL of the API, such as http://localhost:4000/graphql */
  url: string;
  /**
   * Stops the server without dropping a request; see shutdown.ts.
   * @param isUrgent whether to skip SHUTDOWN_DELAY, the time for load balancers to notice
   */
  stop(isUrgent?: boolean): Promise<void>;
}

/**
 * Starts the server for the catalogue in the database at `databaseUrl`. It only reads from the database.
 * @param log receives the log; standard output by default
 * @throws OperatorError if the port or the address is not available, or the trusted documents are invalid
 */
export async function startServer(
  config: Config,
  databaseUrl: string,
  log: LogStream = openStandardOutput(),
): Promise<RunningServer> {
  const { limits } = config;
  const isProxy = compileProxies(config.trustProxy);
  const listener = createListener({
    receiveTimeout: config.receiveTimeout,
    mostConnections: config.connectionsLimit,
    mostOfClient: config.clientConnectionsLimit,
    isProxy,
    onRefused: (reason) => metrics.observeClosed(reason),
  });
  const app = Fastify({
    logger: { level: config.logLevel, stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.bodyLimit,
    serverFactory: listener.serverFactory,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // A slug may have 200 letters, each of up to 12 characters in a percent-encoded URL.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 3000 },
    genReqId: readRequestId,
  });
  const schema = createSchema();
  const documents = await loadDocuments(config, schema, (message) => app.log.warn(message));
  const hasPlayground = config.playground && !documents.isExclusive;
  const pool = {
    isReadOnly: true,
    statementTimeout: limits.statementTimeout,
    connectTimeout: CONNECT_TIMEOUT,
    onIdleError: (error: Error) => app.log.warn(`A connection to the database was lost: ${error.message}`),
  };
  const readers = openReaders(databaseUrl, { ...pool, poolSize: config.poolSize });
  const db = createDb(readers);
  // The column store has its own connection, because filling it takes long.
  const copyReaders = openReaders(databaseUrl, { ...pool, poolSize: 1 });
  const exportReaders = openReaders(databaseUrl, { ...pool, poolSize: config.exportPoolSize });
  const reference = createReferenceCache(db, (error) =>
    app.log.error(error, 'The reference data could not be renewed.'),
  );
  const counts =
    config.countsMemory === 0
      ? null
      : new Counts(createDb(copyReaders), {
          threads: config.countsThreads,
          memory: config.countsMemory,
          statementTimeout: limits.statementTimeout,
          requestTimeout: limits.requestTimeout,
          onStatement: (statement, milliseconds) => metrics.observeColumnStatement(statement, milliseconds),
          onError: (error) =>
            app.log.warn(error, 'PostgreSQL counts alone: the copy in columns could not be made.'),
        });
  const logUnexpected = (error: unknown, id: string) => app.log.error({ err: error, id }, 'Unexpected error');
  const turns = createTurns(limits.cost);
  const apollo = createApollo(schema, logUnexpected, limits, undefined, [
    ...(config.rateCostLimit === 0 ? [] : [chargeCost(config.rateCostLimit)]),
    turns.plugin,
  ]);
  await apollo.start();

  let isStopping = false;
  const work = limitWork({ mostRunning: config.requestsLimit, mostOfClient: config.clientRequestsLimit });
  const traffic = trackRequests(app, isProxy, (ended) => {
    logRequest(app.log, ended);
    metrics.observe(ended);
  });
  const bulkhead = new Bulkhead(config.heavyPoolSize, config.heavyWaitingLimit, {
    counts: config.countPoolSize,
  });
  const metrics = serveMetrics(app, { readers, bulkhead, running: work.count });
  const openSession = createSessions(readers, metrics.observeStatement, {
    bulkhead,
    mostStatements: limits.statements,
  });
  serveHealth(app, { databaseUrl, isStopping: () => isStopping });
  setSecurityHeaders(app);
  closeConnectionsOnStop(app);
  limitUnsent(app, {
    sendTimeout: config.sendTimeout,
    mostBytes: config.unsentLimit,
    onClosed: (reason) => metrics.observeClosed(reason),
  });
  limitBodies(app, { mostBytes: config.bodiesLimit, onClosed: () => metrics.observeClosed('bodies') });
  await limitRate(app, config.rateLimit);
  await allowOrigins(app, config.corsOrigins);
  await compressAnswers(app);
  serveGraphql(app, {
    apollo,
    context(request, reply) {
      request.session = openSession(request.usage.client);
      abortWithRequest(request.session, reply, limits.requestTimeout);
      return createContext(request.session, reference, limits, request.usage, counts);
    },
    cacheMaxAge: config.cacheMaxAge,
    documents,
    work,
    endTurn: turns.end,
    requirePreflight: config.requirePreflight,
    page: hasPlayground ? PLAYGROUND_PATH : null,
  });
  if (hasPlayground) {
    serveExplorer(app);
    servePlayground(app);
    serveDocs(app);
  }
  serveSchema(app, schema);
  serveExports(app, {
    schema,
    readers: exportReaders,
    bulkhead: new Bulkhead(
      config.exportPoolSize,
      MOST_EXPORTS_WAITING * config.exportPoolSize,
      // A slow client may hold its connections for LIMIT_EXPORT_TIMEOUT.
      { ofClient: Math.max(1, config.exportPoolSize - 1) },
    ),
    reference,
    limits,
    work,
    cacheMaxAge: config.cacheMaxAge,
    timeout: config.exportTimeout,
    sendTimeout: config.sendTimeout,
    onStatement: metrics.observeStatement,
    onSendTimeout: () => metrics.observeClosed('send_timeout'),
    onUnexpected: logUnexpected,
  });
  await listener.listen(app, config);
  void counts?.refresh();
  const { port } = app.server.address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}${GRAPHQL_PATH}`,
    async stop(isUrgent = false) {
      isStopping = true;
      await shutDown(app, { listener, traffic, shutdownDelay: isUrgent ? 0 : config.shutdownDelay });
      await apollo.stop();
      await counts?.close();
      await Promise.all([readers.end(), copyReaders.end(), exportReaders.end()]);
    },
  };
}
