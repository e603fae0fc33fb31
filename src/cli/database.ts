import { sql } from 'kysely';
import { type Db, openDatabase } from '../db/database.ts';
import { startEmbeddedPostgres } from '../embedded/embedded.ts';
import { findPrimary } from '../db/hosts.ts';
import { OperatorError } from '../db/operator.error.ts';
import type { Config } from '../server/config.ts';

export interface OpenDatabase {
  db: Db;
  /** The same database as the API may use it: by a role that can only read, where there is one. */
  readUrl: string;
  close(): Promise<void>;
}

/** PostgreSQL's name for what is needed: 14.0. */
const OLDEST_VERSION = 140_000;

/**
 * Opens the database that the configuration names: DATABASE_URL, or PostgreSQL's own server in DATA_DIR.
 * @param share whether a command may use the server that another pubatlas runs in DATA_DIR. Otherwise it is our own, and
 *   started again whenever it ends.
 * @throws OperatorError where it can't be reached or is too old
 */
export async function openConfigured(config: Config, { share }: { share: boolean }): Promise<OpenDatabase> {
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({
          dataDir: config.dataDir,
          share,
          revive: !share,
          log: (line) => console.error(line),
        })
      : null;
  const url = embedded ? embedded.url : await findPrimary(config.databaseUrl as string);
  const readUrl = embedded ? embedded.readUrl : (config.databaseReadUrl ?? (config.databaseUrl as string));
  const db = openDatabase(url);
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    await demandUsable(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, readUrl, close };
}

async function demandUsable(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::integer as version`
    .execute(db)
    .catch((error: Error) => {
      throw new OperatorError(
        `The database of DATABASE_URL can't be reached (${error.message || (error as NodeJS.ErrnoException).code}); check that it runs, and its host, port, user and password.`,
      );
    });
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_VERSION)
    throw new OperatorError(
      `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; pubatlas needs 14 or newer.`,
    );
}

/** Runs a command's work with the database, and closes it whatever comes. */
export async function withDatabase<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openConfigured(config, { share: true });
  try {
    return await work(db);
  } finally {
    await close();
  }
}
