import type * as DuckDbModule from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBInstance, DuckDBType, DuckDBValue, JS } from '@duckdb/node-api';
import type { CompiledQuery, QueryResult } from 'kysely';
import { BrokenOff } from '../db/failures.ts';
import type { OnStatement } from '../db/database.ts';

type DuckDb = typeof DuckDbModule;

/** What the column store may use. */
export interface ColumnLimits {
  /** Threads that count, all statements together. */
  threads: number;
  /** Megabytes of memory, the data included. */
  memory: number;
  /** Milliseconds that a statement may take. */
  statementTimeout: number;
}

/** Milliseconds after which a statement that is to end, but goes on, is interrupted again. */
const INTERRUPT_INTERVAL = 50;

/** The error of a statement that took too long: the same SQLSTATE as PostgreSQL's. */
class StatementTimeout extends Error {
  readonly code = '57014';
}

/** The error of a statement that needs more than COUNTS_MEMORY: the SQLSTATE of PostgreSQL's `temp_file_limit`. */
class MemoryExceeded extends Error {
  readonly code = '53400';
}

/** Whether it is DuckDB's error for a statement above its memory limit. It has no codes. */
function isOutOfMemory(error: unknown): error is Error {
  return String((error as Partial<Error>).message).startsWith('Out of Memory Error');
}

/** Loads DuckDB; null if the platform has no binary of it, or it wasn't installed. */
export async function loadDuckDb(): Promise<DuckDb | null> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    return null;
  }
}

/**
 * A database of columns in the memory of this process. It reads and writes no file.
 * Its statements are written for PostgreSQL, in the SQL that both understand.
 */
export class Columns {
  private readonly duckDb: DuckDb;
  private readonly instance: DuckDBInstance;
  private readonly limits: ColumnLimits;
  private readonly onStatement: OnStatement | undefined;
  private running = 0;
  private isRetired = false;

  private constructor(
    duckDb: DuckDb,
    instance: DuckDBInstance,
    limits: ColumnLimits,
    onStatement: OnStatement | undefined,
  ) {
    this.duckDb = duckDb;
    this.instance = instance;
    this.limits = limits;
    this.onStatement = onStatement;
  }

  static async open(duckDb: DuckDb, limits: ColumnLimits, onStatement?: OnStatement): Promise<Columns> {
    const instance = await duckDb.DuckDBInstance.create(':memory:', {
      threads: String(limits.threads),
      memory_limit: `${limits.memory}MB`,
      temp_directory: '',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    // Only an attached database in memory can be compressed: to an eighth of its size.
    await connection.run(`attach ':memory:' as columns (compress)`);
    await connection.run('set enable_external_access = false');
    // The operator's own implementation builds a hash table for each row, which takes four times as long.
    await connection.run(`create macro columns."&&"(list, ids) as
      len(list_filter(list, lambda id: list_contains(ids, id))) > 0`);
    connection.closeSync();
    return new Columns(duckDb, instance, limits, onStatement);
  }

  /**
   * Runs a statement.
   * @param signal ends it
   * @throws BrokenOff if the signal ended it; an error with PostgreSQL's code if it took too long or too much memory
   */
  async run<Row>(
    { sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>,
    signal?: AbortSignal,
  ): Promise<QueryResult<Row>> {
    const start = performance.now();
    const timeout = AbortSignal.timeout(this.limits.statementTimeout);
    const ending = signal ? AbortSignal.any([signal, timeout]) : timeout;
    this.running++;
    let connection: DuckDBConnection | undefined;
    let interrupting: NodeJS.Timeout | undefined;
    // Again and again, because an interruption before the statement has begun is lost.
    const interrupt = () => {
      connection?.interrupt();
      interrupting = setTimeout(interrupt, INTERRUPT_INTERVAL);
    };
    try {
      connection = await this.instance.connect();
      await connection.run('use columns');
      ending.throwIfAborted();
      ending.addEventListener('abort', interrupt);
      const values = parameters.map((value) => this.toValue(value));
      const types = parameters.map((value) => this.typeOf(value)) as DuckDBType[];
      const reader = await connection.runAndReadAll(sql, values, types);
      return { rows: reader.getRowObjectsJS().map(toRow) as Row[] };
    } catch (error) {
      if (signal?.aborted) throw new BrokenOff();
      if (timeout.aborted) throw new StatementTimeout('The statement took too long.');
      if (isOutOfMemory(error)) throw new MemoryExceeded(error.message);
      throw error;
    } finally {
      ending.removeEventListener('abort', interrupt);
      clearTimeout(interrupting);
      connection?.closeSync();
      this.running--;
      this.closeIfUnused();
      this.onStatement?.(sql, performance.now() - start);
    }
  }

  /** Frees the memory when no statement runs any more. */
  retire(): void {
    this.isRetired = true;
    this.closeIfUnused();
  }

  private closeIfUnused(): void {
    if (this.isRetired && this.running === 0) this.instance.closeSync();
  }

  private toValue(value: unknown): DuckDBValue {
    return (Array.isArray(value) ? this.duckDb.listValue(value as DuckDBValue[]) : value) as DuckDBValue;
  }

  private typeOf(value: unknown): DuckDBType | undefined {
    const { BOOLEAN, INTEGER, LIST, VARCHAR } = this.duckDb;
    if (Array.isArray(value)) return LIST(typeof value[0] === 'string' ? VARCHAR : INTEGER);
    if (typeof value === 'number') return INTEGER;
    return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
  }
}

function toRow(row: Record<string, JS>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlain(value)]));
}

/** Counts come as `bigint`. */
function toPlain(value: JS): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(toPlain) : value;
}
