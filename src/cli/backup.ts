import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Command } from 'commander';
import { sql } from 'kysely';
import { writeBackup } from '../backup/write.ts';
import { restoreBackup } from '../backup/restore.ts';
import type { Db } from '../db/database.ts';
import { unreadable } from '../import/input.ts';
import { reindex } from '../import/reindex.ts';
import type { Config } from '../server/config.ts';
import { withDatabase, withExistingDatabase } from './database.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { bringUpToDate } from './migrate.ts';
import { explainClosedPipe, writeWholeFile } from './whole-file.ts';

/** `pubatlas backup FILE` */
export function backupCommand(config: () => Config): Command {
  return new Command('backup')
    .description('Back up the catalogue as of one moment. The server and imports may run meanwhile.')
    .argument('<file>', 'File to write (.gz), replaced if it exists; "-" is standard output.')
    .action(async (file: string) => {
      await withExistingDatabase(config(), (db) =>
        abortOnInterrupt('Interrupted: no backup was written.', (signal) => backUp(db, file, signal)),
      );
      if (file !== '-') console.log(`Wrote ${file}.`);
    });
}

/** `pubatlas restore FILE` */
export function restoreCommand(config: () => Config): Command {
  return new Command('restore')
    .description(
      'Restore a backup in one transaction. It may be from an older pubatlas or another version of PostgreSQL.',
    )
    .argument('<file>', 'File that "pubatlas backup" wrote; "-" is standard input.')
    .option('--replace', 'delete the existing catalogue')
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      // Before the database is created.
      if (file !== '-') await stat(file).catch(unreadable(file));
      await withDatabase(config(), async (db) => {
        const input = file === '-' ? process.stdin : createReadStream(file);
        const createdAt = await restore(db, input, replace);
        console.log(`Restored the backup of ${createdAt}.`);
      });
    });
}

/** Writes a backup to a file, which it replaces when the backup is complete. "-" is standard output. */
export async function backUp(db: Db, file: string, signal?: AbortSignal): Promise<void> {
  if (file === '-') return compress(db, process.stdout, signal).catch(explainClosedPipe);
  await writeWholeFile(file, (output) => compress(db, output, signal));
}

async function compress(db: Db, output: Writable, signal?: AbortSignal): Promise<void> {
  const gzip = createGzip();
  const written = pipeline(gzip, output, { signal });
  try {
    await Promise.race([writeBackup(db, gzip), written]);
    gzip.end();
    await written;
  } catch (error) {
    gzip.destroy(error as Error);
    await written.catch(() => undefined);
    throw error;
  }
}

/**
 * Restores a backup and migrates it to this version, in one transaction.
 * @returns when the backup was made
 * @throws OperatorError if the database has a catalogue and `replace` is false, or if the backup is damaged or from a
 *   newer version
 */
export async function restore(db: Db, input: Readable, replace: boolean): Promise<string> {
  const gunzip = createGunzip();
  const read = pipeline(input, gunzip);
  read.catch(() => undefined); // the reader of gunzip gets the same error
  try {
    return await db.transaction().execute(async (trx) => {
      const { createdAt, isOfAnotherMajor } = await restoreBackup(trx, gunzip, replace);
      await bringUpToDate(trx);
      if (isOfAnotherMajor) await reindex(trx, 'all');
      await sql`analyze`.execute(trx);
      return createdAt;
    });
  } finally {
    gunzip.destroy();
    input.destroy();
  }
}
