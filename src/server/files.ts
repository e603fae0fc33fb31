import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchesEntityTag } from './caching.ts';

/** A file that is the same for all clients and doesn't change while the server runs. */
export interface File {
  type: string;
  /** Reads or makes the content; called once, at the first request. */
  content: () => string | Buffer | Promise<string>;
  headers?: Record<string, string>;
  /** HTTP status; 200 by default. */
  status?: number;
}

/** Media types by file name extension. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ipynb': 'application/x-ipynb+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Returns the media type of a file by the extension of its name. */
export function toMediaType(name: string): string {
  return TYPES[path.extname(name)] ?? 'application/octet-stream';
}

export function isHtml(name: string): boolean {
  return path.extname(name) === '.html';
}

/** Headers of assets, which can be cached forever because their names contain a hash of the content. */
export const IMMUTABLE = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Returns the file that is served instead of pages that have not been built. @param hint another way, as a sentence */
export function toNotBuiltFile(subject: string, command: string, hint = ''): File {
  return {
    type: 'text/plain; charset=utf-8',
    content: () => `${subject} has not been built. Run \`${command}\`, then start pubatlas again. ${hint}\n`,
    status: 503,
  };
}

/** Serves a file at a path, compressed and with an entity tag. The path may end in `*`. */
export function serveFile(app: FastifyInstance, url: string, file: File): void {
  app.get(url, createFileHandler(file));
}

/** Returns a handler that answers with a file, compressed and with an entity tag. */
export function createFileHandler(
  file: File,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  let packed: Promise<Packed> | undefined;
  return async (request, reply) => send(request, reply, file, await (packed ??= pack(file)));
}

/** A cached file. */
interface Packed {
  gzipped: Buffer;
  /** Made for the first client that doesn't accept gzip, then kept: anybody could ask for it again and again. */
  plain?: Promise<Buffer>;
  etag: string;
}

async function pack({ content }: File): Promise<Packed> {
  const text = await content();
  return {
    gzipped: await promisify(gzip)(text),
    // Weak, because the tag is the same with and without compression.
    etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`,
  };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, headers, status = 200 }: File,
  packed: Packed,
): Promise<FastifyReply> {
  const { gzipped, etag } = packed;
  reply.headers({
    'cache-control': 'no-cache',
    etag,
    vary: 'accept-encoding',
    ...headers,
  });
  if (matchesEntityTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.code(status).type(type);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(await (packed.plain ??= promisify(gunzip)(gzipped)));
  return reply.header('content-encoding', 'gzip').send(gzipped);
}
