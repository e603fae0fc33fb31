import type { FastifyReply } from 'fastify';
import type { Session } from '../db/sessions.ts';

/** Ends a request's statements when its time is over, or its client left: nobody waits for them any more. */
export function breakOffWithRequest(session: Session, reply: FastifyReply, milliseconds: number): void {
  const timer = setTimeout(() => session.breakOff(), milliseconds);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) session.breakOff();
  });
}
