import { type Config, readConfig } from '../server/config.ts';
import { describeFailure } from './failure.ts';
import { InterruptedError } from './interrupt.ts';
import { completeArguments, createProgram } from './program.ts';

/**
 * Runs a command. Prints why it failed, and sets the exit code of the process.
 * @param args the arguments of the program, without the paths of Node and of the script
 */
export async function runProgram(args: readonly string[], config: () => Config = readConfig): Promise<void> {
  try {
    const program = createProgram(config);
    await program.parseAsync(completeArguments(program, args), { from: 'user' });
  } catch (error) {
    reportFailure(error);
  }
}

/** Prints why a command failed, and sets the exit code. */
export function reportFailure(error: unknown): void {
  if (error instanceof InterruptedError) {
    console.error(error.message);
    // A download may still be running. Don't wait for it.
    process.exit(error.exitCode);
  }
  console.error(`pubatlas: ${describeFailure(error, isVerbose())}`);
  process.exitCode = 1;
}

/** Whether LOG_LEVEL asks for stack traces. False if the configuration is invalid. */
function isVerbose(): boolean {
  try {
    return ['debug', 'trace'].includes(readConfig().logLevel);
  } catch {
    return false;
  }
}
