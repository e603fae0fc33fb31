import type { CompiledQuery, ConnectionProvider, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import { type Db, databaseOver } from './database.ts';
import { BrokenOff } from './failures.ts';
import type { Readers } from './readers.ts';

/** One request's use of the database. */
export interface Session {
  db: Db;
  /** Statements that were sent, and what they took together, in milliseconds. */
  statements: { count: number; milliseconds: number };
  /** Ends the statements that run, and sends no more: they fail. */
  breakOff(): void;
}

/**
 * Opens a session. It holds no connection: each statement takes one and gives it back, all of the same host, so that an answer
 * is not put together of two that may differ.
 *
 * A running statement is ended by closing its connection; PostgreSQL looks after that every now and then (src/db/pool.ts). A
 * request to cancel would need one more connection, and could hit the statement after.
 */
export function openSession(readers: Readers): Session {
  const running = new Set<pg.PoolClient>();
  const statements = { count: 0, milliseconds: 0 };
  let host: Promise<{ pool: pg.Pool; client: pg.PoolClient }> | undefined;
  let isBrokenOff = false;

  async function acquire(): Promise<pg.PoolClient> {
    if (host) {
      const { pool } = await host;
      return pool.connect();
    }
    host = readers.pick();
    host.catch(() => (host = undefined));
    return (await host).client;
  }

  async function connect(): Promise<pg.PoolClient> {
    if (isBrokenOff) throw new BrokenOff();
    const client = await acquire();
    if (!isBrokenOff) return client;
    client.release();
    throw new BrokenOff();
  }

  async function send<Row>(
    client: pg.PoolClient,
    { sql, parameters }: CompiledQuery,
  ): Promise<QueryResult<Row>> {
    const start = performance.now();
    try {
      const { rows } = await client.query<never>(sql, parameters as unknown[]);
      return { rows };
    } finally {
      statements.count++;
      statements.milliseconds += performance.now() - start;
    }
  }

  const provider: ConnectionProvider = {
    async provideConnection(consume) {
      const client = await connect();
      running.add(client);
      try {
        return await consume(connectionOf((query) => send(client, query)));
      } finally {
        running.delete(client);
        client.release();
      }
    },
  };

  return {
    statements,
    db: databaseOver(provider),
    breakOff() {
      isBrokenOff = true;
      for (const client of running) void client.end();
    },
  };
}

function connectionOf(executeQuery: DatabaseConnection['executeQuery']): DatabaseConnection {
  return {
    executeQuery,
    streamQuery() {
      throw new Error('A session reads no rows one by one.');
    },
  };
}
