import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { openPool } from './pool.ts';
import type { DB } from './tables.generated.ts';

/** The catalogue's database, or a transaction in it: every query function takes either. */
export type Db = Kysely<DB>;

/** Told of every statement that was sent, and of how long it took, in milliseconds. */
export type OnStatement = (statement: string, milliseconds: number) => void;

/** The database behind a pool. */
export function databaseOf(pool: PostgresPool, onStatement?: OnStatement): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement && {
      log: ({ query, queryDurationMillis }) => onStatement(query.sql, queryDurationMillis),
    }),
  });
}

export interface DatabaseOptions {
  /** Connections at most. */
  poolSize?: number;
  /** Told of a connection that broke while idle: the pool replaces it, nothing else has to happen. */
  onIdleError?: (error: Error) => void;
  onStatement?: OnStatement;
}

/** Opens a pool to the database at `url` (postgres://…), for all that may be done with it. Connects at the first query. */
export function openDatabase(url: string, { onStatement, ...options }: DatabaseOptions = {}): Db {
  return databaseOf(openPool(url, options), onStatement);
}
