import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which what should come is taken for not coming. */
const DEADLINE = 20_000;

/** Asks until the answer is one; for what happens in another process, which tells nobody. */
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
