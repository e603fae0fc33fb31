import type { Db } from '../db/database.ts';
import type { Config } from '../server/config.ts';
import { withExistingDatabase } from './database.ts';
import { checkMigrated } from './migrate.ts';

/**
 * Runs a command's work with an existing catalogue.
 * @param work also gets the URL of the same database with a read-only role
 * @throws OperatorError if there is no database yet, or if migrations have not run
 */
export function withCatalogue<T>(config: Config, work: (db: Db, readUrl: string) => Promise<T>): Promise<T> {
  return withExistingDatabase(config, async (db, readUrl) => {
    await checkMigrated(db);
    return work(db, readUrl);
  });
}
