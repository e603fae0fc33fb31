import { Command } from 'commander';
import { countryReferences } from '../country/country.reference.ts';
import type { Db } from '../db/database.ts';
import { migrateDown, migrateUp, migrationStatus } from '../db/migrator.ts';
import { OperatorError } from '../db/operator.error.ts';
import { reindex } from '../import/reindex.ts';
import { seedPlaces } from '../reference/seed.ts';
import { regionReferences } from '../region/region.reference.ts';
import { counted } from '../text/counted.ts';
import type { Config } from '../server/config.ts';
import { withDatabase } from './database.ts';

/** `pubatlas migrate up|down|status` */
export function migrateCommand(config: () => Config): Command {
  const command = new Command('migrate').description(
    'Bring the database to the form that this version needs.',
  );
  command
    .command('up', { isDefault: true })
    .description('run the migrations that have not run, and renew countries and regions (the default)')
    .action(() => withDatabase(config(), async (db) => print(await bringUpToDate(db), 'Up to date.')));
  command
    .command('down')
    .description('take back the last migration; its data is lost')
    .option('--all', 'take back every migration')
    .action(({ all }: { all?: boolean }) =>
      withDatabase(config(), async (db) => print(await migrateDown(db, all), 'Nothing to take back.')),
    );
  command
    .command('status')
    .description('list the migrations and when they ran')
    .action(() =>
      withDatabase(config(), async (db) => {
        for (const { name, executedAt } of await migrationStatus(db))
          console.log(`${executedAt ? executedAt.toISOString() : 'has yet to run'.padEnd(24)}  ${name}`);
      }),
    );
  return command;
}

/**
 * Runs what has not run, and brings countries and regions, and what is searched, to what this version knows of them.
 * @returns the names of the migrations that ran
 */
export async function bringUpToDate(db: Db): Promise<string[]> {
  const names = await migrateUp(db);
  const changed = await seedPlaces(db, countryReferences(), regionReferences());
  await reindex(db, names.some((name) => name.endsWith('_create_search')) ? 'all' : changed);
  return names;
}

/** @throws OperatorError where a migration has yet to run */
export async function demandMigrated(db: Db): Promise<void> {
  const pending = (await migrationStatus(db)).filter(({ executedAt }) => executedAt === undefined);
  if (pending.length > 0)
    throw new OperatorError(
      `The database lacks ${counted(pending.length, 'migration')}; run "pubatlas migrate" first.`,
    );
}

function print(names: readonly string[], none: string): void {
  console.log(names.length > 0 ? names.join('\n') : none);
}
