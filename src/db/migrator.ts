import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, type MigrationInfo, type MigrationResult, Migrator } from 'kysely';
import { projectFolder } from '../project.ts';
import type { Db } from './database.ts';
import { OperatorError } from './operator.error.ts';

function migratorOf(db: Db): Migrator {
  return new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(projectFolder, 'migrations'),
    }),
  });
}

/**
 * Brings the database up to date, each migration in a transaction.
 * @returns the names of the migrations that ran
 * @throws OperatorError where it has one of another version; the error of the first that failed, those before it stay
 */
export async function migrateUp(db: Db): Promise<string[]> {
  return ran(await migratorOf(db).migrateToLatest());
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

/** Every migration there is, with when it ran; `executedAt` is undefined of one that has yet to. */
export async function migrationStatus(db: Db): Promise<readonly MigrationInfo[]> {
  return migratorOf(db).getMigrations();
}

/** What to tell where the database has a migration that is not among ours; null of any other error. */
function ofAnotherVersion(error: unknown): OperatorError | null {
  const [, name] = /previously executed migration (\S+) is missing/.exec(String(error)) ?? [];
  return name === undefined
    ? null
    : new OperatorError(
        `The database was brought to the form of another version of pubatlas, which has the migration ${name}; ` +
          'run that version, or a newer one.',
      );
}

function ran({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) throw ofAnotherVersion(error) ?? error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}
