/** Milliseconds of a turn of the event loop after which requests wait for a later turn. */
const LONGEST_TURN = 10;

/** Callers that wait, by client, in the order of their arrival. */
const waiting = new Map<string, (() => void)[]>();
let isScheduled = false;

/** When requests began to occupy the current turn, as performance.now(); null if none has. */
let turnStart: number | null = null;

/**
 * Waits for a later turn of the event loop that no other caller gets. If expensive operations wait for a turn each,
 * requests that arrive meanwhile are read and answered between them, not after all of them. Clients take turns.
 */
export function waitForEventLoop(client: string): Promise<void> {
  return new Promise((resolve) => {
    const queue = waiting.get(client);
    if (queue) queue.push(resolve);
    else waiting.set(client, [resolve]);
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(resumeNext);
  });
}

/**
 * Waits like `waitForEventLoop` if requests have occupied the current turn for `LONGEST_TURN`. Otherwise hundreds of
 * inexpensive requests that arrive at once would be one long turn.
 */
export async function shareEventLoop(client: string): Promise<void> {
  if (turnStart === null) {
    turnStart = performance.now();
    setImmediate(() => (turnStart = null));
  }
  if (performance.now() - turnStart > LONGEST_TURN) await waitForEventLoop(client);
}

function resumeNext(): void {
  const [next] = waiting;
  if (!next) {
    isScheduled = false;
    return;
  }
  const [client, queue] = next;
  waiting.delete(client);
  const resume = queue.shift();
  // Its next caller waits behind those of the other clients.
  if (queue.length > 0) waiting.set(client, queue);
  setImmediate(resumeNext);
  resume?.();
}
