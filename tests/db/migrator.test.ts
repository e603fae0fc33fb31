import { sql } from 'kysely';
import { migrateUp } from '../../src/db/migrator.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { testCatalogue } from '../support/catalogue.ts';

test('a database of a newer version is told from a broken one', async () => {
  const catalogue = await testCatalogue('empty');
  await sql`insert into kysely_migration (name, timestamp) values ('2999-01-01T0000_newer', '')`.execute(
    catalogue.db,
  );
  await expect(migrateUp(catalogue.db)).rejects.toEqual(
    new OperatorError(
      'The database was migrated by another version of pubatlas, which has the migration 2999-01-01T0000_newer; ' +
        'run that version, or a newer one.',
    ),
  );
  await catalogue.close();
});
