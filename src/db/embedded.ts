import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
import {
  lastLines,
  homeOf,
  makeDataDir,
  openCluster,
  ROLE,
  syncCluster,
  type Cluster,
} from './embedded.cluster.ts';
import { clearLeftover } from './embedded.leftover.ts';
import { connect, own } from './embedded.owner.ts';
import { shutDown, spawnOptions, watchOver } from './embedded.process.ts';
import { findPrograms, type Programs } from './embedded.programs.ts';
import { findServerUser } from './embedded.user.ts';
import { OperatorError } from './operator.error.ts';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** A connection string, password included: not for logs. */
  url: string;
  port: number;
  /** Ends the server cleanly; may be called again. Connections that are still open are cut. */
  stop(): Promise<void>;
  /** Settles (never rejects) when the server is gone: because it was asked to stop, or of itself. */
  exited: Promise<{ expected: boolean; reason: string }>;
}

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1', // this machine alone
  unix_socket_directories: '', // their paths may be 107 characters long at most, data folders may be longer
  max_connections: '100',
  shared_buffers: '128MB', // modest: the system's own cache does the rest, and a laptop has other work
  effective_cache_size: '1GB', // a promise to the planner, not memory taken
  work_mem: '16MB',
  maintenance_work_mem: '128MB', // indexes are built in memory after a long import
  random_page_cost: '1.1', // data is on a solid-state disk or in memory
  jit: 'off', // compiling costs more than our short statements gain
  wal_level: 'minimal', // there are no replicas
  max_wal_senders: '0',
  max_wal_size: '2GB', // fewer checkpoints during a long import
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // fsync, full_page_writes and synchronous_commit stay on: what was committed survives a crash.
};

/** Why a server that ended during its start is worth another try: see `launch`. */
const PASSING =
  /Address already in use|lock file "postmaster.pid" already exists|pre-existing shared memory block/;

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
}): Promise<EmbeddedPostgres> {
  const { database = 'pubatlas', log = () => undefined } = options;
  const dataDir = path.resolve(options.dataDir);
  await makeDataDir(dataDir);
  const user = await findServerUser(homeOf(dataDir));
  const programs = await findPrograms(user, dataDir, log);
  const cluster = await openCluster(dataDir, user, programs, log);
  const server = await launch(cluster, programs, log);
  try {
    const release = await own(cluster, server.port, server.exited);
    const synced = cluster.isNew ? syncCluster(cluster, programs) : Promise.resolve();
    await createDatabase(cluster, server.port, database);
    return {
      url: `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}?sslmode=disable`,
      port: server.port,
      exited: server.exited,
      stop: async () => {
        await Promise.all([synced, release()]);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Server {
  port: number;
  exited: EmbeddedPostgres['exited'];
  stop(): Promise<void>;
}

/**
 * Starts the server and waits until it takes connections, however long it recovers. Tries again where another program
 * took the port first, another pubatlas started at the same moment (the next look at the leftovers names it), or
 * sessions of a killed server are still ending.
 */
async function launch(cluster: Cluster, programs: Programs, log: (line: string) => void): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftover(cluster, programs, log);
    const server = await spawnServer(cluster, programs, await freePort());
    if (await isReady(cluster, server)) return server;
    await server.stop();
    const output = await readFile(cluster.log, 'utf8').catch(() => '');
    if (!PASSING.test(output) || attempt === 20) {
      throw new OperatorError(
        `PostgreSQL did not start in ${cluster.home}; mend what it says, or set DATA_DIR to another folder:\n${lastLines(output)}`,
      );
    }
    await delay(150);
  }
}

async function spawnServer(cluster: Cluster, programs: Programs, port: number): Promise<Server> {
  const { data, dataForServer, user } = cluster;
  await rename(cluster.log, path.join(cluster.home, 'server.previous.log')).catch(() => undefined);
  // Straight into the file: a pipe through this process would hold the server up whenever we are busy.
  const log = await open(cluster.log, 'w', 0o600);
  if (user) await log.chown(user.uid, user.gid);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programs.postgres, ['-D', dataForServer, '-p', String(port), ...settings], {
    ...spawnOptions({ cwd: data, user }),
    stdio: ['ignore', log.fd, log.fd],
    detached: true, // a Ctrl-C in the terminal is for us alone: the server ends after the last request
  });
  await log.close();
  let stopping: Promise<void> | null = null;
  const exited = once(child, 'exit').then(
    ([code, signal]: (number | string | null)[]) => ({
      expected: stopping !== null,
      reason: signal ? `killed by ${signal}` : `ended with code ${code}`,
    }),
    (error: Error) => ({ expected: false, reason: error.message }), // it could not even be run
  );
  const dismissWatchdog = child.pid === undefined ? () => undefined : watchOver(child.pid, user);
  void exited.then(dismissWatchdog);
  return { port, exited, stop: () => (stopping ??= shutDown(child, programs.pgCtl)) };
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
