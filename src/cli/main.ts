#!/usr/bin/env node
import { reportFailure, runProgram } from './run.ts';

// "pubatlas status | head -1" closes the pipe early, and a closed terminal fails with EIO. The command still ends in
// order.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && !(error.code === 'EIO' && output.isTTY)) throw error;
  });
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.once(event, (error: unknown) => {
    reportFailure(error);
    process.exit();
  });

await runProgram(process.argv.slice(2));
