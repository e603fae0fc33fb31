import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Why a connection was closed while an answer was sent. */
export type UnsentReason = 'send_timeout' | 'unsent';

/** An answer that is being sent, or that waits for its turn on the connection. */
interface UnsentAnswer {
  bytes: number;
  socket: Socket;
}

interface UnsentOptions {
  sendTimeout: number;
  mostBytes: number;
  onClosed: (reason: UnsentReason) => void;
}

/**
 * Limits the memory of answers that clients don't read. A connection without progress for `sendTimeout` milliseconds is
 * closed. If the answers that are being sent exceed `mostBytes` in total, the connection whose answer has been sent
 * longest is closed, because an answer that is read is soon done.
 */
export function limitUnsent(app: FastifyInstance, { sendTimeout, mostBytes, onClosed }: UnsentOptions): void {
  /** Oldest first. */
  const unsent = new Set<UnsentAnswer>();
  let bytes = 0;

  function forget(answer: UnsentAnswer): void {
    if (unsent.delete(answer)) bytes -= answer.bytes;
  }

  app.addHook('onSend', ({ raw: { socket } }, { raw }, payload, next) => {
    if (raw.destroyed || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return next();
    raw.setTimeout(sendTimeout, () => {
      raw.destroy();
      onClosed('send_timeout');
    });
    const answer = { bytes: payload.length, socket };
    unsent.add(answer);
    bytes += answer.bytes;
    raw.once('close', () => forget(answer));
    for (const oldest of unsent) {
      if (bytes <= mostBytes || oldest === answer) break;
      forget(oldest);
      if (oldest.socket.destroyed) continue; // closed because of another answer on it
      oldest.socket.destroy();
      onClosed('unsent');
    }
    next();
  });
}
