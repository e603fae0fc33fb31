import type pg from 'pg';
import { type Db, databaseOf } from './database.ts';
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
    if (isBrokenOff) {
      client.release();
      throw new BrokenOff();
    }
    const release = client.release;
    running.add(client);
    client.release = (error) => {
      running.delete(client);
      release.call(client, error);
    };
    return client;
  }

  return {
    statements,
    db: databaseOf({ connect, end: async () => undefined }, (_, milliseconds) => {
      statements.count++;
      statements.milliseconds += milliseconds;
    }),
    breakOff() {
      isBrokenOff = true;
      for (const client of running) void client.end();
    },
  };
}
