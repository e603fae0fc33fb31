import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../db/operator.error.ts';
import { DEFAULT_LIMITS, type Limits } from '../graphql/limits.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the operator decides, by environment variables. */
export interface Config {
  /** `PORT`: where HTTP is served; 0 is any free port. */
  port: number;
  /** `HOST`: the address HTTP is served at. By default this machine alone can reach it. */
  host: string;
  /** `DATABASE_URL`: holds a password, so not for logs. Null: the PostgreSQL that comes with pubatlas is used. */
  databaseUrl: string | null;
  /** `DATA_DIR`: the data of the PostgreSQL that comes with pubatlas; absolute. */
  dataDir: string;
  /** `LOG_LEVEL`: a level of pino's. */
  logLevel: (typeof LOG_LEVELS)[number];
  /** `CACHE_MAX_AGE`: for how many seconds an answer to a GET may be kept; 0 is not without asking. */
  cacheMaxAge: number;
  /** `CORS_ORIGINS`: whose pages may ask from a browser; `*` is everyone's. */
  corsOrigins: string[];
  /** `LIMIT_…`: what one operation may ask for. */
  limits: Limits;
}

interface Variable<T> {
  /** From the variable's text, or from undefined where it is unset. */
  schema: z.ZodType<T>;
  /** What would be right: completes "PORT is 80a; it must be …". */
  expected: string;
  default: string;
  meaning: string;
  /** Its value may hold a password, and is never repeated in a message. */
  isSecret?: true;
}

const variables: Record<string, Variable<unknown>> = {};

function variable<T>(name: string, definition: Variable<T>): (env: NodeJS.ProcessEnv) => T {
  variables[name] = definition;
  return (env) => {
    const text = env[name]?.trim() || undefined; // Compose files set a variable to '' where they mean unset
    const result = definition.schema.safeParse(text);
    if (result.success) return result.data;
    const problem = definition.isSecret ? 'is not right' : `is ${JSON.stringify(text)}`;
    throw new OperatorError(`${name} ${problem}; it must be ${definition.expected}.`);
  };
}

const readPort = variable('PORT', {
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .default('4000')
    .transform(Number)
    .refine((port) => port <= 65_535),
  expected: 'a port number from 0 (any that is free) to 65535',
  default: '`4000`',
  meaning: 'The port of the API; `0` is any that is free.',
});

const readHost = variable('HOST', {
  schema: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .default('localhost'),
  expected: 'a host name or an IP address, without a port',
  default: '`localhost`',
  meaning:
    'The address to listen on. The default is for this machine alone, `0.0.0.0` is for every network it is in.',
});

const readDatabaseUrl = variable('DATABASE_URL', {
  schema: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .refine((text) => URL.canParse(text))
    .nullable()
    .default(null),
  expected: 'a URL such as postgresql://user:password@host:5432/database',
  default: 'none',
  meaning: 'A PostgreSQL (14 or newer) to use instead of the one that comes with pubatlas.',
  isSecret: true,
});

const readDataDir = variable('DATA_DIR', {
  schema: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  expected: 'the path of a folder',
  default: '`.data`',
  meaning: 'The folder with the data of the PostgreSQL that comes with pubatlas; made at the first start.',
});

const readLogLevel = variable('LOG_LEVEL', {
  schema: z.enum(LOG_LEVELS).default('info'),
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  default: '`info`',
  meaning: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
});

const readCacheMaxAge = variable('CACHE_MAX_AGE', {
  schema: z
    .string()
    .regex(/^\d{1,8}$/)
    .default('60')
    .transform(Number),
  expected: 'a number of seconds, 0 or more',
  default: '`60`',
  meaning:
    'For how many seconds browsers and CDNs may keep the answer to a GET; `0`: they have to ask whether it changed.',
});

const isOrigin = (text: string) =>
  text === '*' || (!text.includes('*') && URL.canParse(text) && new URL(text).origin === text);

const readCorsOrigins = variable('CORS_ORIGINS', {
  schema: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin)),
  expected: 'origins such as https://library.example, separated by commas, or *',
  default: 'none',
  meaning:
    'Web sites whose pages may ask the API from a browser: origins such as `https://library.example`, separated by commas; `*` is all.',
});
/** A variable whose value is a whole number in a range. */
function number(
  name: string,
  { byDefault, least, most, meaning }: { byDefault: number; least: number; most: number; meaning: string },
): (env: NodeJS.ProcessEnv) => number {
  return variable(name, {
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .default(String(byDefault))
      .transform(Number)
      .refine((value) => value >= least && value <= most),
    expected: `a whole number from ${least} to ${most}`,
    default: `\`${byDefault}\``,
    meaning,
  });
}

const limit = (name: string, of: keyof Limits, least: number, meaning: string) =>
  number(`LIMIT_${name}`, { byDefault: DEFAULT_LIMITS[of], least, most: 1_000_000_000, meaning });

const readLimits: Record<keyof Limits, (env: NodeJS.ProcessEnv) => number> = {
  cost: limit(
    'COST',
    'cost',
    1,
    'What an operation may cost: about as many values as its answer may have. See [docs/operation.md](docs/operation.md#limits).',
  ),
  depth: limit('DEPTH', 'depth', 1, 'Levels of fields that an operation may nest.'),
  tokens: limit('TOKENS', 'tokens', 1, "Tokens (names, brackets, values) of an operation's text."),
  pageSize: limit('PAGE_SIZE', 'pageSize', 1, 'Items of a page, and ids given to `nodes`.'),
  searchLength: limit(
    'SEARCH_LENGTH',
    'searchLength',
    1,
    'Characters of a search text, or of a name in a filter.',
  ),
  filterParts: limit('FILTER_PARTS', 'filterParts', 1, 'Filters that one filter may be made of.'),
  filterDepth: limit('FILTER_DEPTH', 'filterDepth', 1, 'Levels of filters within each other.'),
  listLength: limit('LIST_LENGTH', 'listLength', 1, 'Values of a list in a filter.'),
};

/**
 * Reads the configuration from the environment; nothing else of pubatlas does.
 * @throws OperatorError on the first variable that isn't right, naming it, its value (unless secret) and what would be
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    port: readPort(env),
    host: readHost(env),
    databaseUrl: readDatabaseUrl(env),
    dataDir: readDataDir(env),
    logLevel: readLogLevel(env),
    cacheMaxAge: readCacheMaxAge(env),
    corsOrigins: readCorsOrigins(env),
    limits: Object.fromEntries(
      Object.entries(readLimits).map(([of, read]) => [of, read(env)]),
    ) as unknown as Limits,
  };
}

/** The README's table of environment variables, in Markdown. */
export function variablesTable(): string {
  const rows = Object.entries(variables).map(
    ([name, { default: byDefault, meaning }]) => `| \`${name}\` | ${byDefault} | ${meaning} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
