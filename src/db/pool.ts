import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { type CopyOperand, findCopyOperand, runCopy } from './copy.ts';
import { CUSTOM_PLAN } from './plans.ts';

/** The OID of PostgreSQL's type integer[]. */
const INT4_ARRAY = 1007;

/** Parses `{1,-1,23}` without nulls. A parser of our own, because rows have several such arrays and speed matters. */
function readIntegers(text: string): number[] {
  const integers: number[] = [];
  if (text === '{}') return integers;
  let [integer, sign] = [0, 1];
  for (let i = 1; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48; // out of 0–9 for '-', ',' and '}'
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
 * Timestamps stay text, because a JavaScript Date would lose the microseconds that cursors need. bigint values become
 * numbers, because no count here comes near 2^53.
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

/**
 * Replaces NUL with U+FFFD in text parameters. PostgreSQL's texts can't contain NUL. A search for NUL thus finds
 * nothing instead of failing.
 */
function replaceNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(replaceNul) : value;
}

/**
 * Prepared statements cached per connection (LRU). The limit is needed because PostgreSQL keeps the plan of each in
 * memory.
 */
const MOST_PREPARED = 500;

/** The part of pg's connection that concerns prepared statements, which its type definitions lack. */
interface PreparingConnection {
  parsedStatements: Record<string, string>;
  /** Sends a Close message, which deallocates a prepared statement. */
  close(message: { type: 'S'; name: string }): void;
}

/**
 * A client that prepares statements with parameters under a name. PostgreSQL then parses each statement once per
 * connection and can cache its plan. For short statements, parsing and planning are most of the cost.
 */
class PreparingClient extends pg.Client {
  /** Statement names by SQL text. */
  private readonly names = new LRUCache<string, string>({
    max: MOST_PREPARED,
    dispose: (name, _, reason) => reason === 'evict' && this.closeStatement(name),
  });

  // The return type `never` is compatible with every overload of the base class.
  override query(text: unknown, values?: unknown): never {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return super.query(text as string, values as []) as never;
    const operand = findCopyOperand(values);
    if (operand !== null) return this.copy(text, operand) as never;
    return super.query({ name: this.nameOf(text), text, values: values.map(replaceNul) }) as never;
  }

  private nameOf(text: string): string | undefined {
    let name = this.names.get(text);
    if (name === undefined) {
      if (text.includes(CUSTOM_PLAN)) return undefined;
      name = createHash('sha1').update(text).digest('base64url');
      this.names.set(text, name);
    }
    return name;
  }

  /** Uses a Close message, not DEALLOCATE: PgBouncer renames prepared statements and tracks only protocol messages. */
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
  /** Maximum number of connections. */
  poolSize?: number;
  /** Called when an idle connection breaks. For logging only, because the pool replaces the connection. */
  onIdleError?: (error: Error) => void;
  /** Whether PostgreSQL refuses statements that write. */
  isReadOnly?: boolean;
  /** Milliseconds after which PostgreSQL cancels a statement; no limit if absent. */
  statementTimeout?: number;
  /** Milliseconds to wait for a free or new connection; no limit if absent. */
  connectTimeout?: number;
  /** Checks a new connection. If it rejects, the connection attempt fails. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/**
 * Settings of every connection. JIT is off because compiling a large count takes PostgreSQL longer than it saves (10 %
 * slower for 60 000 publications).
 */
const SETTINGS = { timezone: 'UTC', datestyle: 'ISO', jit: 'off' };

/** How often PostgreSQL checks that the client of a running statement is still connected, in milliseconds. */
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
    // The pool awaits the promise, which its type definitions don't say.
    onConnect: ((client) => prepare(client, onConnect)) as (client: pg.ClientBase) => void,
  });
  pool.on('error', options.onIdleError ?? (() => undefined));
  return pool;
}

async function prepare(client: pg.ClientBase, onConnect: PoolOptions['onConnect']): Promise<void> {
  // A connection can also break in use. The running statement then rejects, but the client also emits 'error', which
  // would end the process if nothing listened.
  client.on('error', () => undefined);
  // Not every platform supports the check (Windows doesn't). A statement then runs until its end or its timeout.
  await client
    .query(`set client_connection_check_interval = ${CLIENT_CHECK_INTERVAL}`)
    .catch(() => undefined);
  await onConnect?.(client);
}
