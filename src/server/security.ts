import type { FastifyInstance } from 'fastify';

/**
 * Default security headers of every answer: no sniffing of the type, no frames, no subresources. Our own pages replace
 * the content security policy by one that allows what they load.
 */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets the default security headers on every answer. */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_, reply, next) => {
    reply.headers(HEADERS);
    next();
  });
}
