import {
  type ConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  PostgresDialect,
  type PostgresPool,
} from 'kysely';
import { openPool } from './pool.ts';
import type { DB } from './tables.generated.ts';

/** The catalogue's database or a transaction in it. Every query function accepts both. */
export type Db = Kysely<DB>;

/** Called after each statement, with its SQL and its duration in milliseconds. */
export type OnStatement = (statement: string, milliseconds: number) => void;

/** Makes a `Db` that takes connections from a pool. */
export function createDb(pool: PostgresPool, onStatement?: OnStatement): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement && {
      log: ({ query, queryDurationMillis }) => onStatement(query.sql, queryDurationMillis),
    }),
  });
}

/**
 * The parts that all databases over a provider share. They are made once, because that takes longer than most
 * statements.
 */
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('A database over a provider of connections has no transactions.')),
});
const driver = dialect.createDriver();
const compiler = dialect.createQueryCompiler();
const adapter = dialect.createAdapter();

/**
 * Makes a `Db` that takes a connection of `provider` for each statement. It is cheap to make and has no transactions.
 */
export function createProviderDb(provider: ConnectionProvider): Db {
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor });
}

/** Runs `work` in a transaction: in `db` itself if it is one, otherwise in a new one. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** Wraps a transaction for Kysely's migrator, which calls `connection()`. A `Transaction` throws there. */
export function hideTransaction(trx: Db): Db {
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor: trx.getExecutor() });
}

export interface DatabaseOptions {
  /** Maximum number of connections. */
  poolSize?: number;
  /** Milliseconds to wait for a free or new connection; no limit if absent. */
  connectTimeout?: number;
  /** Called when an idle connection breaks. For logging only, because the pool replaces the connection. */
  onIdleError?: (error: Error) => void;
  onStatement?: OnStatement;
}

/** Opens a pool with read and write access to the database at `url` (postgres://…). Connects at the first query. */
export function openDatabase(url: string, { onStatement, ...options }: DatabaseOptions = {}): Db {
  return createDb(openPool(url, options), onStatement);
}
