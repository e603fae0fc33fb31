import { Command } from 'commander';
import { readCountryReferences } from '../country/country.reference.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { migrateDown, migrateUp, listMigrations } from '../db/migrator.ts';
import { OperatorError } from '../db/operator.error.ts';
import { findPendingWork } from '../db/pending.ts';
import { finishPendingWork } from '../import/pending.ts';
import { reindex } from '../import/reindex.ts';
import { seedPlaces } from '../reference/seed.ts';
import { readRegionReferences } from '../region/region.reference.ts';
import { printCount } from '../text/counted.ts';
import type { Config } from '../server/config.ts';
import { withDatabase, withExistingDatabase } from './database.ts';

/** `pubatlas migrate up|down|status` */
export function migrateCommand(config: () => Config): Command {
  const command = new Command('migrate').description('Run migrations.');
  command
    .command('up', { isDefault: true })
    .description('Run pending migrations, and update countries and regions (default).')
    .action(() => withDatabase(config(), async (db) => print(await bringUpToDate(db), 'Up to date.')));
  command
    .command('down')
    .description('Revert the last migration. Its data is lost.')
    .option('--all', 'revert every migration')
    .action(({ all }: { all?: boolean }) =>
      withExistingDatabase(config(), async (db) => print(await migrateDown(db, all), 'Nothing to revert.')),
    );
  command
    .command('status')
    .description('List migrations and when they ran.')
    .action(() =>
      withExistingDatabase(config(), async (db) => {
        for (const { name, executedAt } of await listMigrations(db))
          console.log(`${executedAt ? executedAt.toISOString() : 'pending'.padEnd(24)}  ${name}`);
      }),
    );
  return command;
}

/**
 * Runs pending migrations, updates countries and regions, and finishes the work that migrations left to do. After an
 * interruption, the next run finishes it.
 * @returns the names of the migrations that ran
 * @throws OperatorError if the database belongs to another version
 */
export async function bringUpToDate(db: Db): Promise<string[]> {
  const names = await migrateUp(db);
  // In one transaction: after the names of places are updated, nothing shows which documents still have the old names.
  await inTransaction(db, async (trx) =>
    reindex(trx, await seedPlaces(trx, readCountryReferences(), readRegionReferences())),
  );
  await finishPendingWork(db);
  return names;
}

/** @throws OperatorError if migrations or their pending work have not run */
export async function checkMigrated(db: Db): Promise<void> {
  const pending = (await listMigrations(db)).filter(({ executedAt }) => executedAt === undefined);
  if (pending.length > 0)
    throw new OperatorError(
      `The database lacks ${printCount(pending.length, 'migration')}; run "pubatlas migrate" first.`,
    );
  if ((await findPendingWork(db)).length > 0)
    throw new OperatorError(
      'An upgrade of the database was interrupted; run "pubatlas migrate" to finish it.',
    );
}

function print(names: readonly string[], none: string): void {
  console.log(names.length > 0 ? names.join('\n') : none);
}
