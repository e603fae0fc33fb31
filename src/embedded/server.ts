import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, open, rename, type FileHandle } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { cannotWrite, type Cluster } from './cluster.ts';
import { shutDown, toSpawnOptions, watchOver } from './process.ts';
import type { Programs } from './programs.ts';

/** How a server ended. */
export interface Exit {
  /** Whether this process asked it to end. */
  expected: boolean;
  /** `ended with code 0`, `killed by SIGKILL`. */
  reason: string;
}

/** A server process that may not accept connections yet. */
export interface Server {
  port: number;
  /** Never rejects. */
  exited: Promise<Exit>;
  stop(): Promise<void>;
  /** The first 64 KiB of its log so far. */
  output(): Promise<string>;
}

/**
 * Size of PostgreSQL's page cache in MB: an eighth of the memory, between 128 MB and 4 GB. The system caches the pages
 * too, but copying a page from there costs more than all other work with it. If the whole catalogue fits, searches,
 * facets and lists are twice as fast. Only used pages take memory.
 */
function computeCacheSize(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
  return Math.round(Math.min(Math.max(memory / 8, 128), 4096));
}

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1', // this machine only
  unix_socket_directories: '', // a socket path is limited to 107 characters, and a data folder may be longer
  shared_buffers: `${computeCacheSize()}MB`,
  effective_cache_size: '1GB', // an estimate for the planner; takes no memory
  work_mem: '16MB',
  maintenance_work_mem: '128MB', // indexes are built in memory after a long import
  random_page_cost: '1.1', // data is on a solid-state disk or in memory
  wal_level: 'minimal', // there are no replicas
  max_wal_senders: '0',
  max_wal_size: '2GB', // fewer checkpoints during a long import
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // fsync, full_page_writes and synchronous_commit stay on, so committed data survives a crash.
};

/** Bytes of the log from which it is rotated. */
const MOST_LOG = 10 * 1024 * 1024;
/** Milliseconds between checks of the log's size. */
const LOG_CHECK_INTERVAL = 60_000;

/**
 * Starts the server process of a cluster.
 * @param connections maximum number of connections; at least 100
 * @param port by default, a port that is free now
 */
export async function spawnServer(
  cluster: Cluster,
  programs: Programs,
  { connections = 0, port: givenPort }: { connections?: number; port?: number } = {},
): Promise<Server> {
  const { data, dataForServer, user } = cluster;
  const port = givenPort ?? (await findFreePort());
  const log = await openLog(cluster);
  const settings = Object.entries({
    ...SETTINGS,
    max_connections: String(Math.max(100, connections)),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programs.postgres, ['-D', dataForServer, '-p', String(port), ...settings], {
    ...toSpawnOptions({ cwd: data, user }),
    // Directly to the file: a pipe through this process would block the server whenever this process is busy.
    stdio: ['ignore', log.fd, log.fd],
    detached: true, // Ctrl-C in the terminal is for this process only: the server ends after the last request
  });
  const dismissWatchdog = child.pid === undefined ? () => undefined : watchOver(child.pid, user);
  const rotation = setInterval(() => void rotateLog(cluster, log).catch(() => undefined), LOG_CHECK_INTERVAL);
  rotation.unref();
  let stopping: Promise<void> | null = null;
  const exited = once(child, 'exit')
    .then(
      ([code, signal]: (number | string | null)[]) =>
        signal ? `killed by ${signal}` : `ended with code ${code}`,
      (error: Error) => error.message, // the program could not be run
    )
    .then((reason) => {
      dismissWatchdog();
      clearInterval(rotation);
      return { expected: stopping !== null, reason };
    });
  return {
    port,
    exited,
    stop: () => (stopping ??= shutDown(child, programs.pgCtl).finally(() => log.close())),
    output: () => readStart(log),
  };
}

/** Opens a new log for this run. The previous one is kept, because it may contain the reason of a crash. */
async function openLog({ log, home, dataDir, user }: Cluster): Promise<FileHandle> {
  await rename(log, toPreviousLog(home)).catch(() => undefined);
  try {
    // In append mode, so that the server continues at the file's end after a rotation.
    const file = await open(log, 'a+', 0o600);
    if (user) await file.chown(user.uid, user.gid);
    return file;
  } catch (error) {
    throw cannotWrite(dataDir, error as NodeJS.ErrnoException);
  }
}

function toPreviousLog(home: string): string {
  return path.join(home, 'server.previous.log');
}

/** Copies a large log to the previous log and empties it. Lines written between the two steps are lost. */
export async function rotateLog(
  { log, home }: Pick<Cluster, 'log' | 'home'>,
  file: FileHandle,
  most = MOST_LOG,
): Promise<void> {
  if ((await file.stat()).size <= most) return;
  await copyFile(log, toPreviousLog(home));
  await file.truncate();
}

/** Reads through the handle, not by name, because another start may have replaced the file. */
async function readStart(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
  return buffer.toString('utf8', 0, bytesRead);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
