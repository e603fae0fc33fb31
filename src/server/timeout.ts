import type { FastifyReply } from 'fastify';
import type { Session } from '../db/sessions.ts';

/** Aborts a request's session after `milliseconds`, or when the client disconnects before the answer is sent. */
export function abortWithRequest(session: Session, reply: FastifyReply, milliseconds: number): void {
  const timer = setTimeout(() => session.abort(), milliseconds);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) session.abort();
  });
}
