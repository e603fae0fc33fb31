import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerUser } from './user.ts';

/** Options for running a child process. */
export interface ProcessOptions {
  cwd: string;
  /** Null to run as the current user. */
  user: ServerUser | null;
}

/**
 * Spawn options for every program of PostgreSQL. The programs get their own environment, because PGOPTIONS, PGTZ or
 * LC_ALL would change the server's behaviour. On Windows they need the inherited one. Messages stay English, because
 * pubatlas parses them.
 */
export function toSpawnOptions({ cwd, user }: ProcessOptions) {
  return {
    cwd,
    ...(user && { uid: user.uid, gid: user.gid }),
    ...(process.platform !== 'win32' && { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }),
    windowsHide: true,
  };
}

/** Runs a program to its end. Never rejects. @returns its output, and whether it succeeded */
export function run(
  file: string,
  args: string[],
  options: ProcessOptions,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const done = (error: Error | null, stdout: string, stderr: string) =>
      resolve({ ok: !error, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') });
    try {
      execFile(file, args, toSpawnOptions(options), done);
    } catch (error) {
      done(error as Error, '', ''); // execFile throws if it can't switch to the user
    }
  });
}

/** Whether a process has this id, including processes of other users. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Asks a postmaster to end. INT closes its sessions and writes all data. QUIT ends at once, and the next start recovers
 * from the log. Windows has no signals, so pg_ctl sends the server's own substitute.
 */
export async function signalServer(pid: number, signal: 'INT' | 'QUIT', pgCtl: string): Promise<void> {
  if (process.platform === 'win32') {
    await run(pgCtl, ['kill', signal, String(pid)], { cwd: process.cwd(), user: null });
    return;
  }
  try {
    process.kill(pid, `SIG${signal}`);
  } catch {
    // already gone
  }
}

/**
 * Ends the server that this process started: INT, then QUIT after 30 s, then SIGKILL after 5 s. After each of them the
 * next start can recover the data.
 */
export async function shutDown(server: ChildProcess, pgCtl: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const exit = once(server, 'exit');
  const exitsWithin = (ms: number) => Promise.race([exit, delay(ms, null, { ref: false })]);
  await signalServer(server.pid, 'INT', pgCtl);
  if (await exitsWithin(30_000)) return;
  await signalServer(server.pid, 'QUIT', pgCtl);
  if (await exitsWithin(5_000)) return;
  server.kill('SIGKILL');
  await exit;
}

/**
 * Ends the server when this process ends in any way, including kill -9. A shell reads from a pipe whose other end only
 * this process holds, so the end of the process closes the pipe. Windows has no such shell; there the next start ends
 * the orphan.
 * @returns a function that stops watching
 */
export function watchOver(serverPid: number, user: ServerUser | null): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read -r _; kill -INT "$1"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'pubatlas-watchdog', String(serverPid)], {
    ...toSpawnOptions({ cwd: '/', user }),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C in the terminal is for this process only
  });
  watchdog.on('error', () => undefined); // without a shell, the next start ends the orphan
  watchdog.stdin.on('error', () => undefined);
  return () => watchdog.kill('SIGKILL');
}
