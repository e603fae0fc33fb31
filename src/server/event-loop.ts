import { setImmediate } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a later turn of the event loop that no other caller gets. If expensive operations wait for a turn each,
 * requests that arrive meanwhile are read and answered between them, not after all of them.
 */
export async function waitForEventLoop(): Promise<void> {
  last = last.then(() => setImmediate());
  await last;
}
