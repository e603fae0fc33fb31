import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Seconds that a browser may cache a preflight answer. */
const PREFLIGHT_MAX_AGE = 24 * 60 * 60;

/**
 * Allows requests without credentials from pages of the listed origins, or of all origins for `*`. With an empty list,
 * no CORS headers are sent, so browsers block pages of other sites.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: PREFLIGHT_MAX_AGE,
  });
}
