import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, revive } from '../../src/embedded/revive.ts';
import { type Exit, rotateLog } from '../../src/embedded/server.ts';
import { until } from '../support/waiting.ts';

/** A server that ends when it is told to. */
function fakeServer() {
  let end: (exit: Exit) => void = () => undefined;
  const exited = new Promise<Exit>((resolve) => (end = resolve));
  const running: Running = {
    exited,
    stop: async () => end({ expected: true, reason: 'ended with code 0' }),
  };
  return { running, kill: () => end({ expected: false, reason: 'killed by SIGKILL' }) };
}

describe('revive', () => {
  it('starts a server again when it ends, also after starts that fail, until it is stopped', async () => {
    const servers = [fakeServer(), fakeServer()] as const;
    const lines: string[] = [];
    let attempts = 0;
    const start = async () => {
      if (++attempts < 3) throw new Error('Not yet.');
      return servers[1].running;
    };
    const revived = revive(servers[0].running, start, (line) => lines.push(line), { first: 1, longest: 2 });
    servers[0].kill();
    await until('the server to run again', async () => lines.at(-1) === 'PostgreSQL runs again.');
    expect(lines).toEqual([
      'PostgreSQL ended (killed by SIGKILL); restarting it.',
      'PostgreSQL did not start: Not yet. The next attempt is in 0.001 s.',
      'PostgreSQL did not start: Not yet. The next attempt is in 0.002 s.',
      'PostgreSQL runs again.',
    ]);
    await revived.stop();
    expect(await revived.exited).toEqual({ expected: true, reason: 'ended with code 0' });
    expect(attempts).toBe(3);
  });

  it('can be stopped between two attempts', async () => {
    const server = fakeServer();
    const lines: string[] = [];
    const start = () => Promise.reject(new Error('Never.'));
    const revived = revive(server.running, start, (line) => lines.push(line), {
      first: 60_000,
      longest: 60_000,
    });
    server.kill();
    await until('the first attempt to fail', async () => lines.length === 2);
    await revived.stop();
    expect(await revived.exited).toEqual({ expected: false, reason: 'killed by SIGKILL' });
  });
});

describe('rotateLog', () => {
  it('keeps what a log has as the previous one when it is large, and goes on at its start', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'pubatlas-log-'));
    const log = path.join(home, 'server.log');
    const file = await open(log, 'a+');
    const texts = () =>
      Promise.all(
        [log, path.join(home, 'server.previous.log')].map((name) => readFile(name, 'utf8').catch(() => null)),
      );
    try {
      await file.write('12345');
      await rotateLog({ log, home }, file, 5);
      expect(await texts()).toEqual(['12345', null]);
      await file.write('6');
      await rotateLog({ log, home }, file, 5);
      await file.write('7');
      expect(await texts()).toEqual(['7', '123456']);
    } finally {
      await file.close();
      await rm(home, { recursive: true });
    }
  });
});
