import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Bytes that are written in one turn of the event loop. */
const SLICE = 64 * 1024;

/**
 * Sends long answers in slices, each in its own turn of the event loop. Writing megabytes at once would block the
 * process for tens of milliseconds per answer. Register it after the hooks that read the payload.
 */
export function sendInSlices(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, next) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return next();
    if (payload.length <= SLICE || request.method === 'HEAD') return next();
    const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(payload);
    reply.header('content-length', bytes.length);
    return next(null, Readable.from(slice(bytes), { objectMode: false }));
  });
}

async function* slice(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += SLICE) {
    await setImmediate();
    yield bytes.subarray(from, from + SLICE);
  }
}
