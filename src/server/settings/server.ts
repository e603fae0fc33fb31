import path from 'node:path';
import { z } from 'zod';
import { compileProxies } from '../clients.ts';
import { defineFlag, defineNumber, defineVariable } from '../variables.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const isOrigin = (text: string) =>
  text === '*' || (!text.includes('*') && URL.canParse(text) && new URL(text).origin === text);

function areNetworks(texts: readonly string[]): boolean {
  try {
    compileProxies(texts);
    return true;
  } catch {
    return false;
  }
}

/** Reads the settings of the HTTP server, of what it serves and of its log. */
export const serverSettings = {
  port: defineVariable('PORT', {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .default('4000')
      .transform(Number)
      .refine((port) => port <= 65_535),
    expected: 'a port number from 0 (any free port) to 65535',
    default: '`4000`',
    meaning: 'TCP port of the API; `0` picks a free port.',
  }),
  host: defineVariable('HOST', {
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/)
      .default('localhost'),
    expected: 'a host name or an IP address, without a port',
    default: '`localhost`',
    meaning:
      'Address to listen on. By default only this machine can connect; `0.0.0.0` listens on all networks.',
  }),
  logLevel: defineVariable('LOG_LEVEL', {
    // A person reads the terminal: a line of JSON for each request would hide what the commands print.
    schema: z.enum(LOG_LEVELS).default(process.stdout.isTTY ? 'warn' : 'info'),
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    default: '`info`; `warn` on a terminal',
    meaning: `Log level: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
  }),
  cacheMaxAge: defineVariable('CACHE_MAX_AGE', {
    schema: z
      .string()
      .regex(/^\d{1,8}$/)
      .default('60')
      .transform(Number),
    expected: 'a number of seconds, 0 or more',
    default: '`60`',
    meaning:
      'Seconds that browsers and CDNs may reuse an answer to a GET. With `0` they must revalidate it each time. See [Cache answers](../how-to/cache.md).',
  }),
  /** `*` is all origins. */
  corsOrigins: defineVariable('CORS_ORIGINS', {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
      .refine((origins) => origins.every(isOrigin)),
    expected: 'origins such as https://library.example, separated by commas, or *',
    default: 'none',
    meaning:
      'Origins whose pages may call the API from a browser, such as `https://library.example`, separated by commas; `*` allows all.',
  }),
  trustProxy: defineVariable('TRUST_PROXY', {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter((network) => network !== ''))
      .refine(areNetworks),
    expected:
      'addresses or networks such as 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal',
    default: 'none',
    meaning:
      'Addresses or networks of your proxies, separated by commas. Their `X-Forwarded-For` gives the address of the client, which the limits by client need.',
  }),
  requirePreflight: defineFlag('REQUIRE_PREFLIGHT', {
    defaultValue: false,
    meaning:
      'Whether a GET needs a header that makes browsers send a preflight request. See [HTTP](http.md#requests).',
  }),
  shutdownDelay: defineNumber('SHUTDOWN_DELAY', {
    defaultValue: 2000,
    least: 0,
    most: 1_000_000,
    meaning:
      'Milliseconds after SIGTERM in which the server still answers while `/health/ready` says 503: the time that your load balancer needs to notice.',
  }),
  playground: defineFlag('PLAYGROUND', {
    defaultValue: true,
    meaning:
      'Whether the explorer is served at `/explore`, GraphiQL at `/playground` and the documentation at `/docs`.',
  }),
  /** Absolute path; null: no trusted documents. */
  trustedDocuments: defineVariable('TRUSTED_DOCUMENTS', {
    schema: z
      .string()
      .transform((file) => path.resolve(file))
      .nullable()
      .default(null),
    expected: 'the path of a file',
    default: 'none',
    meaning:
      'Path of a manifest of trusted documents. See [Trusted documents](../how-to/trusted-documents.md).',
  }),
  trustedDocumentsOnly: defineFlag('TRUSTED_DOCUMENTS_ONLY', {
    defaultValue: false,
    meaning: 'Whether all other operations are refused. There is no playground then.',
  }),
};
