import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** For how many seconds a browser may keep the answer to its question whether it may ask. */
const PREFLIGHT_MAX_AGE = 24 * 60 * 60;

/**
 * Lets web pages of other origins ask: those listed, or all where `*` is. No credentials: there is nothing here that needs
 * any. Without origins, browsers keep pages of other sites out by themselves.
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
