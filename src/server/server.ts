import Fastify, { type FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { createApollo } from '../graphql/apollo.ts';
import { createContext } from '../graphql/context.ts';
import { createSchema } from '../graphql/schema.ts';
import { referenceCache } from '../reference/reference.cache.ts';
import type { Config } from './config.ts';
import { compressAnswers } from './compression.ts';
import { allowOrigins } from './cors.ts';
import { GRAPHQL_PATH, serveGraphql } from './graphql.ts';

/** Bytes of a request at most. */
const LARGEST_REQUEST = 1024 * 1024;

/** Milliseconds that requests have to come to their end when the server is stopped. */
const LONGEST_FAREWELL = 10_000;

export interface RunningServer {
  /** Where the API is: http://localhost:4000/graphql */
  url: string;
  /** Stops taking requests and waits for those that run. */
  stop(): Promise<void>;
}

/**
 * Serves the catalogue of `db`.
 * @throws OperatorError where the port or the address is not to be had
 */
export async function startServer(config: Config, db: Db): Promise<RunningServer> {
  const app = Fastify({
    logger: { level: config.logLevel },
    disableRequestLogging: true,
    bodyLimit: LARGEST_REQUEST,
    forceCloseConnections: 'idle',
  });
  const reference = referenceCache(db, (error) =>
    app.log.error(error, 'The reference data could not be renewed.'),
  );
  const apollo = createApollo(
    createSchema(),
    (error, id) => app.log.error({ err: error, id }, 'Unexpected error'),
    config.limits,
  );
  await apollo.start();
  await allowOrigins(app, config.corsOrigins);
  await compressAnswers(app);
  serveGraphql(app, {
    apollo,
    context: () => createContext(db, reference, config.limits),
    cacheMaxAge: config.cacheMaxAge,
  });
  app.get('/health/live', () => ({ status: 'ok' }));
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
    },
  };
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
