import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Listener } from './listener.ts';

/** Milliseconds that requests have to end once the server has stopped listening. */
const LONGEST_DRAIN = 10_000;

/** Milliseconds without a request after which open connections are taken to be unused. */
const LONGEST_QUIET = 500;

/** Milliseconds between looks whether there is quiet. */
const LOOK_INTERVAL = 20;

/** When requests came, as shutdown needs to know. */
export interface Traffic {
  /** Requests whose answer isn't sent yet. */
  countOpen(): number;
  /** When the last one came, by performance.now(). */
  lastAt(): number;
}

/**
 * Stops a server without dropping a request. Whoever calls it has made readiness false.
 *
 * 1. For `shutdownDelay` milliseconds it answers as ever, until load balancers have noticed.
 * 2. It takes no more connections. Each answer on an open one closes it (`Connection: close`).
 * 3. When no request has come for a while and none is at work, the connections that are left are closed. A client may
 *    have sent a request on an idle connection at any moment, so closing it earlier would drop that.
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
    (traffic.countOpen() === 0 && performance.now() - Math.max(since, traffic.lastAt()) >= quiet);
  while (!isDrained() && performance.now() - since < LONGEST_DRAIN) await delay(LOOK_INTERVAL);
  listener.closeConnections();
  await app.close();
}

/** Has clients close the connections that they are answered on after the server has stopped listening. */
export function closeConnectionsAtTheEnd(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (!app.server.listening) reply.header('connection', 'close');
    next();
  });
}
