import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which `until` gives up. */
const DEADLINE = 20_000;

/**
 * Polls until the answer is not null, undefined or false. For events in other processes, which don't notify this one.
 * @throws Error naming `what` after the deadline
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false | void>,
): Promise<T> {
  for (const since = Date.now(); Date.now() - since < DEADLINE; await delay(20)) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Waited in vain: ${what}`);
}
