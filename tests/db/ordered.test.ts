import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';
import { inOrder, runInBackground } from '../../src/db/ordered.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await sql`create table number (value integer primary key)`.execute(catalogue.db);
});
afterAll(() => catalogue.close());
beforeEach(() => sql`truncate number`.execute(catalogue.db));

const add = (db: Db, value: number) => sql`insert into number values (${value})`.execute(db);

async function stored(): Promise<number[]> {
  const { rows } = await sql<{ value: number }>`select value from number order by 1`.execute(catalogue.db);
  return rows.map(({ value }) => value);
}

const inTransaction = <T>(work: (ordered: Db) => Promise<T>) =>
  catalogue.db.transaction().execute((trx) => inOrder(trx, work));

it('waits for the statements in the background', async () => {
  const result = await inTransaction(async (ordered) => {
    for (const value of [1, 2, 3]) runInBackground(add(ordered, value));
    return Promise.resolve('done');
  });
  expect([result, await stored()]).toEqual(['done', [1, 2, 3]]);
});

it('rejects if one of them fails', async () => {
  const adding = inTransaction(async (ordered) => {
    for (const value of [1, 1, 2]) runInBackground(add(ordered, value));
    return Promise.resolve();
  });
  await expect(adding).rejects.toThrow('duplicate key');
  expect(await stored()).toEqual([]);
});

it('runs none of them after the rollback', async () => {
  let later: Promise<unknown> | undefined;
  const adding = inTransaction(async (ordered) => {
    await add(ordered, 1);
    runInBackground(add(ordered, 2));
    later = add(ordered, 3);
    runInBackground(later.then(() => add(ordered, 4)));
    return Promise.reject(new Error('The file is damaged.'));
  });
  await expect(adding).rejects.toThrow('The file is damaged.');
  await expect(later).rejects.toThrow('The transaction is being rolled back.');
  expect(await stored()).toEqual([]);
});
