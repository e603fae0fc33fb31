import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import Negotiator from 'negotiator';
import type { Context } from '../context.ts';
import { type OnUnexpected, mask } from '../api/mask.ts';
import { RETRY_AFTER, STATUSES } from '../api/usage.ts';
import type { Bulkhead } from '../db/bulkhead.ts';
import type { OnStatement } from '../db/database.ts';
import { RequestAborted } from '../db/failures.ts';
import type { Readers } from '../db/readers.ts';
import { openSnapshot } from '../db/snapshot.ts';
import { readExportArguments, readStatisticsArguments } from '../export/arguments.ts';
import { type Download, exportPublications, exportStatistics } from '../export/download.ts';
import type { ExportFormat } from '../export/formats/format.ts';
import { EXPORT_FORMATS } from '../export/formats/formats.ts';
import { createExportContext } from '../export/snapshot.ts';
import { quote } from '../graphql/errors.ts';
import type { Limits } from '../graphql/limits.ts';
import type { ReferenceCache } from '../reference/reference.cache.ts';
import { matchesEntityTag } from './caching.ts';
import type { WorkLimiter } from './overload.ts';
import { Refusal } from './refusal.ts';

/** Options of `serveExports`. */
export interface ExportOptions {
  schema: GraphQLSchema;
  /** Connections for downloads only, because a slow client holds one for the whole download. */
  readers: Readers;
  /** Limits the downloads that run and wait. */
  bulkhead: Bulkhead;
  reference: ReferenceCache;
  limits: Limits;
  work: WorkLimiter;
  /** Seconds that caches may reuse a file. */
  cacheMaxAge: number;
  /** Milliseconds that a download may take. */
  timeout: number;
  /** Milliseconds without progress after which the connection is closed. */
  sendTimeout: number;
  onStatement: OnStatement;
  onSendTimeout: () => void;
  onUnexpected: OnUnexpected;
}

/** Starts the download of a path in an open snapshot. */
type Open = (context: Context) => Promise<Download>;

/** Serves `/export/publications.…`, `/export/statistics.csv` and `/publications/{slug}.…`. */
export function serveExports(app: FastifyInstance, options: ExportOptions): void {
  const { schema, limits } = options;
  const errorHandler = (error: Error, request: FastifyRequest, reply: FastifyReply) =>
    sendError(error, request, reply, options);
  const publications = (request: FastifyRequest, format: ExportFormat): Open => {
    const args = readExportArguments(request.query as object as never, schema, limits);
    return (context) => exportPublications(format, args, context);
  };
  for (const format of EXPORT_FORMATS)
    app.get(`/export/publications.${format.extension}`, { errorHandler }, (request, reply) =>
      send(request, reply, publications(request, format), options),
    );
  app.get('/export/publications', { errorHandler }, (request, reply) => {
    reply.header('vary', 'accept');
    return send(request, reply, publications(request, negotiate(request)), options);
  });
  app.get('/export/statistics.csv', { errorHandler }, (request, reply) => {
    const args = readStatisticsArguments(request.query as object as never, schema, limits);
    return send(request, reply, (context) => exportStatistics(args, context), options);
  });
  app.get<{ Params: { file: string } }>('/publications/:file', { errorHandler }, (request, reply) => {
    const { file } = request.params;
    const named = EXPORT_FORMATS.find(({ extension }) => file.endsWith(`.${extension}`));
    if (!named) reply.header('vary', 'accept');
    const slug = named ? file.slice(0, -named.extension.length - 1) : file;
    const args = readExportArguments({}, schema, limits);
    const open: Open = async (context) => {
      const [found] = await context.loaders.publication.bySlugs({ slugs: [slug], parts: ['slug'] });
      if (!found) throw notFound(slug);
      const filter = { slugs: [found.slug] };
      return exportPublications(named ?? negotiate(request), { ...args, filter }, context, found.slug);
    };
    return send(request, reply, open, options);
  });
}

/** Returns the format that `Accept` prefers. @throws Refusal (406) if it accepts none */
function negotiate(request: FastifyRequest): ExportFormat {
  const types = EXPORT_FORMATS.map(({ mediaType }) => mediaType.replace(/;.*/, ''));
  const accepted = new Negotiator(request.raw).mediaType(types);
  const format = EXPORT_FORMATS[types.indexOf(accepted ?? '')];
  if (format) return format;
  throw new Refusal(406, `"Accept" has none of ${types.join(', ')}; give one of them, or an extension.`, {
    extensions: { code: 'NOT_ACCEPTABLE' },
  });
}

function notFound(slug: string): Refusal {
  return new Refusal(404, `There is no publication ${quote(slug)}.`, { extensions: { code: 'NOT_FOUND' } });
}

/**
 * Sends a download as fast as the client reads it. Its statements are cancelled when the client disconnects, when it
 * waits for a slot longer than the request timeout, or when it takes longer than `timeout`.
 */
async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  open: Open,
  options: ExportOptions,
): Promise<FastifyReply> {
  const { work, bulkhead, limits, timeout } = options;
  const aborting = new AbortController();
  const abort = () => aborting.abort();
  const waiting = setTimeout(abort, limits.requestTimeout);
  const running = setTimeout(abort, timeout);
  reply.raw.once('close', abort);
  try {
    return await work.during(request.usage.client, () =>
      bulkhead.run({ client: request.usage.client, waiting: 0 }, aborting.signal, () => {
        clearTimeout(waiting);
        return sendOpened(request, reply, open, options, aborting.signal);
      }),
    );
  } finally {
    clearTimeout(waiting);
    clearTimeout(running);
    reply.raw.off('close', abort);
  }
}

async function sendOpened(
  request: FastifyRequest,
  reply: FastifyReply,
  open: Open,
  { readers, reference, limits, cacheMaxAge, sendTimeout, onStatement, onSendTimeout }: ExportOptions,
  signal: AbortSignal,
): Promise<FastifyReply> {
  const snapshot = await openSnapshot(readers, onStatement);
  const abort = () => snapshot.abort();
  signal.addEventListener('abort', abort);
  try {
    if (signal.aborted) throw new RequestAborted();
    const context = await createExportContext(snapshot, limits, await reference.get());
    const { revision, etag, fileName, mediaType, chunks } = await open(context);
    reply.headers({
      etag,
      'cache-control': cacheMaxAge === 0 ? 'public, no-cache' : `public, max-age=${cacheMaxAge}`,
      'x-catalogue-revision': String(revision),
      'content-disposition': toDisposition(fileName),
    });
    if (matchesEntityTag(request.headers['if-none-match'], etag)) return await reply.code(304).send();
    reply.type(mediaType);
    if (request.method === 'HEAD') return await reply.send();
    // Read the first chunk before sending headers, so that an early error still gets its own status.
    const first = await chunks.next();
    const body = Readable.from(resume(first, chunks), { objectMode: false });
    signal.addEventListener('abort', () => body.destroy(new RequestAborted()));
    // If nothing is sent, either a statement runs or the client doesn't read. The timeout allows for both.
    reply.raw.setTimeout(sendTimeout + limits.statementTimeout, () => {
      reply.raw.destroy();
      onSendTimeout();
    });
    reply.send(body);
    await finished(reply.raw).catch(() => undefined);
    return reply;
  } finally {
    signal.removeEventListener('abort', abort);
    await snapshot.end();
  }
}

async function* resume(
  first: IteratorResult<string, unknown>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** Makes the header Content-Disposition (RFC 6266). Slugs can have non-ASCII letters, which need `filename*`. */
function toDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]/g, '_');
  const extended = ascii === fileName ? '' : `; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return `attachment; filename="${ascii}"${extended}`;
}

/** Sends an error in the form of a GraphQL answer. */
function sendError(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
  { limits, onUnexpected }: ExportOptions,
): void {
  const { message, extensions } =
    error instanceof Refusal
      ? { message: error.message, extensions: error.details.extensions }
      : mask(
          error instanceof GraphQLError ? error.toJSON() : { message: error.message },
          error,
          limits,
          onUnexpected,
        );
  const code = String(extensions?.code);
  request.usage.errorCodes.push(code);
  if (typeof extensions?.id === 'string') request.usage.errorIds.push(extensions.id);
  const status =
    error instanceof Refusal
      ? error.statusCode
      : (STATUSES[code] ?? (code === 'INTERNAL_SERVER_ERROR' ? 500 : 400));
  if (status === 503) reply.header('retry-after', RETRY_AFTER);
  for (const name of ['etag', 'content-disposition', 'x-catalogue-revision']) reply.removeHeader(name);
  void reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
}
