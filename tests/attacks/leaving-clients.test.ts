import pg from 'pg';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeGate } from '../support/gate.ts';
import { testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
let other: pg.Client;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  other = new pg.Client(catalogue.url);
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await catalogue.close();
});

/** No statement ends by its time limit while a test waits: only because it is cancelled. */
const PATIENT = { statementTimeout: 60_000, requestTimeout: 60_000 };

const SLOW = '{ publications(first: 1) { nodes { authors { name } } } }';

async function backends(condition: string): Promise<number[]> {
  const { rows } = await other.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where application_name = '' and datname = current_database() and pid <> pg_backend_pid() and ${condition}
     order by pid`,
  );
  return rows.map(({ pid }) => pid);
}

it('clients that leave have their statements cancelled, and cost no connection to the database', async () => {
  const server = await testServer(catalogue, { poolSize: 4, limits: PATIENT });
  const ask = (query: string, signal?: AbortSignal) => server.post({ query }, {}, signal);
  const leave = async () => {
    const client = new AbortController();
    const asked = Array.from({ length: 3 }, () => ask(SLOW, client.signal).catch(() => null));
    await until('statements to wait for the lock', async () => {
      return (await backends(`wait_event_type = 'Lock'`)).length > 0;
    });
    client.abort();
    await Promise.all(asked);
  };
  const locker = new pg.Client(catalogue.url);
  await locker.connect();
  try {
    for (let i = 0; i < 4; i++) await ask(SLOW);
    await Promise.all(Array.from({ length: 8 }, () => ask(SLOW)));
    const before = await backends('true');
    await locker.query('begin; lock table contribution in access exclusive mode');
    for (let round = 0; round < 7; round++) {
      await leave();
      const bystander = await ask('{ publications { totalCount } }');
      expect(await bystander.json()).toEqual({ data: { publications: { totalCount: 10 } } });
    }
    await until('all statements to end', async () => {
      return (await backends(`wait_event_type = 'Lock'`)).length === 0;
    });
    await locker.query('rollback');
    const after = await backends('true');
    expect(after).toEqual(expect.arrayContaining(before));
  } finally {
    await locker.end();
    await server.stop();
  }
});

it('20 clients that leave free the connections and the queue of heavy statements', async () => {
  const server = await testServer(catalogue, {
    poolSize: 3,
    heavyPoolSize: 2,
    countPoolSize: 2,
    heavyWaitingLimit: 40,
    limits: PATIENT,
  });
  const ask = async (query: string, signal?: AbortSignal) => {
    const response = await server.post({ query }, {}, signal);
    return (await response.json()) as unknown;
  };
  const heavy = (signal?: AbortSignal) =>
    ask('{ publications(search: "migrants trafficking") { totalCount } }', signal);
  const countRequests = async () => {
    const metrics = await (await fetch(new URL('/metrics', server.url))).text();
    return Number(/^pubatlas_requests_running (\d+)$/m.exec(metrics)?.[1]);
  };
  try {
    const expected = await heavy();
    expect(expected).toEqual({ data: { publications: { totalCount: expect.any(Number) } } });
    const gate = await closeGate(catalogue);
    const clients = new AbortController();
    const left = Array.from({ length: 20 }, () =>
      heavy(clients.signal).catch((error: unknown) => (error as Error).name),
    );
    await gate.waitFor(2);
    await until('20 requests to be at work', async () => (await countRequests()) === 20);
    clients.abort();
    expect(await Promise.all(left)).toEqual(Array.from({ length: 20 }, () => 'AbortError'));

    // The gate is still closed, so these statements end only if they are cancelled.
    await gate.waitFor(0);
    await until('no request to be at work', async () => (await countRequests()) === 0);
    // It reads the table of a topic's members, which is open.
    expect(await ask('{ topic(slug: "capacity-building") { publications { totalCount } } }')).toMatchObject({
      data: { topic: { publications: { totalCount: expect.any(Number) } } },
    });
    const staying = [heavy(), heavy()];
    await gate.waitFor(2);
    await gate.open();
    expect(await Promise.all(staying)).toEqual([expected, expected]);
  } finally {
    await server.stop();
  }
});
