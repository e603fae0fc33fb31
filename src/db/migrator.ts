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
 * @throws OperatorError if the database has a migration that this version does not know, or skipped one that it has
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

/** A migration that did not run, and the first of the later ones that did: Kysely runs migrations only in their order. */
export interface SkippedMigration {
  name: string;
  next: string;
}

/** The first migration that a version without it skipped; null if there is none. */
export async function findSkippedMigration(db: Db): Promise<SkippedMigration | null> {
  const status = await migrationStatus(db);
  const first = status.findIndex(({ executedAt }) => executedAt === undefined);
  const next = status.find(({ executedAt }, index) => index > first && executedAt !== undefined);
  const skipped = status[first];
  return skipped === undefined || next === undefined ? null : { name: skipped.name, next: next.name };
}

/** A sentence with the remedy, without its first words ("The migration") and its full stop. */
export function explainSkipped({ name, next }: SkippedMigration): string {
  return (
    `${name} must run before ${next}, which already ran; with the version of pubatlas that ran it, ` +
    'run "pubatlas migrate down" until it is reverted, then run "pubatlas migrate" with this version'
  );
}

/** The error to report if the migrations of the database are not the first of ours; null for any other error. */
function toOperatorError(error: unknown): OperatorError | null {
  const message = String(error);
  const [, unknown] = /previously executed migration (\S+) is missing/.exec(message) ?? [];
  if (unknown !== undefined)
    return new OperatorError(
      `The database was migrated by another version of pubatlas, which has the migration ${unknown}; ` +
        'run that version, or a newer one.',
    );
  const [, next, name] =
    /previously executed migration (\S+) to be at index \d+ but (\S+) was found/.exec(message) ?? [];
  return name === undefined || next === undefined
    ? null
    : new OperatorError(`The migration ${explainSkipped({ name, next })}.`);
}

function ran({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) throw toOperatorError(error) ?? error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}
