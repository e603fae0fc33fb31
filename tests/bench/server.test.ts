import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { isAlive } from '../../src/embedded/process.ts';
import { until } from '../support/waiting.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

describe('startServer', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves no server behind after %s', async (signal) => {
    const args = [String(await freePort())];
    const child = fork(path.join(__dirname, 'child.ts'), args, { execArgv: ['--import', 'tsx'] });
    const [pid] = (await once(child, 'message')) as [number];
    expect(isAlive(pid)).toBe(true);
    child.kill(signal);
    await until('the server ends', () => Promise.resolve(!isAlive(pid)));
  });
});
