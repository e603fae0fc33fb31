import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import { type RequestListener, type Server, createServer } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { OperatorError } from '../db/operator.error.ts';
import { type IsProxy, readAddress, toClientKey } from './clients.ts';
import { limitPipelining } from './pipelining.ts';

/** Maximum interval in milliseconds between checks for requests that take too long to arrive. */
const LONGEST_CHECK_INTERVAL = 1000;

/** Why a connection was closed: there were too many, or it had too many pipelined requests. */
export type RefusedConnection = 'connections' | 'client_connections' | 'pipelined';

export interface ListenerOptions {
  /** Milliseconds in which headers and body of a request must arrive. */
  receiveTimeout: number;
  /** Maximum number of connections. */
  mostConnections: number;
  /** Maximum number of connections per client. Trusted proxies may have more. */
  mostOfClient: number;
  isProxy: IsProxy;
  onRefused: (reason: RefusedConnection) => void;
}

/** The HTTP servers of a Fastify instance: one per address, because `localhost` can have two. */
export interface Listener {
  /** Creates the server for Fastify. */
  serverFactory: (handler: RequestListener) => Server;
  /** Listens on all addresses of the host. @throws OperatorError if the port or the address is not available */
  listen(app: FastifyInstance, at: { port: number; host: string }): Promise<void>;
  /** Stops accepting connections. Open connections stay open, including idle ones. */
  stopListening(): Promise<void>;
  countConnections(): number;
  /** Closes all open connections. */
  closeConnections(): void;
}

export function createListener(options: ListenerOptions): Listener {
  const servers: Server[] = [];
  const limitConnections = createConnectionLimiter(options);
  let handler: RequestListener;

  function create(): Server {
    const { receiveTimeout } = options;
    const server = createServer(
      {
        requestTimeout: receiveTimeout,
        headersTimeout: receiveTimeout,
        connectionsCheckingInterval: Math.min(receiveTimeout, LONGEST_CHECK_INTERVAL),
      },
      limitPipelining(handler, () => options.onRefused('pipelined')),
    );
    server.on('connection', limitConnections.admit);
    servers.push(server);
    return server;
  }

  return {
    serverFactory(given) {
      handler = given;
      return create();
    },
    async listen(app, { port, host }) {
      const [first, ...others] = await resolveAddresses(host);
      await listenOrExplain(app, { port, host: first });
      const bound = app.server.address() as { port: number };
      for (const address of others) {
        const server = create();
        server.on('clientError', (error, socket) => app.server.emit('clientError', error, socket));
        server.listen({ port: bound.port, host: address });
        // Ignore an address that this machine can't use, such as ::1 without IPv6.
        await once(server, 'listening').catch(() => servers.pop());
      }
    },
    async stopListening() {
      // Let Node accept the connections that have arrived, because the system resets those that are not accepted.
      await setImmediate();
      // `close` of an HTTP server would also close idle connections, whose next request may be on its way.
      for (const server of servers) NetServer.prototype.close.call(server);
    },
    countConnections: limitConnections.count,
    closeConnections() {
      for (const server of servers) server.closeAllConnections();
    },
  };
}

function createConnectionLimiter({ mostConnections, mostOfClient, isProxy, onRefused }: ListenerOptions) {
  const byClient = new Map<string, number>();
  let count = 0;

  function findRefusal(client: string, address: string): RefusedConnection | null {
    if (count >= mostConnections) return 'connections';
    if ((byClient.get(client) ?? 0) >= mostOfClient && !isProxy(address)) return 'client_connections';
    return null;
  }

  return {
    count: () => count,
    admit(socket: Socket): void {
      const address = readAddress(socket.remoteAddress ?? '') ?? '';
      const client = toClientKey(address);
      const refusal = findRefusal(client, address);
      if (refusal !== null) {
        socket.destroy();
        onRefused(refusal);
        return;
      }
      count++;
      byClient.set(client, (byClient.get(client) ?? 0) + 1);
      socket.once('close', () => {
        count--;
        const left = (byClient.get(client) as number) - 1;
        if (left > 0) byClient.set(client, left);
        else byClient.delete(client);
      });
    },
  };
}

/** Resolves `localhost` to all its addresses (127.0.0.1 and ::1). Other hosts are resolved by `listen`. */
async function resolveAddresses(host: string): Promise<[string, ...string[]]> {
  if (host !== 'localhost') return [host];
  const [first, ...others] = await lookup(host, { all: true }).catch(() => []);
  return first ? [first.address, ...others.map(({ address }) => address)] : [host];
}

async function listenOrExplain(app: FastifyInstance, { port, host }: { port: number; host: string }) {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EADDRINUSE':
        throw new OperatorError(
          `Port ${port} is in use; stop the program that uses it, or set PORT to another port.`,
        );
      case 'EACCES':
        throw new OperatorError(`Port ${port} needs privileges of another user; set PORT to 1024 or higher.`);
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new OperatorError(
          `HOST ${host} is not an address of this machine; set it to one of its addresses, or to 0.0.0.0 for all.`,
        );
      default:
        throw error;
    }
  }
}
