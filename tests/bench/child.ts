import type { Contender } from '../../bench/contenders/contender.ts';
import { startServer } from '../../bench/load/server.ts';

/** A benchmark to be killed: starts a server at the port that it is given, says its process id, and stays. */
async function main(): Promise<void> {
  const script = `require('node:http').createServer().listen(${process.argv[2]}, 'localhost')`;
  const contender = {
    name: 'idle',
    command: () => ({ program: process.execPath, args: ['-e', script], env: {} }),
  } as unknown as Contender;
  const { pid } = await startServer(contender, Number(process.argv[2]), '');
  process.send?.(pid);
  setInterval(() => undefined, 1000);
}

void main();
