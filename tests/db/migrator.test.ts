import { sql } from 'kysely';
import { migrateUp } from '../../src/db/migrator.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeEach(async () => {
  catalogue = await testCatalogue('empty');
});
afterEach(() => catalogue.close());

describe('migrateUp', () => {
  it('refuses a database that a newer version migrated', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('2999-01-01T0000_newer', '')`.execute(
      catalogue.db,
    );
    await expect(migrateUp(catalogue.db)).rejects.toEqual(
      new OperatorError(
        'The database was migrated by another version of pubatlas, which has the migration 2999-01-01T0000_newer; ' +
          'run that version, or a newer one.',
      ),
    );
  });

  it('says how to run a migration that was skipped', async () => {
    await sql`delete from kysely_migration where name = '2026-11-24T2001_create_catalogue'`.execute(
      catalogue.db,
    );
    await expect(migrateUp(catalogue.db)).rejects.toEqual(
      new OperatorError(
        'The migration 2026-11-24T2001_create_catalogue must run before 2026-11-24T2002_create_provenance, which already ran; ' +
          'with the version of pubatlas that ran it, run "pubatlas migrate down" until it is reverted, ' +
          'then run "pubatlas migrate" with this version.',
      ),
    );
  });
});
