import type { FastifyInstance } from 'fastify';

/**
 * What browsers are told of every answer: it is what its type says, belongs in no frame, loads nothing, and no other site
 * reads it unless CORS allows it. A page of our own says for itself what it loads.
 */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_, reply, next) => {
    reply.headers(HEADERS);
    next();
  });
}
