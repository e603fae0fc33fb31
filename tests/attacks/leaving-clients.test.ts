import pg from 'pg';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
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
  const server = await testServer(catalogue, { poolSize: 4 });
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
