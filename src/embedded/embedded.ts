import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
import { lastLines, homeOf, makeDataDir, openCluster, ROLE, syncCluster, type Cluster } from './cluster.ts';
import { createReader, READER } from './reader.ts';
import { clearLeftover, findRunning } from './leftover.ts';
import { connect, own } from './owner.ts';
import { revive, type Running } from './revive.ts';
import { findPrograms, type Programs } from './programs.ts';
import { spawnServer, type Exit, type Server } from './server.ts';
import { findServerUser } from './user.ts';
import { OperatorError } from '../db/operator.error.ts';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** A connection string, password included: not for logs. */
  url: string;
  /** The same for a role that can only read. */
  readUrl: string;
  port: number;
  /** Ends the server cleanly; may be called again. Connections that are still open are cut. */
  stop(): Promise<void>;
  /** Settles (never rejects) when the server is gone: because it was asked to stop, or of itself. */
  exited: Promise<Exit>;
}

/** Why a server that ended during its start is worth another try: see `launch`. */
const PASSING =
  /Address already in use|lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/** How long it is tried again: a session of a killed server first finishes its statement. */
const PATIENCE_MS = 30_000;

/**
 * Starts the PostgreSQL that comes with pubatlas, on the data in `dataDir`, which is made at the first start. It is
 * reachable from this machine only, at a port free at the time, with a password kept in the data folder. It ends with
 * this process, however that ends; a start after a crash recovers.
 * @throws OperatorError where it can't run; the message names the remedy
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  /** Made where it doesn't exist. */
  database?: string;
  /** Told, in sentences, what the operator should know. */
  log?: (line: string) => void;
  /** Where a living pubatlas runs a server on the data, that one is used; stopping is left to its owner. */
  share?: boolean;
  /** Starts the server again, at the same port, whenever it ends by itself. */
  revive?: boolean;
}): Promise<EmbeddedPostgres> {
  const { database = 'pubatlas', log = () => undefined } = options;
  const dataDir = path.resolve(options.dataDir);
  await makeDataDir(dataDir);
  const user = await findServerUser(homeOf(dataDir));
  const programs = await findPrograms(user, dataDir, log);
  const cluster = await openCluster(dataDir, user, programs, log);
  const urlAt = (port: number, role = ROLE) =>
    `postgresql://${role}:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
  const running = options.share ? await findRunning(cluster) : null;
  if (running !== null)
    return {
      url: urlAt(running),
      readUrl: urlAt(running, READER),
      port: running,
      exited: new Promise(() => undefined),
      stop: async () => undefined,
    };
  const server = await launch(cluster, programs, log);
  try {
    const release = await own(cluster, server.port, server.exited);
    const synced = cluster.isNew ? syncCluster(cluster, programs) : Promise.resolve();
    await createDatabase(cluster, server.port, database);
    await createReader(cluster, server.port, database);
    const first: Running = {
      exited: server.exited,
      async stop() {
        await Promise.all([synced, release()]);
        await server.stop();
      },
    };
    const startAgain = () => startOwned(cluster, programs, log, server.port);
    return {
      url: urlAt(server.port),
      readUrl: urlAt(server.port, READER),
      port: server.port,
      ...(options.revive ? revive(first, startAgain, log) : first),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts the server of a cluster that has its database and roles. */
async function startOwned(
  cluster: Cluster,
  programs: Programs,
  log: (line: string) => void,
  port: number,
): Promise<Running> {
  const server = await launch(cluster, programs, log, port);
  const release = await own(cluster, server.port, server.exited);
  return {
    exited: server.exited,
    async stop() {
      await release();
      await server.stop();
    },
  };
}

/**
 * Starts the server and waits until it takes connections, however long it recovers. Tries again where another program
 * took the port first, another pubatlas started at the same moment (the next look at the leftovers names it), or
 * sessions of a killed server are still ending.
 */
async function launch(
  cluster: Cluster,
  programs: Programs,
  log: (line: string) => void,
  port?: number,
): Promise<Server> {
  const since = Date.now();
  for (;;) {
    await clearLeftover(cluster, programs, log);
    const server = await spawnServer(cluster, programs, port);
    if (await isReady(cluster, server)) return server;
    const output = await server.output();
    await server.stop();
    if (!PASSING.test(output) || Date.now() - since > PATIENCE_MS) {
      throw new OperatorError(
        `PostgreSQL did not start in ${cluster.home}; mend what it says, or set DATA_DIR to another folder:\n${lastLines(output)}`,
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
        `The database in ${cluster.home} refuses the password in its file "password"; put the right one back, or set DATA_DIR to another folder.`,
      );
    }
    await delay(15);
  }
  return false;
}

async function createDatabase(cluster: Cluster, port: number, database: string): Promise<void> {
  const answer = await connect(cluster, port);
  if (answer.kind !== 'ready')
    throw new OperatorError(`PostgreSQL ended just after its start; see ${cluster.log}.`);
  try {
    const known = await answer.client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await answer.client.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
  } finally {
    await answer.client.end();
  }
}
