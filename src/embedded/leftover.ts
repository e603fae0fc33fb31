import { readFile, readlink, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Cluster } from './cluster.ts';
import { connect, connectAsGuest, findOwner } from './owner.ts';
import { isAlive, run, signalServer } from './process.ts';
import type { Programs } from './programs.ts';
import { OperatorError } from '../db/operator.error.ts';

/** Milliseconds in which an owner must connect after its server accepts connections. */
const OWNER_GRACE_MS = 1_000;
/** Milliseconds to wait for a server that neither answers nor ends. */
const SILENCE_MS = 30_000;

/**
 * Removes what an earlier run left in the cluster. Ends a server whose pubatlas was killed. Removes a postmaster.pid
 * whose process id now belongs to another program. (PostgreSQL itself handles a postmaster.pid of a dead process and
 * recovers the data.)
 * @throws OperatorError if a running pubatlas uses the cluster, or a server in it doesn't answer
 */
export async function clearLeftover(
  cluster: Cluster,
  programs: Programs,
  log: (line: string) => void,
): Promise<void> {
  const since = Date.now();
  let ownerless: number | null = null;
  let isSignalled = false;
  for (;;) {
    const postmaster = await readPostmaster(cluster);
    if (!postmaster || !isAlive(postmaster.pid)) return;

    const answer = await connect(cluster, postmaster.port);
    if (answer.kind === 'ready') {
      const owner = await findOwner(answer.client).catch(() => null);
      await answer.client.end().catch(() => undefined);
      if (owner) throw inUse(cluster, `process ${owner}`);
      ownerless ??= Date.now();
      if (!isSignalled && Date.now() - ownerless > OWNER_GRACE_MS) {
        log(`Ending the PostgreSQL of an earlier run (process ${postmaster.pid}).`);
        await signalServer(postmaster.pid, 'INT', programs.pgCtl);
        isSignalled = true;
      }
    } else if (answer.kind !== 'busy' && !(await servesCluster(postmaster.pid, cluster))) {
      await rm(path.join(cluster.data, 'postmaster.pid'), { force: true });
      return;
    }
    if (Date.now() - since > SILENCE_MS) {
      throw inUse(cluster, `process ${postmaster.pid}, a PostgreSQL that doesn't answer`);
    }
    await delay(30);
  }
}

/**
 * Finds the server that another running pubatlas has started in the cluster, and connects to it as a guest.
 * @returns null if there is none
 */
export async function findRunning(cluster: Cluster): Promise<{ port: number; guest: Client } | null> {
  const postmaster = await readPostmaster(cluster);
  if (!postmaster || !isAlive(postmaster.pid)) return null;
  const answer = await connectAsGuest(cluster, postmaster.port);
  if (answer.kind !== 'ready') return null;
  const owner = await findOwner(answer.client).catch(() => null);
  if (owner !== null) return { port: postmaster.port, guest: answer.client };
  await answer.client.end().catch(() => undefined);
  return null;
}

function inUse({ dataDir }: Cluster, user: string): OperatorError {
  return new OperatorError(
    `DATA_DIR ${dataDir} is in use by ${user}. If that is a server, "pubatlas import FILE" adds files to its catalogue; otherwise stop it, or set DATA_DIR to another folder.`,
  );
}

/** Reads postmaster.pid: process id on line 1, port on line 4. */
async function readPostmaster({ data }: Cluster): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0 } : null;
}

/**
 * Whether a process is a server of this cluster. Two servers in one cluster would destroy its data, so in case of doubt
 * any PostgreSQL counts: only Linux tells the working directory of a process.
 */
async function servesCluster(pid: number, { data, user }: Cluster): Promise<boolean> {
  if (process.platform === 'linux') {
    const cwd = `/proc/${pid}/cwd`;
    if (!(await readlink(cwd).catch(() => null))) return false; // ended, or another user's process
    const [processFolder, here] = await Promise.all([stat(cwd).catch(() => null), stat(data)]);
    return processFolder?.dev === here.dev && processFolder.ino === here.ino;
  }
  const [list, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
      : ['ps', ['-o', 'comm=', '-p', String(pid)]];
  return (await run(list, args, { cwd: data, user })).output.includes('postgres');
}
