import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, type MigrationInfo, type MigrationResult, Migrator, sql } from 'kysely';
import { projectFolder } from '../project.ts';
import { type Db, hideTransaction } from './database.ts';
import { OperatorError } from './operator.error.ts';

/** Creates a migrator. It runs in the transaction `db`, or begins its own if `db` is not a transaction. */
function createMigrator(db: Db): Migrator {
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
 * Runs the pending migrations in one transaction.
 * @param last the name of the last migration to run; all if absent
 * @returns the names of the migrations that ran
 * @throws OperatorError if the database has a migration that this version lacks, or skipped one that this version has
 */
export async function migrateUp(db: Db, last?: string): Promise<string[]> {
  const migrator = createMigrator(db);
  return listMigrated(await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last)));
}

/** Reverts the newest migration, or all migrations. Returns the names of the reverted migrations. */
export async function migrateDown(db: Db, all = false): Promise<string[]> {
  const migrator = createMigrator(db);
  const undone: string[] = [];
  do {
    const names = listMigrated(await migrator.migrateDown());
    if (names.length === 0) break;
    undone.push(...names);
  } while (all);
  return undone;
}

/** Lists the migrations of this version; `executedAt` is undefined for those that have not run. */
export async function listMigrations(db: Db): Promise<readonly MigrationInfo[]> {
  return createMigrator(db).getMigrations();
}

/** Lists the migrations that ran on the database but that this version lacks: a newer version ran them. */
export async function findUnknownMigrations(db: Db): Promise<string[]> {
  const tables = await sql<{ exists: boolean }>`
    select to_regclass('kysely_migration') is not null as exists`.execute(db);
  if (tables.rows[0]?.exists !== true) return [];
  const known = new Set((await listMigrations(db)).map(({ name }) => name));
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}

/** A migration that did not run although the later migration `next` did. Kysely runs migrations only in order. */
export interface SkippedMigration {
  name: string;
  next: string;
}

/** Finds the first skipped migration; null if there is none. */
export async function findSkippedMigration(db: Db): Promise<SkippedMigration | null> {
  const status = await listMigrations(db);
  const first = status.findIndex(({ executedAt }) => executedAt === undefined);
  const next = status.find(({ executedAt }, index) => index > first && executedAt !== undefined);
  const skipped = status[first];
  return skipped === undefined || next === undefined ? null : { name: skipped.name, next: next.name };
}

/** Returns the problem and its remedy as a sentence, without the opening "The migration" and the full stop. */
export function explainSkipped({ name, next }: SkippedMigration): string {
  return (
    `${name} must run before ${next}, which already ran; with the version of pubatlas that ran it, ` +
    'run "pubatlas migrate down" until it is reverted, then run "pubatlas migrate" with this version'
  );
}

/**
 * Translates Kysely's errors about a database whose migrations don't match this version's; null for any other error.
 * Kysely has no codes for them, so the messages are matched.
 */
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

function listMigrated({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) throw toOperatorError(error) ?? error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}
