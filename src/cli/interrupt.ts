/** Aborts a command that Ctrl-C interrupted. The message is shown to the user. */
export class InterruptedError extends Error {}

/** 128 + SIGINT, the exit code that shells expect of an interrupted program. */
export const INTERRUPTED_EXIT_CODE = 130;

/**
 * Gives `work` a signal that Ctrl-C aborts, so that it can clean up. A second Ctrl-C ends the process at once.
 * @param message what the interrupted command leaves behind, in one sentence
 * @param onInterrupt called at the first Ctrl-C
 */
export async function abortOnInterrupt<T>(
  message: string,
  onInterrupt: () => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED_EXIT_CODE);
    onInterrupt();
    controller.abort(new InterruptedError(message));
  };
  process.on('SIGINT', interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    // A cancelled statement fails with its own error. Throw the reason of the abort instead.
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
