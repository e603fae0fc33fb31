import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, type MigrationInfo, type MigrationResult, Migrator, sql } from 'kysely';
import { projectFolder } from '../project.ts';
import { type Db, hideTransaction } from './database.ts';
import { OperatorError } from './operator.error.ts';

/** In a transaction, the migrations belong to it; otherwise the migrator begins one of its own. */
function migratorOf(db: Db): Migrator {
  return new Migrator({
    db: db.isTransaction ? hideTransaction(db) : db,
    disableTransactions: db.isTransaction,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(projectFolder, 'migrations'),
    }),
  });
}

/**
 * Runs the migrations that have not run, up to the one of that name or all, in one transaction.
 * @returns the names of the migrations that ran
 * @throws OperatorError if the database has a migration that this version does not know
 */
export async function migrateUp(db: Db, last?: string): Promise<string[]> {
  const migrator = migratorOf(db);
  return ran(await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last)));
}

/** Takes back the newest migration, or all of them. */
export async function migrateDown(db: Db, all = false): Promise<string[]> {
  const migrator = migratorOf(db);
  const undone: string[] = [];
  do {
    const names = ran(await migrator.migrateDown());
    if (names.length === 0) break;
    undone.push(...names);
  } while (all);
  return undone;
}

/** Every migration that this version has, with when it ran; `executedAt` is undefined if it has yet to run. */
export async function migrationStatus(db: Db): Promise<readonly MigrationInfo[]> {
  return migratorOf(db).getMigrations();
}

/** The migrations of the database that this version does not know: a newer version ran them. */
export async function findUnknownMigrations(db: Db): Promise<string[]> {
  const tables = await sql<{ exists: boolean }>`
    select to_regclass('kysely_migration') is not null as exists`.execute(db);
  if (tables.rows[0]?.exists !== true) return [];
  const known = new Set((await migrationStatus(db)).map(({ name }) => name));
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}

/** The error to report if the database has a migration that is not among ours; null for any other error. */
function ofAnotherVersion(error: unknown): OperatorError | null {
  const [, name] = /previously executed migration (\S+) is missing/.exec(String(error)) ?? [];
  return name === undefined
    ? null
    : new OperatorError(
        `The database was migrated by another version of pubatlas, which has the migration ${name}; ` +
          'run that version, or a newer one.',
      );
}

function ran({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) throw ofAnotherVersion(error) ?? error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}
