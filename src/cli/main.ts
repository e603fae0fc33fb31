#!/usr/bin/env node
import { readConfig } from '../server/config.ts';
import { describeFailure } from './failure.ts';
import { InterruptedError } from './interrupt.ts';
import { completeArguments, createProgram } from './program.ts';

function fail(error: unknown): void {
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

// "pubatlas status | head -1" closes the pipe early, and a closed terminal fails with EIO. The command still ends in
// order.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && !(error.code === 'EIO' && output.isTTY)) throw error;
  });
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.once(event, (error: unknown) => {
    fail(error);
    process.exit();
  });

try {
  const program = createProgram(() => readConfig());
  await program.parseAsync(completeArguments(program, process.argv.slice(2)), { from: 'user' });
} catch (error) {
  fail(error);
}
