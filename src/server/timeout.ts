import type { FastifyReply } from 'fastify';
import type { Session } from '../db/sessions.ts';

/** Aborts the statements of a request when its time is over or its client has left. */
export function breakOffWithRequest(session: Session, reply: FastifyReply, milliseconds: number): void {
  const timer = setTimeout(() => session.breakOff(), milliseconds);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) session.breakOff();
  });
}
