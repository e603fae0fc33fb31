/** Thrown to end a command that Ctrl-C interrupted. Its message is for the person who pressed it. */
export class InterruptedError extends Error {}

/** What a shell expects of a program that SIGINT ended. */
export const INTERRUPTED_EXIT_CODE = 130;

/**
 * Gives `work` a signal that Ctrl-C aborts, so that it can clean up. A second Ctrl-C ends the process at once.
 * @param message what the interrupted command leaves behind, in one sentence
 * @param onInterrupt told of the first Ctrl-C
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
    // A statement that was cancelled fails with an error of its own.
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
