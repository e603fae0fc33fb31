import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../db/database.ts';
import { failureOf } from '../db/failures.ts';
import { findPrimary } from '../db/hosts.ts';
import { OperatorError } from '../db/operator.error.ts';
import { homeOf } from '../embedded/cluster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded.ts';
import type { Config } from '../server/config.ts';

export interface OpenDatabase {
  db: Db;
  /** The same database as the API may use it: by a role that can only read, where there is one. */
  readUrl: string;
  /** Why PostgreSQL's own server ended, once it does so by itself and isn't started again. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** PostgreSQL's name for what is needed: 14.0. */
const OLDEST_VERSION = 140_000;

/** Milliseconds that a server has to accept a connection. */
const CONNECT_TIMEOUT = 5000;

/** Connections of the embedded server beside POOL_SIZE: of commands, of the owner, of operators. */
const OTHER_CONNECTIONS = 50;

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
    await demandUsable(db);
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

/** How an embedded server ended: the last fatal line of its log says more than the exit code. */
async function describeEnd({ log }: EmbeddedPostgres, reason: string): Promise<string> {
  const lines = (await readEnd(log).catch(() => '')).match(/(?:PANIC|FATAL): .*/g) ?? [];
  const fatal = lines.findLast((line) => !/the database system is|terminating connection/.test(line));
  return `${reason}${fatal === undefined ? '' : `, ${fatal}`}; its log is ${log}`;
}

/** The last 16 KiB of a file. */
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

/**
 * The same for a command that must leave nothing behind: if there is no database yet, it gets an empty one in a temporary
 * folder.
 */
export async function withoutTrace<T>(
  config: Config,
  work: (db: Db, isScratch: boolean) => Promise<T>,
): Promise<T> {
  const exists =
    config.databaseUrl !== null || (await stat(homeOf(config.dataDir)).catch(() => null)) !== null;
  if (exists) return withDatabase(config, (db) => work(db, false));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pubatlas-'));
  try {
    return await withDatabase({ ...config, dataDir }, (db) => work(db, true));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Runs a command's work with the database, and closes it whatever happens. */
export async function withDatabase<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, lost, close } = await openConfigured(config, { share: true });
  try {
    return await work(db);
  } catch (error) {
    if (config.databaseUrl !== null || failureOf(error) !== 'unavailable') throw error;
    // The connection breaks a moment before the server's exit is known.
    const reason = await Promise.race([lost, delay(2000, null)]);
    throw reason === null
      ? error
      : new OperatorError(`The database ended: ${reason}. Mend what it says, and run the command again.`);
  } finally {
    await close();
  }
}
