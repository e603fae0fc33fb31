import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Why a connection was closed while an answer was sent. */
export type UnsentReason = 'send_timeout' | 'unsent';

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
  /** Bytes of each answer, oldest first. */
  const sending = new Map<ServerResponse, number>();
  let bytes = 0;

  function forget(response: ServerResponse): void {
    bytes -= sending.get(response) ?? 0;
    sending.delete(response);
  }

  app.addHook('onSend', (_, { raw }, payload, next) => {
    if (raw.destroyed || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return next();
    raw.setTimeout(sendTimeout, () => {
      raw.destroy();
      onClosed('send_timeout');
    });
    sending.set(raw, payload.length);
    bytes += payload.length;
    raw.once('close', () => forget(raw));
    for (const oldest of sending.keys()) {
      if (bytes <= mostBytes || oldest === raw) break;
      forget(oldest);
      oldest.destroy();
      onClosed('unsent');
    }
    next();
  });
}
