import pg from 'pg';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const PROBES = 100;

let catalogue: TestCatalogue;
let observer: pg.Client;
let locker: pg.Client;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  [observer, locker] = [new pg.Client(catalogue.url), new pg.Client(catalogue.url)];
  await Promise.all([observer.connect(), locker.connect()]);
});
afterAll(async () => {
  await Promise.all([observer.end(), locker.end()]);
  await catalogue.close();
});

async function findPids(condition: string): Promise<number[]> {
  const { rows } = await observer.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and ${condition}`,
  );
  return rows.map(({ pid }) => pid);
}

/** How often the table of migrations has been read. PostgreSQL counts it when a connection ends. */
async function countChecks(): Promise<number> {
  const { rows } = await observer.query<{ count: number }>(
    `select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::integer as count
     from pg_stat_user_tables where relname = 'kysely_migration'`,
  );
  return rows[0]?.count ?? 0;
}

it('a flood of /health/ready shares one check on one connection, and a bystander is answered', async () => {
  const before = await countChecks();
  const server = await testServer(catalogue, { poolSize: 2 });
  const probe = async () => {
    const response = await fetch(new URL('/health/ready', server.url));
    return [response.status, await response.json()] as unknown;
  };
  let pids: number[];
  try {
    await locker.query('begin; lock table kysely_migration in access exclusive mode');
    const flood = Array.from({ length: PROBES }, probe);
    await until('a check to wait', async () => (await findPids(`wait_event_type = 'Lock'`)).length > 0);
    for (let i = 0; i < 3; i++) {
      const response = await server.post({ query: '{ publications { totalCount } }' });
      expect(await response.json()).toEqual({ data: { publications: { totalCount: 10 } } });
    }
    pids = await findPids(`wait_event_type = 'Lock'`);
    expect(pids).toHaveLength(1);
    await locker.query('rollback');
    for (const answer of await Promise.all(flood)) expect(answer).toEqual([200, { status: 'ok' }]);
  } finally {
    await locker.query('rollback');
    await server.stop();
  }
  await until('the connection to end', async () => (await findPids(`pid = ${pids[0]}`)).length === 0);
  const checks = (await countChecks()) - before;
  expect(checks).toBeGreaterThan(0);
  // Probes that arrive after the lock is released may need a few more checks than one.
  expect(checks).toBeLessThan(PROBES / 4);
});
