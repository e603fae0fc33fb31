import type { DuckDBInstance } from '@duckdb/node-api';
import type { CompiledQuery, QueryResult } from 'kysely';
import { BrokenOff } from '../db/failures.ts';
import { ColumnConnection, type DuckDb } from './connection.ts';

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
  private readonly idle: ColumnConnection[] = [];
  private running = 0;
  private isRetired = false;

  private constructor(duckDb: DuckDb, instance: DuckDBInstance, limits: ColumnLimits) {
    this.duckDb = duckDb;
    this.instance = instance;
    this.limits = limits;
  }

  static async open(duckDb: DuckDb, limits: ColumnLimits): Promise<Columns> {
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
    return new Columns(duckDb, instance, limits);
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
    const timeout = AbortSignal.timeout(this.limits.statementTimeout);
    const ending = signal ? AbortSignal.any([signal, timeout]) : timeout;
    this.running++;
    let connection: ColumnConnection | undefined;
    let interrupting: NodeJS.Timeout | undefined;
    // Again and again, because an interruption before the statement has begun is lost.
    const interrupt = () => {
      connection?.interrupt();
      interrupting = setTimeout(interrupt, INTERRUPT_INTERVAL);
    };
    try {
      connection = this.idle.pop() ?? (await ColumnConnection.open(this.duckDb, this.instance));
      ending.throwIfAborted();
      ending.addEventListener('abort', interrupt);
      const rows = await connection.query(sql, parameters);
      this.idle.push(connection);
      return { rows: rows as Row[] };
    } catch (error) {
      connection?.close();
      if (signal?.aborted) throw new BrokenOff();
      if (timeout.aborted) throw new StatementTimeout('The statement took too long.');
      if (isOutOfMemory(error)) throw new MemoryExceeded(error.message);
      throw error;
    } finally {
      ending.removeEventListener('abort', interrupt);
      clearTimeout(interrupting);
      this.running--;
      this.closeIfUnused();
    }
  }

  /** Frees the memory when no statement runs any more. */
  retire(): void {
    this.isRetired = true;
    this.closeIfUnused();
  }

  private closeIfUnused(): void {
    if (!this.isRetired || this.running > 0) return;
    for (const connection of this.idle.splice(0)) connection.close();
    this.instance.closeSync();
  }
}
