import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Listener } from './listener.ts';

/** Maximum time in milliseconds for requests to end after the server stopped listening. */
const LONGEST_DRAIN = 10_000;

/** Milliseconds without a request after which open connections count as unused. */
const LONGEST_QUIET = 500;

/** Milliseconds between checks for open requests and connections. */
const LOOK_INTERVAL = 20;

/** Request counts and times that the shutdown needs. */
export interface Traffic {
  /** Counts requests whose answer isn't completely sent yet. */
  countOpen(): number;
  /** Returns the arrival time of the last request, as performance.now(); 0 before the first. */
  getLastArrival(): number;
}

/**
 * Stops a server without dropping a request. The caller must have made `/health/ready` answer 503.
 *
 * 1. The server answers as usual for `shutdownDelay` milliseconds, so that load balancers can notice.
 * 2. It accepts no more connections. Each answer on an open connection closes it (`Connection: close`).
 * 3. It closes the remaining connections when no request runs and none has arrived for a while. Closing idle
 *    connections earlier could drop a request that is on its way.
 */
export async function shutDown(
  app: FastifyInstance,
  { listener, traffic, shutdownDelay }: { listener: Listener; traffic: Traffic; shutdownDelay: number },
): Promise<void> {
  if (shutdownDelay > 0) await delay(shutdownDelay);
  await listener.stopListening();
  const since = performance.now();
  const quiet = Math.min(LONGEST_QUIET, shutdownDelay);
  const isDrained = () =>
    listener.countConnections() === 0 ||
    (traffic.countOpen() === 0 && performance.now() - Math.max(since, traffic.getLastArrival()) >= quiet);
  while (!isDrained() && performance.now() - since < LONGEST_DRAIN) await delay(LOOK_INTERVAL);
  listener.closeConnections();
  await app.close();
}

/**
 * Adds `Connection: close` to answers after the server has stopped listening, so that clients close the connections.
 */
export function closeConnectionsOnStop(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (!app.server.listening) reply.header('connection', 'close');
    next();
  });
}
