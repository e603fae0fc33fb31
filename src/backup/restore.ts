import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { z } from 'zod';
import { CopySource } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { migrateDown, migrateUp, listMigrations } from '../db/migrator.ts';
import { OperatorError } from '../db/operator.error.ts';
import { Bulk } from '../import/bulk.ts';
import { lockImports } from '../import/transaction.ts';
import { findMajorVersion, findTables } from './write.ts';
import { BackupReader, type Header, createInvalidBackupError } from './format.ts';

/** Facts about a restored backup. */
export interface Restored {
  createdAt: string;
  /** Whether another major version of PostgreSQL made it. Search documents may differ then, because dictionaries do. */
  isOfAnotherMajor: boolean;
}

/**
 * Restores a backup within a transaction: runs the migrations that the backup lists, then fills the tables. The schema
 * then has the backup's version; the caller has to run later migrations.
 * @param text the backup, decompressed
 * @param replace whether to delete an existing catalogue
 * @throws OperatorError if there is a catalogue, or the backup is damaged or from a newer version
 */
export async function restoreBackup(trx: Db, text: Readable, replace: boolean): Promise<Restored> {
  const reader = new BackupReader(text);
  try {
    const header = await reader.readHeader();
    // Before any table is locked: an import that holds the lock may still need the tables.
    await lockImports(trx);
    const known = (await listMigrations(trx)).map(({ name }) => name);
    checkMigrations(header, known);
    if (replace) await emptyTables(trx);
    else await checkEmpty(trx);
    await migrateDown(trx, true);
    await migrateUp(trx, header.migrations.at(-1));
    await fillTables(trx, reader);
    for (const { table, column, value, isCalled } of header.sequences)
      await sql`
        select setval(pg_get_serial_sequence(quote_ident(${table}::text), ${column}::text), ${value}::bigint, ${isCalled}::boolean)`.execute(
        trx,
      );
    const { createdAt, postgresql } = header;
    return { createdAt, isOfAnotherMajor: postgresql !== (await findMajorVersion(trx)) };
  } catch (error) {
    throw toOperatorError(error);
  }
}

async function fillTables(trx: Db, reader: BackupReader): Promise<void> {
  const bulk = new Bulk(trx, true);
  await bulk.begin();
  for (let read = await reader.readTable(); read !== null; read = await reader.readTable()) {
    const { table, columns } = read;
    // A migration may have inserted rows, which the backup contains too.
    await sql`delete from ${sql.table(table)}`.execute(trx);
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`copy ${sql.table(table)} (${list}) from ${new CopySource(reader.readRows())}`.execute(trx);
  }
  await bulk.end();
}

/**
 * Deletes the rows of the catalogue. Otherwise a migration could not be reverted if its table has rows that the older
 * schema doesn't allow.
 */
async function emptyTables(trx: Db): Promise<void> {
  const tables = await findTables(trx);
  if (tables.length > 0)
    await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))}`.execute(trx);
}

function checkMigrations({ migrations, pubatlas }: Header, known: readonly string[]): void {
  const other = migrations.findIndex((name, i) => name !== known[i]);
  if (other >= 0)
    throw new OperatorError(
      `The backup was made by pubatlas ${pubatlas}, with the migration ${migrations[other]}, which this version does not have; ` +
        'restore it with that version, or a newer one.',
    );
}

async function checkEmpty(trx: Db): Promise<void> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('publication') is not null as exists`.execute(trx);
  if (rows[0]?.exists !== true) return;
  const found = await trx.selectFrom('publication').select('id').limit(1).executeTakeFirst();
  if (found)
    throw new OperatorError(
      'The database already has a catalogue; use --replace to delete it and restore the backup in its place.',
    );
}

/** A truncated or damaged file causes an error in gzip, in JSON.parse or in PostgreSQL's COPY. */
function toOperatorError(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const isDamaged = error instanceof z.ZodError || /^(Z_\w+|22...|23...|42P01|42703)$/.test(code);
  return isDamaged ? createInvalidBackupError() : error;
}
