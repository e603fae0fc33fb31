import type * as DuckDbModule from '@duckdb/node-api';
import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBType,
  DuckDBValue,
  JS,
} from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';
import { FoundIds } from './found-ids.ts';

export type DuckDb = typeof DuckDbModule;

/** Maximum number of prepared statements that a connection keeps. */
const MOST_PREPARED = 100;

/**
 * A DuckDB connection that runs one statement at a time. It keeps prepared statements, because planning takes longer
 * than counting a few thousand publications.
 */
export class ColumnConnection {
  private readonly duckDb: DuckDb;
  private readonly connection: DuckDBConnection;
  private readonly prepared = new LRUCache<string, DuckDBPreparedStatement>({
    max: MOST_PREPARED,
    dispose: (statement) => statement.destroySync(),
  });

  private constructor(duckDb: DuckDb, connection: DuckDBConnection) {
    this.duckDb = duckDb;
    this.connection = connection;
  }

  static async open(duckDb: DuckDb, instance: DuckDBInstance): Promise<ColumnConnection> {
    const connection = await instance.connect();
    await connection.run('use columns');
    return new ColumnConnection(duckDb, connection);
  }

  /** Runs a statement. Parameters are numbers, texts, booleans, arrays of numbers or texts, or `FoundIds`. */
  async query(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const statement = this.prepared.get(sql) ?? (await this.connection.prepare(sql));
    this.prepared.set(sql, statement);
    statement.bind(
      parameters.map((value) => this.toValue(value)),
      parameters.map((value) => this.typeOf(value)) as DuckDBType[],
    );
    try {
      const reader = await statement.runAndReadAll();
      return reader.getRowObjectsJS().map(toRow);
    } finally {
      // Release the parameters: a set of publications takes a bit for each publication of the catalogue.
      statement.clearBindings();
    }
  }

  /** Aborts the running statement. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.prepared.clear();
    this.connection.closeSync();
  }

  private toValue(value: unknown): DuckDBValue {
    if (value instanceof FoundIds) return new this.duckDb.DuckDBBitValue(value.data);
    return (Array.isArray(value) ? this.duckDb.listValue(value as DuckDBValue[]) : value) as DuckDBValue;
  }

  private typeOf(value: unknown): DuckDBType | undefined {
    const { BIT, BOOLEAN, INTEGER, LIST, VARCHAR } = this.duckDb;
    if (value instanceof FoundIds) return BIT;
    if (Array.isArray(value)) return LIST(typeof value[0] === 'string' ? VARCHAR : INTEGER);
    if (typeof value === 'number') return INTEGER;
    return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
  }
}

function toRow(row: Record<string, JS>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlain(value)]));
}

/** Converts `bigint`, which DuckDB returns for counts, to numbers. */
function toPlain(value: JS): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(toPlain) : value;
}
