import { runProgram } from '../../src/cli/run.ts';
import { readConfig } from '../../src/server/config.ts';

/** What a command printed, and its exit code. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command of pubatlas in this process, because starting a process takes seconds. Commander ends the process if
 * the arguments are wrong, so those need a process.
 */
export async function runCommand(args: readonly string[], databaseUrl: string): Promise<Ended> {
  const printed = { log: '', error: '' };
  const spies = (['log', 'error'] as const).map((method) =>
    jest
      .spyOn(console, method)
      .mockImplementation((...[line]: unknown[]) => void (printed[method] += `${line as string}\n`)),
  );
  process.exitCode = 0;
  try {
    await runProgram(args, () => readConfig({ DATABASE_URL: databaseUrl }));
    return { code: process.exitCode, stdout: printed.log, stderr: printed.error };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
