import { setTimeout as delay } from 'node:timers/promises';
import type { Exit } from './server.ts';

/** A server that runs until it is stopped or ends by itself. */
export interface Running {
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

/** Milliseconds before the second attempt to start a server. Each further pause is twice as long. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Milliseconds that a server must run before the pauses start over. */
const LONG_ENOUGH = 60_000;

/**
 * Restarts a server whenever it ends by itself. Retries without limit.
 * @param start starts the server with the same data and port
 * @param log called when the server ended and when it runs again
 */
export function revive(
  first: Running,
  start: () => Promise<Running>,
  log: (line: string) => void,
  pauses = { first: FIRST_PAUSE, longest: LONGEST_PAUSE },
): Running {
  const stopping = new AbortController();
  let current = first;
  let startedAt = performance.now();
  let pause = 0;

  /** @returns false if the server was stopped in the meantime */
  async function startAgain(): Promise<boolean> {
    if (performance.now() - startedAt > LONG_ENOUGH) pause = 0;
    while (!stopping.signal.aborted) {
      await delay(pause, null, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) break;
      pause = Math.min(Math.max(2 * pause, pauses.first), pauses.longest);
      try {
        current = await start();
        startedAt = performance.now();
        return true;
      } catch (error) {
        log(
          `PostgreSQL did not start: ${(error as Error).message} The next attempt is in ${pause / 1000} s.`,
        );
      }
    }
    return false;
  }

  async function watch(): Promise<Exit> {
    for (;;) {
      const exit = await current.exited;
      if (exit.expected || stopping.signal.aborted) return exit;
      log(`PostgreSQL ended (${exit.reason}); restarting it.`);
      if (!(await startAgain())) return exit;
      log('PostgreSQL runs again.');
      if (stopping.signal.aborted) void current.stop();
    }
  }

  const exited = watch();
  return {
    exited,
    async stop() {
      stopping.abort();
      await current.stop();
      await exited;
    },
  };
}
