import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, escapeIdentifier } from 'pg';
import {
  findMajor,
  takeLastLines,
  toHome,
  makeDataDir,
  openCluster,
  ROLE,
  syncCluster,
  type Cluster,
} from './cluster.ts';
import { createReader, READER, deriveReaderPassword } from './reader.ts';
import { clearLeftover, findRunning } from './leftover.ts';
import { connect, findGuests, registerOwner } from './owner.ts';
import { revive, type Running } from './revive.ts';
import { choosePrograms, type Programs } from './programs.ts';
import { spawnServer, type Exit, type Server } from './server.ts';
import { findServerUser } from './user.ts';
import { OperatorError } from '../db/operator.error.ts';

/** A running PostgreSQL server that pubatlas manages. */
export interface EmbeddedPostgres {
  /** Connection string including the password; not for logs. */
  url: string;
  /** Connection string of the role that can only read. */
  readUrl: string;
  port: number;
  /** The file that PostgreSQL writes its log to. */
  log: string;
  /** Ends the server cleanly and closes open connections. May be called more than once. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, on request or by itself. Never rejects. */
  exited: Promise<Exit>;
}

/** Errors of a start that are temporary, so `launch` tries again. */
const TEMPORARY_ERRORS =
  /Address already in use|lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/** Milliseconds for which `launch` tries again: a session of a killed server first finishes its statement. */
const RETRY_TIMEOUT_MS = 30_000;

/**
 * Starts the PostgreSQL that comes with pubatlas, on the data in `dataDir`; the first start creates the data. The
 * server accepts connections from this machine only, on a free port, with a password stored in the data folder. It ends
 * with this process, however that ends. A start after a crash recovers the data.
 * @throws OperatorError if it can't run; the message names the remedy
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  /** Created if it doesn't exist. */
  database?: string;
  /** Receives messages for the operator, as sentences. */
  log?: (line: string) => void;
  /**
   * Whether other processes may use the server at the same time. If another pubatlas already runs a server on the data,
   * it is used. Otherwise `stop` waits until the other processes have finished.
   */
  share?: boolean;
  /** Maximum number of connections; at least 100. */
  connections?: number;
  /** Restarts the server on the same port whenever it ends by itself. */
  revive?: boolean;
}): Promise<EmbeddedPostgres> {
  const { database = 'pubatlas', log = () => undefined } = options;
  const dataDir = path.resolve(options.dataDir);
  await makeDataDir(dataDir);
  const home = toHome(dataDir);
  const user = await findServerUser(home);
  const programs = await choosePrograms(await findMajor(home), home, user, log);
  const cluster = await openCluster(dataDir, user, programs, log);
  const toUrl = (port: number, role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
  const toUrls = (port: number) => ({
    url: toUrl(port, ROLE, cluster.password),
    readUrl: toUrl(port, READER, deriveReaderPassword(cluster)),
    port,
    log: cluster.log,
  });
  const joinRunning = async (): Promise<EmbeddedPostgres | null> => {
    const running = options.share ? await findRunning(cluster) : null;
    if (running === null) return null;
    await waitForDatabase(running.guest, database);
    return {
      ...toUrls(running.port),
      exited: new Promise(() => undefined),
      stop: () => running.guest.end().catch(() => undefined),
    };
  };
  const joined = await joinRunning();
  if (joined) return joined;
  let server: Server;
  try {
    server = await launch(cluster, programs, log, options);
  } catch (error) {
    // Another pubatlas started at the same moment.
    const other = await joinRunning();
    if (other) return other;
    throw error;
  }
  try {
    const release = await registerOwner(cluster, server.port, server.exited);
    const synced = cluster.isNew ? syncCluster(cluster, programs) : Promise.resolve();
    await createDatabase(cluster, server.port, database);
    await createReader(cluster, server.port, database);
    const first: Running = {
      exited: server.exited,
      async stop() {
        await synced;
        if (options.share) await waitForGuests(cluster, server.port, log);
        await release();
        // A process that connected before the release has found an owner, and uses the server.
        if (options.share) await waitForGuests(cluster, server.port, log);
        await server.stop();
      },
    };
    const startAgain = () => startOwned(cluster, programs, log, { ...options, port: server.port });
    return {
      ...toUrls(server.port),
      ...(options.revive ? revive(first, startAgain, log) : first),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts the server of a cluster that already has its database and roles. */
async function startOwned(
  cluster: Cluster,
  programs: Programs,
  log: (line: string) => void,
  room: { connections?: number; port: number },
): Promise<Running> {
  const server = await launch(cluster, programs, log, room);
  const release = await registerOwner(cluster, server.port, server.exited);
  return {
    exited: server.exited,
    async stop() {
      await release();
      await server.stop();
    },
  };
}

/**
 * Starts the server and waits until it accepts connections, however long recovery takes. Tries again if another program
 * took the port, if another pubatlas started at the same moment (`clearLeftover` then names it), or if sessions of a
 * killed server are still ending.
 */
async function launch(
  cluster: Cluster,
  programs: Programs,
  log: (line: string) => void,
  room: { connections?: number; port?: number },
): Promise<Server> {
  const since = Date.now();
  for (;;) {
    await clearLeftover(cluster, programs, log);
    const server = await spawnServer(cluster, programs, room);
    if (await isReady(cluster, server)) return server;
    const output = await server.output();
    await server.stop();
    if (!TEMPORARY_ERRORS.test(output) || Date.now() - since > RETRY_TIMEOUT_MS) {
      throw new OperatorError(
        `PostgreSQL did not start in ${cluster.home}; fix the problem below, or set DATA_DIR to another folder:\n${takeLastLines(output)}`,
      );
    }
    await delay(150);
  }
}

/** @returns false if the server ended instead */
async function isReady(cluster: Cluster, server: Server): Promise<boolean> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  const since = Date.now();
  while (!ended) {
    const answer = await connect(cluster, server.port);
    if (answer.kind === 'ready') {
      await answer.client.end();
      return true;
    }
    if (answer.kind === 'stranger' && Date.now() - since > 5_000) {
      await server.stop();
      throw new OperatorError(
        `The database in ${cluster.home} refuses the password in its file "password"; restore the right one, or set DATA_DIR to another folder.`,
      );
    }
    await delay(15);
  }
  return false;
}

/** Waits until the owner of a new server has created the database. */
async function waitForDatabase(client: Client, database: string): Promise<void> {
  while ((await client.query('SELECT FROM pg_database WHERE datname = $1', [database])).rowCount === 0)
    await delay(30);
}

/** Waits until no other process uses the server; ending it earlier would lose their work. */
async function waitForGuests(cluster: Cluster, port: number, log: (line: string) => void): Promise<void> {
  const answer = await connect(cluster, port);
  if (answer.kind !== 'ready') return;
  const { client } = answer;
  try {
    for (let announced = ''; ; await delay(100)) {
      const guests = await findGuests(client);
      if (guests.length === 0) return;
      const line =
        guests.length === 1
          ? `Done; waiting for process ${guests[0]}, which uses the same database.`
          : `Done; waiting for processes ${guests.join(', ')}, which use the same database.`;
      if (line !== announced) log(line);
      announced = line;
    }
  } catch {
    // The server has ended, and with it the guests' work.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(cluster: Cluster, port: number, database: string): Promise<void> {
  const answer = await connect(cluster, port);
  if (answer.kind !== 'ready')
    throw new OperatorError(`PostgreSQL ended right after it started; see its log ${cluster.log}.`);
  try {
    const known = await answer.client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await answer.client.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
  } finally {
    await answer.client.end();
  }
}
