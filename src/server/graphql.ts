import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context, Usage } from '../context.ts';
import { setCaching } from './caching.ts';
import { RETRY_AFTER, STATUSES } from '../api/usage.ts';
import { type DocumentPolicy, resolveInBody, resolveInSearch } from './documents.ts';
import { shareEventLoop } from './event-loop.ts';
import type { WorkLimiter } from './overload.ts';
import { Refusal } from './refusal.ts';
import { isJson } from '../text/json.ts';
import { quote } from '../graphql/errors.ts';

export const GRAPHQL_PATH = '/graphql';

const RESPONSE_JSON = 'application/graphql-response+json';

/** Options of `serveGraphql`. */
export interface GraphqlOptions {
  apollo: ApolloServer<Context>;
  /** Creates the context of one request. */
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Seconds that caches may reuse an answer to a GET. */
  cacheMaxAge: number;
  /** Which documents are executed. */
  documents: DocumentPolicy;
  /** Counts concurrent requests and refuses those above the limit. */
  work: WorkLimiter;
  /** Ends the turn of a request; see `Turns`. */
  endTurn: (usage: Usage) => void;
  /** Whether a GET needs a header that a plain link of another site can't send. */
  requirePreflight: boolean;
  /** Address to which browsers that open /graphql are redirected; null: none. */
  page: string | null;
}

/**
 * Serves GraphQL over HTTP at /graphql: https://graphql.github.io/graphql-over-http/draft/
 * docs/explanation/adr/0032-no-fastify-integration-of-apollo.md says why it is our own code.
 */
export function serveGraphql(
  app: FastifyInstance,
  { apollo, context, cacheMaxAge, documents, work, endTurn, requirePreflight, page }: GraphqlOptions,
): void {
  acceptJson(app);
  app.route({
    url: GRAPHQL_PATH,
    method: ['GET', 'POST'],
    errorHandler: sendHttpError,
    async handler(request, reply) {
      if (page !== null && isPageRequest(request))
        return reply.header('vary', 'accept').redirect(`${page}${readSearch(request.url)}`);
      const answer = await work
        .during(request.usage.client, async () => {
          await shareEventLoop(request.usage.client);
          if (reply.raw.destroyed) return null;
          return apollo.executeHTTPGraphQLRequest({
            httpGraphQLRequest: {
              method: request.method === 'HEAD' ? 'GET' : request.method,
              headers: toHeaderMap(request, requirePreflight),
              search: resolveInSearch(readSearch(request.url), documents),
              body: resolveInBody(request.body, documents),
            },
            context: () => context(request, reply).catch(throwWithCause),
          });
        })
        .finally(() => endTurn(request.usage));
      // The client has left.
      if (answer === null) return reply.hijack();
      if (answer.body.kind !== 'complete') throw new Error('The answer came in parts.');
      for (const [name, value] of answer.headers) reply.header(name, value);
      let { status = 200 } = answer;
      const { errorCodes } = request.usage;
      // Apollo's plugins don't see requests that fail before the operation is known.
      if (status >= 400 && errorCodes.length === 0) {
        errorCodes.push(...findCodes(answer.body.string));
        const known = STATUSES[errorCodes[0] as string];
        if (known !== undefined) {
          status = known;
          reply.header('retry-after', RETRY_AFTER);
        }
      }
      reply.code(status === 400 && isLegacy(reply) && !errorCodes.includes('BAD_REQUEST') ? 200 : status);
      if (setCaching(request, reply, answer.body.string, cacheMaxAge)) return reply.send();
      return reply.send(answer.body.string);
    },
  });
  app.route({
    url: GRAPHQL_PATH,
    method: ['OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    errorHandler: sendHttpError,
    handler(request, reply) {
      reply.header('allow', 'GET, HEAD, POST');
      if (request.method === 'OPTIONS') return reply.code(204).send();
      return sendError(request, reply, 405, `${request.method} is not allowed; send GraphQL by GET or POST.`);
    },
  });
}

/**
 * Wraps an error of creating the context. Apollo keeps only the message of errors that aren't GraphQLErrors.
 */
function throwWithCause(error: Error): never {
  throw new GraphQLError(error.message, { originalError: error });
}

/** Whether a browser opens the URL. Only browsers accept HTML. */
function isPageRequest({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept?.includes('text/html') ?? false);
}

/** Reads the error codes of an answer. The answer must have errors. */
function findCodes(body: string): string[] {
  const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}

/**
 * Whether the answer has the legacy media type application/json of GraphQL over HTTP. Such answers have status 200 even
 * if the document is wrong, but not if the request is no GraphQL request (BAD_REQUEST).
 */
function isLegacy(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('application/json');
}

/** Sends an error of Fastify in the form of a GraphQL answer. */
function sendHttpError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (error instanceof Refusal) {
    const { extensions, retryAfter } = error.details;
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    void sendError(request, reply, status, error.message, extensions);
  } else if (status === 413) {
    const most = request.routeOptions.bodyLimit;
    const message = `The request body has more than ${most} bytes, which is the limit; split it into several requests.`;
    void sendError(request, reply, status, message, { code: 'LIMIT_EXCEEDED', limit: 'body', most });
  } else if (status === 415) void sendError(request, reply, status, describeMediaType(request));
  else if (status < 500) void sendError(request, reply, status, error.message);
  else throw error;
}

function describeMediaType({ headers }: FastifyRequest): string {
  const type = headers['content-type'];
  const given = !type ? 'is missing' : `${quote(type)} is not supported`;
  return `content-type: ${given}; send JSON as "application/json".`;
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  extensions: { code: string; [name: string]: unknown } = { code: 'BAD_REQUEST' },
): FastifyReply {
  request.usage.errorCodes.push(extensions.code);
  const type = request.headers.accept?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
}

/**
 * Accepts bodies of uncompressed JSON and no others. Replaces Fastify's message about invalid JSON by one about the
 * forbidden key, if a body has `__proto__` or the like.
 */
function acceptJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding.toLowerCase() !== 'identity') return done(compressedBody(encoding), undefined);
    return void parseJson(request, body as string, (error, value) =>
      done(error && isJson(body as string) ? forbiddenKey() : error, value),
    );
  });
}

function compressedBody(encoding: string): Refusal {
  return new Refusal(
    415,
    `content-encoding: ${quote(encoding)} is not supported; send the body uncompressed.`,
    {
      extensions: { code: 'BAD_REQUEST' },
    },
  );
}

function forbiddenKey(): Refusal {
  return new Refusal(
    400,
    'The body has a key "__proto__", or "constructor" with "prototype" in it; leave it out: no argument has that name.',
    { extensions: { code: 'BAD_REQUEST' } },
  );
}

/**
 * Converts the headers for Apollo. Apollo requires a header on each GET that makes browsers send a preflight request.
 * Unless `requirePreflight` is set, that header is added here: reading public data does no harm, and a plain link or
 * `fetch(url)` works.
 */
function toHeaderMap({ method, headers }: FastifyRequest, requirePreflight: boolean): HeaderMap {
  const map = new HeaderMap();
  if (!requirePreflight && method !== 'POST') map.set('apollo-require-preflight', 'true');
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function readSearch(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}
