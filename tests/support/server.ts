import type { Limits } from '../../src/graphql/limits.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import type { LogStream } from '../../src/server/logging.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { TestCatalogue } from './catalogue.ts';

/** A header that passes Apollo's CSRF prevention, because plain forms and links can't send it. */
export const PREFLIGHT = { 'apollo-require-preflight': 'true' };

/** A running server, with methods that send requests to it. */
export interface TestServer extends RunningServer {
  /** Sends a GET request, as a client does that wants cacheable answers. */
  get(parameters: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Sends a POST request with JSON. */
  post(body: unknown, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
}

/** Serves a catalogue over HTTP on a free port. The configuration has the defaults, except for the given values. */
export async function testServer(
  catalogue: Pick<TestCatalogue, 'url'>,
  { limits, ...config }: Partial<Omit<Config, 'limits'>> & { limits?: Partial<Limits> } = {},
  log?: LogStream,
): Promise<TestServer> {
  const defaults = readConfig({});
  const server = await startServer(
    {
      ...defaults,
      limits: { ...defaults.limits, ...limits },
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
      shutdownDelay: 0,
      ...config,
    },
    catalogue.url,
    log,
  );
  return {
    ...server,
    get: (parameters, headers = {}) =>
      fetch(`${server.url}?${new URLSearchParams(parameters).toString()}`, {
        headers: { ...PREFLIGHT, ...headers },
      }),
    post: (body, headers = {}, signal) =>
      fetch(server.url, {
        ...(signal && { signal }),
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}
