import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CopyText } from './copy.ts';
import type { DB } from './tables.generated.ts';

/** The catalogue's database, or a transaction in it: every query function takes either. */
export type Db = Kysely<DB>;

/**
 * Timestamps stay text, for a JavaScript Date would lose the microseconds that a cursor needs; counts are numbers, for no
 * count here comes near 2^53.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => text],
  [pg.types.builtins.INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    parsers.get(oid) ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
};

/** PostgreSQL's texts hold no NUL: one in a parameter becomes U+FFFD, which no stored text has, instead of an error. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(storable) : value;
}

/** How many statements a connection keeps prepared; one sent after that is parsed each time. */
const MOST_PREPARED = 500;
const names = new Map<string, string>();

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/**
 * A connection whose parametrised statements are prepared under a name: PostgreSQL parses and plans each once a
 * connection, which is most of the cost of a short one.
 */
class PreparingClient extends pg.Client {
  // `never` fits each of the overloads of the base class.
  override query(text: unknown, values?: unknown): never {
    const query = super.query.bind(this) as (...args: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(text, values);
    const [rows] = values as unknown[];
    if (rows instanceof CopyText) return this.copy(text, rows) as never;
    const name = statementName(text);
    return query({ ...(name !== undefined && { name }), text, values: values.map(storable) });
  }

  private async copy(text: string, rows: CopyText): Promise<{ command: string; rows: never[] }> {
    const stream = super.query(copyFrom(text.replace('$1', 'stdin')));
    stream.end(rows.text);
    await finished(stream);
    return { command: 'COPY', rows: [] };
  }
}

export interface DatabaseOptions {
  /** Connections at most. */
  poolSize?: number;
  /** Told of a connection that broke while idle: the pool replaces it, nothing else has to happen. */
  onIdleError?: (error: Error) => void;
  /** Told of every statement sent. */
  onStatement?: (statement: string) => void;
}

/** Opens a pool to the database at `url` (postgres://…). Connects at the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    Client: PreparingClient,
    types,
    options: '-c timezone=UTC -c datestyle=ISO',
  });
  pool.on('error', options.onIdleError ?? (() => undefined));
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => options.onStatement?.(event.query.sql),
  });
}
