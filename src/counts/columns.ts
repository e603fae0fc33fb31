import type { DuckDBInstance } from '@duckdb/node-api';
import type { CompiledQuery, QueryResult } from 'kysely';
import { RequestAborted } from '../db/failures.ts';
import { ColumnConnection, type DuckDb } from './connection.ts';

/** Resource limits of the column store. */
export interface ColumnLimits {
  /** Threads that all statements share. */
  threads: number;
  /** Memory in megabytes, including the data. */
  memory: number;
  /** Time limit of a statement in milliseconds. */
  statementTimeout: number;
}

/** Milliseconds between attempts to interrupt a statement. */
const INTERRUPT_INTERVAL = 50;

/** A statement exceeded its time limit. Has PostgreSQL's SQLSTATE for this. */
class StatementTimeout extends Error {
  readonly code = '57014';
}

/** The copy was freed. Has PostgreSQL's SQLSTATE for a server that was shut down. */
class ColumnsFreed extends Error {
  readonly code = '57P01';
}

/** A statement exceeded COUNTS_MEMORY. Has the SQLSTATE that PostgreSQL uses for `temp_file_limit`. */
class MemoryExceeded extends Error {
  readonly code = '53400';
}

/** Whether a statement exceeded DuckDB's memory limit. DuckDB's errors have no codes, so the message is checked. */
function isOutOfMemory(error: unknown): error is Error {
  return String((error as Partial<Error>).message).startsWith('Out of Memory Error');
}

/** Loads DuckDB. Null if it is not installed, or has no binary for this platform. */
export async function loadDuckDb(): Promise<DuckDb | null> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    return null;
  }
}

/**
 * An in-memory DuckDB database. It reads and writes no files. Its statements use SQL that both PostgreSQL and DuckDB
 * understand.
 */
export class Columns {
  private readonly duckDb: DuckDb;
  private readonly instance: DuckDBInstance;
  private readonly limits: ColumnLimits;
  private readonly idle: ColumnConnection[] = [];
  private running = 0;
  private isRetired = false;
  private isFreed = false;

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
      // Return freed memory to the system at once. Otherwise DuckDB keeps 40 MB after the copy has been made.
      allocator_flush_threshold: '1MB',
      allocator_bulk_deallocation_flush_threshold: '1MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    // Only an attached in-memory database can be compressed. That reduces the data to an eighth.
    await connection.run(`attach ':memory:' as columns (compress)`);
    await connection.run('set enable_external_access = false');
    // DuckDB's own `&&` builds a hash table for each row, which takes four times as long.
    await connection.run(`create macro columns."&&"(list, ids) as
      len(list_filter(list, lambda id: list_contains(ids, id))) > 0`);
    connection.closeSync();
    return new Columns(duckDb, instance, limits);
  }

  /**
   * Runs a statement.
   * @param signal aborts the statement
   * @throws RequestAborted if the signal aborted it; an error with PostgreSQL's SQLSTATE if it exceeded a limit, or if
   *   the memory has been freed
   */
  async run<Row>(
    { sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>,
    signal?: AbortSignal,
  ): Promise<QueryResult<Row>> {
    if (this.isFreed) throw new ColumnsFreed('The copy in columns has been replaced.');
    const timeout = AbortSignal.timeout(this.limits.statementTimeout);
    const ending = signal ? AbortSignal.any([signal, timeout]) : timeout;
    this.running++;
    let connection: ColumnConnection | undefined;
    let interrupting: NodeJS.Timeout | undefined;
    // Repeat, because DuckDB ignores an interrupt that arrives before the statement has started.
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
      if (signal?.aborted) throw new RequestAborted();
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

  /** Frees the memory when no statement is running any more. */
  retire(): void {
    this.isRetired = true;
    this.closeIfUnused();
  }

  private closeIfUnused(): void {
    if (!this.isRetired || this.isFreed || this.running > 0) return;
    this.isFreed = true;
    for (const connection of this.idle.splice(0)) connection.close();
    this.instance.closeSync();
  }
}
