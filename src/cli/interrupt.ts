/** Aborts a command that a signal interrupted. The message is shown to the user. */
export class InterruptedError extends Error {
  /** The exit code that shells expect of an interrupted program: 128 + the number of the signal. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Signals that interrupt a command: Ctrl-C, the end of a container, a closed terminal; with the exit code of each. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Interrupt = keyof typeof EXIT_CODES;
const INTERRUPTS = Object.keys(EXIT_CODES) as Interrupt[];

/**
 * Gives `work` a signal that Ctrl-C, SIGTERM or SIGHUP aborts, so that it can clean up. The second one ends the process
 * at once.
 * @param message what the interrupted command leaves behind, in one sentence
 * @param onInterrupt called at the first signal
 */
export async function abortOnInterrupt<T>(
  message: string,
  work: (signal: AbortSignal) => Promise<T>,
  onInterrupt?: () => void,
): Promise<T> {
  const controller = new AbortController();
  const interrupt = (name: Interrupt) => {
    if (controller.signal.aborted) process.exit(EXIT_CODES[name]);
    onInterrupt?.();
    controller.abort(new InterruptedError(message, EXIT_CODES[name]));
  };
  for (const name of INTERRUPTS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    // A cancelled statement fails with its own error. Throw the reason of the abort instead.
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    for (const name of INTERRUPTS) process.off(name, interrupt);
  }
}
