import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectFolder } from '../project.ts';
import { matches } from './caching.ts';
import { readExamples } from './playground.examples.ts';

export const PLAYGROUND_PATH = '/';

const folder = path.join(projectFolder, 'playground');

/** Only what comes from here is loaded, run and asked. The editor sets styles of its own, and has its fonts in its CSS. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "worker-src 'self'", "connect-src 'self'"],
  ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** A file of the playground: its type, and what reads or makes its content. */
interface File {
  type: string;
  content: () => string | Promise<string>;
}

const own = (name: string, type: string): File => ({
  type,
  content: () => readFileSync(path.join(folder, name), 'utf8'),
});

const graphiql = (type: string, part: 'js' | 'css' | `${string}Worker` | 'editorWorkerService'): File => ({
  type,
  // 9 MB of text, which a server that shows no playground does not need.
  content: async () => (await import('@graphql-yoga/render-graphiql/graphiql'))[part as 'js'],
});

const files: Record<string, File> = {
  [PLAYGROUND_PATH]: own('index.html', HTML),
  '/playground/playground.css': own('playground.css', CSS),
  '/playground/playground.js': own('playground.js', SCRIPT),
  '/playground/workers.js': own('workers.js', SCRIPT),
  '/playground/icon.svg': own('icon.svg', 'image/svg+xml'),
  '/playground/examples.json': {
    type: 'application/json; charset=utf-8',
    content: () => JSON.stringify(readExamples(path.join(folder, 'examples'))),
  },
  '/playground/graphiql.css': graphiql(CSS, 'css'),
  '/playground/graphiql.js': graphiql(SCRIPT, 'js'),
  '/playground/editorWorkerService.worker.js': graphiql(SCRIPT, 'editorWorkerService'),
  '/playground/graphql.worker.js': graphiql(SCRIPT, 'graphqlWorker'),
  '/playground/json.worker.js': graphiql(SCRIPT, 'jsonWorker'),
};

/** Serves the playground at /: GraphiQL and a menu of example operations, with nothing from elsewhere. */
export function servePlayground(app: FastifyInstance): void {
  for (const [url, file] of Object.entries(files)) {
    let packed: Promise<Packed> | undefined;
    app.get(url, async (request, reply) => send(request, reply, file.type, await (packed ??= pack(file))));
  }
}

/** A file as it is kept: compressed once, since nearly every browser takes it so. */
interface Packed {
  gzipped: Buffer;
  etag: string;
}

async function pack({ content }: File): Promise<Packed> {
  const text = await content();
  return {
    gzipped: await promisify(gzip)(text),
    // Weak: it is the same with and without compression.
    etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`,
  };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  { gzipped, etag }: Packed,
): Promise<FastifyReply> {
  reply.headers({
    'cache-control': 'no-cache',
    etag,
    vary: 'accept-encoding',
    ...(type === HTML && { 'content-security-policy': CONTENT_SECURITY_POLICY }),
  });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type(type);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(await promisify(gunzip)(gzipped));
  return reply.header('content-encoding', 'gzip').send(gzipped);
}
