import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Request headers that an answer depends on. In lower case, because @fastify/compress expects that. */
const VARY = 'accept, accept-encoding, x-graphql-cost';

/**
 * Sets the cache headers of an answer. An answer to a GET or HEAD without errors is public for `maxAge` seconds and has
 * an entity tag. All others are `no-store`.
 * @returns true if the client already has this answer; the status is then set to 304
 */
export function setCaching(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  maxAge: number,
): boolean {
  const vary = reply.getHeader('vary');
  reply.header('vary', vary ? `${String(vary)}, ${VARY}` : VARY);
  const isCacheable =
    (request.method === 'GET' || request.method === 'HEAD') &&
    reply.statusCode === 200 &&
    !reply.hasHeader('cache-control') &&
    !body.startsWith('{"errors"'); // Apollo writes `errors` first, and leaves it out if there are none
  if (!isCacheable) {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return false;
  }
  const etag = toEntityTag(body, request.headers['accept-encoding']);
  reply.header('cache-control', maxAge === 0 ? 'public, no-cache' : `public, max-age=${maxAge}`);
  reply.header('etag', etag);
  if (!matchesEntityTag(request.headers['if-none-match'], etag)) return false;
  reply.code(304).removeHeader('content-type');
  return true;
}

/** A strong entity tag (RFC 9110, 8.8.3). It differs by encoding, because a compressed answer has other bytes. */
function toEntityTag(body: string, acceptEncoding = ''): string {
  const digest = createHash('sha256').update(body).update('\0').update(acceptEncoding).digest('base64url');
  return `"${digest.slice(0, 27)}"`;
}

/** Whether the header If-None-Match contains an entity tag, by weak comparison (RFC 9110, 13.1.2). */
export function matchesEntityTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const toOpaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => toOpaque(tag) === toOpaque(etag));
}
