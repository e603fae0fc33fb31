import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChildServer, startChildServer } from '../support/child-server.ts';
import { until } from '../support/waiting.ts';

// The server makes a database, and runs from source.
jest.setTimeout(240_000);

let folder: string;
let server: ChildServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-start-'));
  server = await startChildServer(['npm', 'start'], {
    DATABASE_URL: '',
    DATA_DIR: path.join(folder, 'data'),
  });
}, 240_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Null while the server can't answer. */
async function countPublications(): Promise<number | null> {
  try {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ publications(search: "migrants") { totalCount } }' }),
    });
    const { data } = (await response.json()) as { data?: { publications: { totalCount: number } | null } };
    return data?.publications?.totalCount ?? null;
  } catch {
    return null;
  }
}

async function postmaster(): Promise<number | null> {
  const file = path.join(folder, 'data', 'postgresql', 'cluster', 'postmaster.pid');
  return readFile(file, 'utf8').then(
    (text) => Number.parseInt(text),
    () => null,
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('starts PostgreSQL again if it is killed, and answers as before', async () => {
    const before = await countPublications();
    expect(before).toBeGreaterThan(0);
    const killed = (await postmaster()) as number;
    process.kill(killed, 'SIGKILL');
    await until('another postmaster', async () => {
      const pid = await postmaster();
      return pid !== null && pid !== killed;
    });
    expect(await until('an answer', countPublications)).toBe(before);
    expect(server.output()).toContain('restarting it');
  });

  it('ends the server and PostgreSQL when npm gets SIGTERM', async () => {
    const pid = (await postmaster()) as number;
    process.kill(server.pid, 'SIGTERM');
    await server.ended;
    await until('the port to be free', async () =>
      fetch(server.url).then(
        () => false,
        () => true,
      ),
    );
    await until('PostgreSQL to end', async () => !isRunning(pid));
  });
});
