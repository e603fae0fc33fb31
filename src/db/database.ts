import {
  type ConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  PostgresDialect,
  type PostgresPool,
} from 'kysely';
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

/** What a `Db` is made of beside its connections, once for all: to make it takes longer than most statements. */
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('A database over a provider of connections has no transactions.')),
});
const driver = dialect.createDriver();
const compiler = dialect.createQueryCompiler();
const adapter = dialect.createAdapter();

/** A database whose statements each take a connection of `provider`. It is cheap to make, and has no transactions. */
export function databaseOver(provider: ConnectionProvider): Db {
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor });
}

/** Runs `work` in a transaction: the one that `db` is, or a new one. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** The same transaction for Kysely's migrator, which refuses one: its `connection()` throws. */
export function hideTransaction(trx: Db): Db {
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor: trx.getExecutor() });
}

export interface DatabaseOptions {
  /** Connections at most. */
  poolSize?: number;
  /** Milliseconds to wait for a connection, a free one or a new one; without it for ever. */
  connectTimeout?: number;
  /** Told of a connection that broke while idle: the pool replaces it, nothing else has to happen. */
  onIdleError?: (error: Error) => void;
  onStatement?: OnStatement;
}

/** Opens a pool to the database at `url` (postgres://…), for all that may be done with it. Connects at the first query. */
export function openDatabase(url: string, { onStatement, ...options }: DatabaseOptions = {}): Db {
  return databaseOf(openPool(url, options), onStatement);
}
