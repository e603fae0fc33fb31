import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../db/sessions.ts';
import { type Usage, newUsage } from '../api/usage.ts';

declare module 'fastify' {
  interface FastifyRequest {
    usage: Usage;
    /** Null before GraphQL needs the database. */
    session: Session | null;
  }
}

/** A request that was answered, or whose client left. */
export interface EndedRequest {
  request: FastifyRequest;
  reply: FastifyReply;
  milliseconds: number;
  /** Whether the client left before it was answered. */
  isAborted: boolean;
}

/** The ids that clients give themselves, so that a log can be searched for them. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** A request's id: its `X-Request-Id`, or one of ours. */
export function requestId({ headers }: { headers: Record<string, unknown> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Whether a request is of those who watch the server, often and whatever its state. */
export function isWatching({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

/**
 * Tells of every request that has ended, whatever way it did; its answer says the id that the log has.
 * @returns how many are being answered
 */
export function followRequests(app: FastifyInstance, onEnd: (ended: EndedRequest) => void): () => number {
  let running = 0;
  app.decorateRequest('usage');
  app.decorateRequest('session', null);
  app.addHook('onRequest', (request, reply, next) => {
    const startedAt = performance.now();
    const counts = isWatching(request) ? 0 : 1;
    running += counts;
    request.usage = newUsage();
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      running -= counts;
      const isAborted = !reply.raw.writableFinished;
      onEnd({ request, reply, milliseconds: performance.now() - startedAt, isAborted });
    });
    next();
  });
  return () => running;
}
