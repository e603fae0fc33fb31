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
