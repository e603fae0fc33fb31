import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../db/sessions.ts';
import { createUsage } from '../api/usage.ts';
import type { Usage } from '../context.ts';
import { type IsProxy, findClientAddress, toClientKey } from './clients.ts';
import type { Traffic } from './shutdown.ts';

declare module 'fastify' {
  interface FastifyRequest {
    usage: Usage;
    /** Null until the GraphQL context is created. */
    session: Session | null;
  }
}

/** A request that was answered, or aborted by its client. */
export interface EndedRequest {
  request: FastifyRequest;
  reply: FastifyReply;
  milliseconds: number;
  /** Whether the connection closed before the answer was sent. */
  isAborted: boolean;
}

/** Format of request ids that are accepted from clients. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Returns a request's id: its `X-Request-Id` if valid, otherwise a new UUID. */
export function readRequestId({ headers }: { headers: Record<string, unknown> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Whether a request is a health probe or reads the metrics. */
export function isProbe({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

/**
 * Tracks all requests: sets the client of `usage` and the header `X-Request-Id`, and counts open requests.
 * @param onEnd called for every request when it was answered or aborted
 * @returns the traffic, for shutting down
 */
export function trackRequests(
  app: FastifyInstance,
  isProxy: IsProxy,
  onEnd: (ended: EndedRequest) => void,
): Traffic {
  let open = 0;
  let lastArrival = 0;
  app.decorateRequest('usage');
  app.decorateRequest('session', null);
  app.addHook('onRequest', (request, reply, next) => {
    const startedAt = performance.now();
    open++;
    lastArrival = startedAt;
    request.usage = createUsage(toClientKey(findClientAddress(request.raw, isProxy)));
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      open--;
      const isAborted = !reply.raw.writableFinished;
      onEnd({ request, reply, milliseconds: performance.now() - startedAt, isAborted });
    });
    next();
  });
  return { countOpen: () => open, getLastArrival: () => lastArrival };
}
