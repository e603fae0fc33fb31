import { sql } from 'kysely';
import { bringUpToDate, checkMigrated } from '../../src/cli/migrate.ts';
import { migrateUp } from '../../src/db/migrator.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { findPendingWork } from '../../src/db/pending.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpTables } from '../support/dump.ts';
import { type TestServer, testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  server = await testServer(catalogue);
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const askReady = async () => {
  const response = await fetch(new URL('/health/ready', server.url));
  return [response.status, await response.json()] as unknown;
};
const countFound = async () => {
  const { data } = await catalogue.execute<{ publications: { totalCount: number } }>(
    '{ publications(search: "trafficking") { totalCount } }',
  );
  return data.publications.totalCount;
};

/** Brings the database to where an upgrade is that was killed before it made the search documents. */
async function interruptUpgrade(): Promise<void> {
  const { db } = catalogue;
  await sql`update publication set document = ''`.execute(db);
  await sql`delete from search_word`.execute(db);
  await sql`delete from search_stem`.execute(db);
}

describe('an upgrade that was interrupted before the search documents were made', () => {
  it('is not ready, is refused by commands, and is finished by the next start', async () => {
    const { db } = catalogue;
    const before = await dumpTables(db);
    const found = await countFound();
    expect(found).toBe(8);
    await interruptUpgrade();
    await db.insertInto('pending_work').values({ kind: 'search' }).execute();
    expect(await migrateUp(db)).toEqual([]);

    expect(await askReady()).toEqual([
      503,
      { status: 'unavailable', reason: 'an upgrade of the database is unfinished' },
    ]);
    await expect(checkMigrated(db)).rejects.toEqual(
      new OperatorError('An upgrade of the database was interrupted; run "pubatlas migrate" to finish it.'),
    );

    expect(await bringUpToDate(db)).toEqual([]);
    expect(await findPendingWork(db)).toEqual([]);
    expect(await dumpTables(db)).toEqual(before);
    expect(await countFound()).toBe(found);
    expect(await askReady()).toEqual([200, { status: 'ok' }]);
  });

  it('is found in a database of before the table pending_work', async () => {
    const { db } = catalogue;
    const found = await countFound();
    await migrateUp(db, '2026-11-25T0902_index_direct_regions');
    await interruptUpgrade();
    expect(await bringUpToDate(db)).toContain('2026-11-27T1900_record_pending_work');
    expect(await findPendingWork(db)).toEqual([]);
    expect(await countFound()).toBe(found);
  });

  it('stays pending if making the documents fails', async () => {
    const { db } = catalogue;
    await db.insertInto('pending_work').values({ kind: 'search' }).execute();
    await sql`alter table search_stem rename to hidden`.execute(db);
    await expect(bringUpToDate(db)).rejects.toThrow('search_stem');
    await sql`alter table hidden rename to search_stem`.execute(db);
    expect(await findPendingWork(db)).toEqual(['search']);
    await bringUpToDate(db);
    expect(await findPendingWork(db)).toEqual([]);
  });

  it('of a newer version is not taken for finished', async () => {
    const { db } = catalogue;
    await db.insertInto('pending_work').values({ kind: 'something-new' }).execute();
    await expect(bringUpToDate(db)).rejects.toEqual(
      new OperatorError(
        'An upgrade of the database by another version of pubatlas is unfinished ("something-new" is pending); ' +
          'run "pubatlas migrate" of that version.',
      ),
    );
    await db.deleteFrom('pending_work').execute();
  });

  it('keeps the old name of a place until the documents have the new one', async () => {
    const { db } = catalogue;
    const country = await db
      .selectFrom('publication')
      .innerJoin('country', (join) => join.on(sql<boolean>`country.id = country_ids[1]`))
      .select('country.id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await sql`update publication set document = ''`.execute(db);
    await db.updateTable('country').set({ name: 'Before' }).where('id', '=', country.id).execute();
    await sql`alter table search_stem rename to hidden`.execute(db);
    await expect(bringUpToDate(db)).rejects.toThrow('search_stem');
    await sql`alter table hidden rename to search_stem`.execute(db);
    expect(await db.selectFrom('country').select('name').where('id', '=', country.id).execute()).toEqual([
      { name: 'Before' },
    ]);
  });
});
