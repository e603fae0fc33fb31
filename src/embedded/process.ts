import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerUser } from './user.ts';

/** How a child process of ours is run. */
export interface RunOptions {
  cwd: string;
  /** Null: as the user who runs us. */
  user: ServerUser | null;
}

/**
 * Options for every program of PostgreSQL. They get an environment of their own, for PGOPTIONS, PGTZ, LC_ALL and the
 * like would change what the server does; Windows programs can't do without theirs. Messages stay English: we read them.
 */
export function spawnOptions({ cwd, user }: RunOptions) {
  return {
    cwd,
    ...(user && { uid: user.uid, gid: user.gid }),
    ...(process.platform !== 'win32' && { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }),
    windowsHide: true,
  };
}

/** Runs a program to its end. Never rejects. @returns what it wrote, and whether it ended well */
export function run(
  file: string,
  args: string[],
  options: RunOptions,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const done = (error: Error | null, stdout: string, stderr: string) =>
      resolve({ ok: !error, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') });
    try {
      execFile(file, args, spawnOptions(options), done);
    } catch (error) {
      done(error as Error, '', ''); // a user that can't be changed to is thrown, not reported
    }
  });
}

/** Whether a process has this id; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Asks a postmaster to end: INT closes its sessions and writes everything down, QUIT leaves at once and has the next
 * start recover from the log. Windows has no signals; pg_ctl knows the server's own substitute.
 */
export async function signalServer(pid: number, signal: 'INT' | 'QUIT', pgCtl: string): Promise<void> {
  if (process.platform === 'win32') {
    await run(pgCtl, ['kill', signal, String(pid)], { cwd: process.cwd(), user: null });
    return;
  }
  try {
    process.kill(pid, `SIG${signal}`);
  } catch {
    // gone already
  }
}

/** Ends our own server: kindly, then firmly, then by force. Every way leaves data that the next start recovers. */
export async function shutDown(server: ChildProcess, pgCtl: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const exit = once(server, 'exit');
  const within = (ms: number) => Promise.race([exit, delay(ms, null, { ref: false })]);
  await signalServer(server.pid, 'INT', pgCtl);
  if (await within(30_000)) return;
  await signalServer(server.pid, 'QUIT', pgCtl);
  if (await within(5_000)) return;
  server.kill('SIGKILL');
  await exit;
}

/**
 * Ends a server when we are gone, however we went: a shell waits on a pipe whose other end only we hold, and kill -9
 * closes that too. Windows has no such shell; there the next start finds the orphan.
 * @returns what calls the watch off
 */
export function watchOver(serverPid: number, user: ServerUser | null): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read -r _; kill -INT "$1"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'pubatlas-watchdog', String(serverPid)], {
    ...spawnOptions({ cwd: '/', user }),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // a Ctrl-C in the terminal is for us alone
  });
  watchdog.on('error', () => undefined); // no shell: the next start finds the orphan
  watchdog.stdin.on('error', () => undefined);
  return () => watchdog.kill('SIGKILL');
}
