import { openPool } from '../../src/db/pool.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
});
afterAll(() => catalogue.close());

it('sets on every connection what its answers and their speed depend on, whatever the server has', async () => {
  const pool = openPool(catalogue.url, { isReadOnly: true, statementTimeout: 1234 });
  const client = await pool.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('TimeZone', 'DateStyle', 'jit', 'default_transaction_read_only', 'statement_timeout') order by name`,
  );
  client.release();
  await pool.end();
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    default_transaction_read_only: 'on',
    jit: 'off',
    statement_timeout: '1234',
  });
});

it('keeps the statements prepared that were used last, and closes the others', async () => {
  const pool = openPool(catalogue.url, { poolSize: 1 });
  const client = await pool.connect();
  const select = (i: number) => client.query(`select ${i} as number, $1::int as value`, [7]);
  for (let i = 0; i < 520; i++) {
    await select(i);
    await select(0);
  }
  const { rows } = await client.query<{ statement: string }>(
    'select statement from pg_prepared_statements where from_sql = $1 order by prepare_time',
    [false],
  );
  const texts = new Set(rows.map(({ statement }) => statement));
  const isPrepared = (i: number) => texts.has(`select ${i} as number, $1::int as value`);
  expect([rows.length, isPrepared(0), isPrepared(1), isPrepared(519)]).toEqual([500, true, false, true]);
  // One that was closed is prepared again.
  expect((await select(1)).rows).toEqual([{ number: 1, value: 7 }]);
  expect((await select(1)).rows).toEqual([{ number: 1, value: 7 }]);
  client.release();
  await pool.end();
});
