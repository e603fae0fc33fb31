import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../db/sessions.ts';
import { newUsage } from '../api/usage.ts';
import type { Usage } from '../context.ts';
import { type IsProxy, findClientAddress, toClientKey } from './clients.ts';
import type { Traffic } from './shutdown.ts';

declare module 'fastify' {
  interface FastifyRequest {
    usage: Usage;
    /** Null before GraphQL needs the database. */
    session: Session | null;
  }
}

/** A request that has ended: answered, or abandoned by its client. */
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

/** Whether a request is a probe of health or metrics. */
export function isWatching({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

/**
 * Tells of every request that has ended, whatever way it did; its answer says the id that the log has.
 */
export function followRequests(
  app: FastifyInstance,
  isProxy: IsProxy,
  onEnd: (ended: EndedRequest) => void,
): Traffic {
  let open = 0;
  let lastAt = 0;
  app.decorateRequest('usage');
  app.decorateRequest('session', null);
  app.addHook('onRequest', (request, reply, next) => {
    const startedAt = performance.now();
    open++;
    lastAt = startedAt;
    request.usage = newUsage(toClientKey(findClientAddress(request.raw, isProxy)));
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      open--;
      const isAborted = !reply.raw.writableFinished;
      onEnd({ request, reply, milliseconds: performance.now() - startedAt, isAborted });
    });
    next();
  });
  return { countOpen: () => open, lastAt: () => lastAt };
}
