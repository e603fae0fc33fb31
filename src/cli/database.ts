import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../db/database.ts';
import { classifyFailure } from '../db/failures.ts';
import { findPrimary } from '../db/hosts.ts';
import { OperatorError } from '../db/operator.error.ts';
import { toHome } from '../embedded/cluster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded.ts';
import type { Config } from '../server/config.ts';

/** An open database. `close` also stops the bundled PostgreSQL if this process started it. */
export interface OpenDatabase {
  db: Db;
  /** The URL of the same database with a read-only role, if there is one. */
  readUrl: string;
  /** Resolves with the reason if the bundled PostgreSQL ends unexpectedly and is not restarted. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** `server_version_num` of PostgreSQL 15.0. */
const OLDEST_VERSION = 150_000;

/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT = 5000;

/**
 * Connections of the bundled server beyond POOL_SIZE: for commands, for the process that owns the server, and for
 * operators.
 */
const OTHER_CONNECTIONS = 50;

/**
 * Opens the configured database: DATABASE_URL, or the bundled PostgreSQL in DATA_DIR.
 * @param share whether to use the bundled server of another process in DATA_DIR. Otherwise this process starts its own
 *   server and restarts it when it ends.
 * @throws OperatorError if the database can't be reached or is too old
 */
export async function openConfigured(config: Config, { share }: { share: boolean }): Promise<OpenDatabase> {
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({
          dataDir: config.dataDir,
          share,
          connections: config.poolSize + config.exportPoolSize + OTHER_CONNECTIONS,
          revive: !share,
          log: (line) => console.error(line),
        })
      : null;
  const url = embedded ? embedded.url : await findPrimary(config.databaseUrl as string);
  const readUrl = embedded ? embedded.readUrl : (config.databaseReadUrl ?? (config.databaseUrl as string));
  const db = openDatabase(url, { connectTimeout: CONNECT_TIMEOUT });
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    await checkUsable(db);
  } catch (error) {
    await close();
    throw error;
  }
  const lost = new Promise<string>((resolve) => {
    void embedded?.exited.then(async ({ expected, reason }) => {
      if (!expected) resolve(await describeEnd(embedded, reason));
    });
  });
  return { db, readUrl, lost, close };
}

async function checkUsable(db: Db): Promise<void> {
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
      `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; pubatlas needs 15 or newer.`,
    );
}

/** Describes why a bundled server ended. The last fatal line of its log says more than the exit code. */
async function describeEnd({ log }: EmbeddedPostgres, reason: string): Promise<string> {
  const lines = (await readEnd(log).catch(() => '')).match(/(?:PANIC|FATAL): .*/g) ?? [];
  const fatal = lines.findLast((line) => !/the database system is|terminating connection/.test(line));
  return `${reason}${fatal === undefined ? '' : `, ${fatal}`}; its log is ${log}`;
}

/** Reads the last 16 KiB of a file. */
async function readEnd(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const size = 16 * 1024;
    const { size: length } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, Math.max(0, length - size));
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether there is a database: always with DATABASE_URL; for the bundled PostgreSQL, after its first start. */
export async function hasDatabase({ databaseUrl, dataDir }: Config): Promise<boolean> {
  return databaseUrl !== null || (await stat(toHome(dataDir)).catch(() => null)) !== null;
}

/**
 * Like `withDatabase`, but creates no database.
 * @throws OperatorError if there is no database yet
 */
export async function withExistingDatabase<T>(
  config: Config,
  work: (db: Db, readUrl: string) => Promise<T>,
): Promise<T> {
  if (!(await hasDatabase(config)))
    throw new OperatorError(
      `There is no catalogue in DATA_DIR ${config.dataDir}; "pubatlas import FILE" creates one. If yours is elsewhere, set DATA_DIR or DATABASE_URL.`,
    );
  return withDatabase(config, work);
}

/**
 * Like `withDatabase`, for a dry run, which must not create a database. If there is none yet, the work gets an empty one
 * in a temporary folder.
 */
export async function withScratchDatabase<T>(
  config: Config,
  work: (db: Db, isScratch: boolean) => Promise<T>,
): Promise<T> {
  if (await hasDatabase(config)) return withDatabase(config, (db) => work(db, false));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pubatlas-'));
  try {
    return await withDatabase({ ...config, dataDir }, (db) => work(db, true));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * Runs a command's work with the configured database, and always closes the database.
 * @param work also gets the URL of the same database with a read-only role
 */
export async function withDatabase<T>(
  config: Config,
  work: (db: Db, readUrl: string) => Promise<T>,
): Promise<T> {
  const { db, readUrl, lost, close } = await openConfigured(config, { share: true });
  try {
    return await work(db, readUrl);
  } catch (error) {
    if (config.databaseUrl !== null || classifyFailure(error) !== 'unavailable') throw error;
    // The connection breaks shortly before the server's exit is known.
    const reason = await Promise.race([lost, delay(2000, null)]);
    throw reason === null
      ? error
      : new OperatorError(
          `The database server ended: ${reason}. Fix the problem, and run the command again.`,
        );
  } finally {
    await close();
  }
}
