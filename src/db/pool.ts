import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { type CopyOperand, copyOperand, runCopy } from './copy.ts';
import { FOR_ITS_VALUES } from './plans.ts';

/** PostgreSQL's number of the type integer[]. */
const INT4_ARRAY = 1007;

/** Reads `{1,-1,23}`: arrays here have no nulls, and rows have several. */
function readIntegers(text: string): number[] {
  const integers: number[] = [];
  if (text === '{}') return integers;
  let [integer, sign] = [0, 1];
  for (let i = 1; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48; // of '-', ',' and '}' none
    if (digit >= 0 && digit <= 9) integer = 10 * integer + digit;
    else if (text[i] === '-') sign = -1;
    else {
      integers.push(sign * integer);
      [integer, sign] = [0, 1];
    }
  }
  return integers;
}

/**
 * Timestamps stay text, for a JavaScript Date would lose the microseconds that a cursor needs; counts are numbers, for no
 * count here comes near 2^53.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => text],
  [pg.types.builtins.INT8, Number],
  [INT4_ARRAY, readIntegers],
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

/** Statements that a connection keeps prepared, the most recently used: PostgreSQL holds the plan of each. */
const MOST_PREPARED = 500;

/** What pg knows of a connection's prepared statements. Its types don't say it. */
interface PreparingConnection {
  parsedStatements: Record<string, string>;
  /** Sends a Close message, which ends a prepared statement. */
  close(message: { type: 'S'; name: string }): void;
}

/**
 * A connection whose parametrised statements are prepared under a name: PostgreSQL parses each once a connection, and
 * may keep its plan, which is most of the cost of a short one.
 */
class PreparingClient extends pg.Client {
  /** Names by text. */
  private readonly names = new LRUCache<string, string>({
    max: MOST_PREPARED,
    dispose: (name, _, reason) => reason === 'evict' && this.closeStatement(name),
  });

  // `never` fits each of the overloads of the base class.
  override query(text: unknown, values?: unknown): never {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return super.query(text as string, values as []) as never;
    const operand = copyOperand(values);
    if (operand !== null) return this.copy(text, operand) as never;
    return super.query({ name: this.nameOf(text), text, values: values.map(storable) }) as never;
  }

  private nameOf(text: string): string | undefined {
    let name = this.names.get(text);
    if (name === undefined) {
      if (text.includes(FOR_ITS_VALUES)) return undefined;
      name = createHash('sha1').update(text).digest('base64url');
      this.names.set(text, name);
    }
    return name;
  }

  /** Not by DEALLOCATE, because PgBouncer gives statements names of its own and understands only the protocol's message. */
  private closeStatement(name: string): void {
    const { connection } = this as unknown as { connection: PreparingConnection };
    if (connection.parsedStatements[name] === undefined) return;
    delete connection.parsedStatements[name];
    connection.close({ type: 'S', name });
  }

  private async copy(text: string, operand: CopyOperand): Promise<{ command: string; rows: never[] }> {
    await runCopy((stream) => super.query(stream), text, operand);
    return { command: 'COPY', rows: [] };
  }
}

export interface PoolOptions {
  /** Connections at most. */
  poolSize?: number;
  /** Told of a connection that broke while idle: the pool replaces it, nothing else has to happen. */
  onIdleError?: (error: Error) => void;
  /** Whether PostgreSQL refuses everything that writes. */
  isReadOnly?: boolean;
  /** Milliseconds after which PostgreSQL cancels a statement; without it never. */
  statementTimeout?: number;
  /** Milliseconds to wait for a connection, a free one or a new one; without it for ever. */
  connectTimeout?: number;
  /** Looks at a new connection; where it throws, there is none. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/**
 * What every connection sets. Compiling a statement that counts a lot takes PostgreSQL longer than it saves (a tenth more
 * on 60 000 counted publications).
 */
const SETTINGS = { timezone: 'UTC', datestyle: 'ISO', jit: 'off' };

/** How often PostgreSQL looks whether the client of a running statement is still there, in milliseconds. */
const CLIENT_CHECK_INTERVAL = 500;

/** Opens a pool to the database at `url` (postgres://…). Connects at the first query. */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const { poolSize = 10, statementTimeout, connectTimeout, isReadOnly, onConnect } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    Client: PreparingClient,
    types,
    keepAlive: true,
    ...(statementTimeout !== undefined && { statement_timeout: statementTimeout }),
    ...(connectTimeout !== undefined && { connectionTimeoutMillis: connectTimeout }),
    options: Object.entries({ ...SETTINGS, ...(isReadOnly && { default_transaction_read_only: 'on' }) })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    // The pool waits for it, which its types don't say.
    onConnect: ((client) => prepare(client, onConnect)) as (client: pg.ClientBase) => void,
  });
  pool.on('error', options.onIdleError ?? (() => undefined));
  return pool;
}

async function prepare(client: pg.ClientBase, onConnect: PoolOptions['onConnect']): Promise<void> {
  // A connection may also break in use. Who uses it is told by the statement that fails; without a listener, an event of the
  // same name would end the process.
  client.on('error', () => undefined);
  // Not every system can look (Windows can't): then a statement goes on until its end or its timeout.
  await client
    .query(`set client_connection_check_interval = ${CLIENT_CHECK_INTERVAL}`)
    .catch(() => undefined);
  await onConnect?.(client);
}
