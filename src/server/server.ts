import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { Bulkhead } from '../db/bulkhead.ts';
import { databaseOf } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { openReaders } from '../db/readers.ts';
import { sessionsOver } from '../db/sessions.ts';
import { createApollo } from '../api/apollo.ts';
import { createContext } from '../api/context.ts';
import { createSchema } from '../api/schema.ts';
import { referenceCache } from '../reference/reference.cache.ts';
import type { Config } from './config.ts';
import { compressAnswers } from './compression.ts';
import { allowOrigins } from './cors.ts';
import { loadDocuments } from './documents.ts';
import { GRAPHQL_PATH, serveGraphql } from './graphql.ts';
import { serveHealth } from './health.ts';
import { type LogStream, logRequest, standardOutput } from './logging.ts';
import { serveMetrics } from './metrics.ts';
import { refuseOverload } from './overload.ts';
import { PLAYGROUND_PATH, servePlayground } from './playground.ts';
import { followRequests, requestId } from './requests.ts';
import { setSecurityHeaders } from './security.ts';
import { breakOffWithRequest } from './timeout.ts';

/** Milliseconds that requests have to come to their end when the server is stopped. */
const LONGEST_FAREWELL = 10_000;

/** Milliseconds to wait for a connection to the database. */
const CONNECT_TIMEOUT = 5000;

/** A server that answers. */
export interface RunningServer {
  /** Where the API is: http://localhost:4000/graphql */
  url: string;
  /** Stops taking requests, and waits for those that run, ten seconds at most. */
  stop(): Promise<void>;
}

/**
 * Serves the catalogue of the database at `databaseUrl`, from which it only reads.
 * @param log where log lines go; by default to standard output
 * @throws OperatorError where the port or the address is not to be had, or trusted documents are not right
 */
export async function startServer(
  config: Config,
  databaseUrl: string,
  log: LogStream = standardOutput(),
): Promise<RunningServer> {
  const { limits } = config;
  const app = Fastify({
    logger: { level: config.logLevel, stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: limits.requestTimeout, // to send a request, not to be answered
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
    genReqId: requestId,
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
  // Health has a connection of its own: the server is ready although its requests use all others.
  const healthReaders = openReaders(databaseUrl, { ...pool, poolSize: 1 });
  const db = databaseOf(readers);
  const reference = referenceCache(db, (error) =>
    app.log.error(error, 'The reference data could not be renewed.'),
  );
  const apollo = createApollo(
    schema,
    (error, id) => app.log.error({ err: error, id }, 'Unexpected error'),
    limits,
  );
  await apollo.start();

  const running = followRequests(app, (ended) => {
    logRequest(app.log, ended);
    metrics.observe(ended);
  });
  const metrics = serveMetrics(app, { readers, running });
  const bulkhead = new Bulkhead(config.heavyPoolSize, config.heavyWaitingLimit);
  const openSession = sessionsOver(readers, metrics.observeStatement, {
    bulkhead,
    mostStatements: limits.statements,
  });
  serveHealth(app, databaseOf(healthReaders));
  setSecurityHeaders(app);
  keepNoConnectionAtTheEnd(app);
  await refuseOverload(app, { running, mostRunning: config.requestsLimit, mostPerMinute: config.rateLimit });
  await allowOrigins(app, config.corsOrigins);
  await compressAnswers(app);
  serveGraphql(app, {
    apollo,
    context(request, reply) {
      request.session = openSession(request.ip);
      breakOffWithRequest(request.session, reply, limits.requestTimeout);
      return createContext(request.session, reference, limits, request.usage);
    },
    cacheMaxAge: config.cacheMaxAge,
    documents,
    page: hasPlayground ? PLAYGROUND_PATH : null,
  });
  if (hasPlayground) servePlayground(app);
  await listen(app, config);
  const { port } = app.server.address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}${GRAPHQL_PATH}`,
    async stop() {
      const patience = setTimeout(() => app.server.closeAllConnections(), LONGEST_FAREWELL);
      await app.close();
      clearTimeout(patience);
      await apollo.stop();
      await Promise.all([readers.end(), healthReaders.end()]);
    },
  };
}

/** Ends the connections of what is answered while the server stops: kept open, they would keep it from ending. */
function keepNoConnectionAtTheEnd(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (!app.server.listening) reply.header('connection', 'close');
    next();
  });
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EADDRINUSE':
        throw new OperatorError(`Port ${port} is in use; stop what uses it, or set PORT to another one.`);
      case 'EACCES':
        throw new OperatorError(`Port ${port} is not to be had by this user; set PORT to one from 1024 on.`);
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new OperatorError(
          `HOST ${host} is no address of this machine; set it to one, or to 0.0.0.0 for all.`,
        );
      default:
        throw error;
    }
  }
}
