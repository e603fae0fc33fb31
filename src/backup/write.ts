import type { Writable } from 'node:stream';
import { sql } from 'kysely';
import { CopySink, writeChunk } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { listMigrations } from '../db/migrator.ts';
import { OperatorError } from '../db/operator.error.ts';
import { version } from '../project.ts';
import { END_OF_ROWS, FORMAT, type Header } from './format.ts';

/** A table and the columns to save. */
export interface SavedTable {
  name: string;
  /** Without generated columns. */
  columns: string[];
}

/**
 * Writes a backup of the catalogue (src/backup/format.ts) from one snapshot, so imports may run meanwhile. Does not end
 * `output`.
 * @throws OperatorError if the database has no catalogue
 */
export async function writeBackup(db: Db, output: Writable): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const tables = await findTables(trx);
      await writeLine(output, await makeHeader(trx));
      for (const { name, columns } of tables) {
        await writeLine(output, { table: name, columns });
        const list = sql.join(columns.map((column) => sql.ref(column)));
        await sql`copy ${sql.table(name)} (${list}) to ${new CopySink(output)}`.execute(trx);
        await writeChunk(output, END_OF_ROWS);
      }
      await writeLine(output, { end: true });
    });
}

async function makeHeader(db: Db): Promise<Header> {
  const migrations = (await listMigrations(db)).filter(({ executedAt }) => executedAt !== undefined);
  if (migrations.length === 0)
    throw new OperatorError('The database has no catalogue yet; there is nothing to back up.');
  return {
    format: FORMAT,
    formatVersion: 1,
    pubatlas: version,
    postgresql: await findMajorVersion(db),
    createdAt: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
    sequences: await findSequences(db),
  };
}

/** The major version of the server: 18. */
export async function findMajorVersion(db: Db): Promise<number> {
  const { version } = await db
    .selectNoFrom(sql<number>`current_setting('server_version_num')::integer`.as('version'))
    .executeTakeFirstOrThrow();
  return Math.floor(version / 10_000);
}

/**
 * The catalogue's tables; each one follows the tables that it references. Tables of extensions and of the migrator are
 * left out.
 */
export async function findTables(db: Db): Promise<SavedTable[]> {
  const { rows } = await sql<SavedTable & { references: string[] }>`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "references"
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname !~ '^kysely_'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(db);
  const sorted: SavedTable[] = [];
  const visit = ({ name, columns, references }: (typeof rows)[number]) => {
    if (sorted.some((table) => table.name === name)) return;
    for (const referred of rows) if (references.includes(referred.name)) visit(referred);
    sorted.push({ name, columns });
  };
  rows.forEach(visit);
  return sorted;
}

async function findSequences(db: Db): Promise<Header['sequences']> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
    order by 1, 2`.execute(db);
  const sequences: Header['sequences'] = [];
  for (const { table, column, sequence } of rows) {
    const { rows: states } = await sql<{ value: string; isCalled: boolean }>`
      select last_value::text as value, is_called as "isCalled" from ${sql.raw(sequence)}`.execute(db);
    for (const state of states) sequences.push({ table, column, ...state });
  }
  return sequences;
}

function writeLine(output: Writable, value: object): Promise<void> {
  return writeChunk(output, `${JSON.stringify(value)}\n`);
}
