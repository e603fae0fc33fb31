import { InterruptedError, abortOnInterrupt } from '../../src/cli/interrupt.ts';

describe('abortOnInterrupt', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('aborts the work at %s, and ends with %d', async (name, exitCode) => {
    const before = process.listenerCount(name);
    let interrupts = 0;
    const running = abortOnInterrupt(
      'Interrupted: nothing was written.',
      (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Cancelled.')))),
      () => interrupts++,
    );
    process.emit(name, name);
    const error = await running.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({ message: 'Interrupted: nothing was written.', exitCode });
    expect([interrupts, process.listenerCount(name)]).toEqual([1, before]);
  });
});
