import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { COPIED, type ColumnType } from './copied.ts';
import type { Columns } from './columns.ts';
import { findVersion } from './counts.queries.ts';

/**
 * Rows per statement. More rows would not make copying faster, because the overhead of a statement is already small.
 */
const ROWS_AT_ONCE = 10_000;

/** Key figures of the catalogue in a copy. */
export interface Copied {
  /** The version of the catalogue: see `findVersion`. */
  version: string;
  /** Number of publications. */
  size: number;
  /** The largest id of a publication; 0 if there are none. */
  largestId: number;
}

/**
 * Copies the tables that lists are counted by, as of one moment.
 * @param signal aborts between two statements
 */
export async function copyCatalogue(db: Db, columns: Columns, signal: AbortSignal): Promise<Copied> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const version = await findVersion(trx);
      for (const [table, types] of Object.entries(COPIED))
        await copyTable(trx, columns, table, types, signal);
      const { rows } = await columns.run<Omit<Copied, 'version'>>({
        sql: 'select count(*) as "size", coalesce(max(id), 0) as "largestId" from publication',
        parameters: [],
      });
      return { version, ...(rows[0] as Omit<Copied, 'version'>) };
    });
}

/**
 * Copies a table. PostgreSQL sends each column of a batch as one text that DuckDB splits, so no row passes through
 * JavaScript. Numbers are separated by `;`, which is ten times faster than JSON. Texts may contain any character, so
 * they are sent as JSON.
 */
async function copyTable(
  db: Db,
  columns: Columns,
  table: string,
  types: Record<string, ColumnType>,
  signal: AbortSignal,
): Promise<void> {
  const names = Object.keys(types);
  const definitions = names.map((name) => `"${name}" ${types[name]}`).join();
  await columns.run({ sql: `create table ${table} (${definitions})`, parameters: [] });
  const values = names.map((name, i) => parseColumn(types[name] as ColumnType, `$${i + 1}`)).join();
  const insert = `insert into ${table} select ${values}`;
  const texts = names.map((name) => printColumn(types[name] as ColumnType, name));
  const read = async (after: number) => {
    const { rows } = await sql<Record<string, string> & { lastId: number | null }>`
      select max(id) as "lastId", ${sql.join(texts)}
      from (select * from ${sql.table(table)} where id > ${after}::integer order by id limit ${ROWS_AT_ONCE}) part`.execute(
      db,
    );
    return rows[0];
  };
  for (let next = read(0); ;) {
    const part = await next;
    if (!part || part.lastId === null) return;
    signal.throwIfAborted();
    // PostgreSQL reads the next rows while DuckDB parses these.
    next = read(part.lastId);
    await Promise.all([next, columns.run({ sql: insert, parameters: names.map((name) => part[name]) })]);
  }
}

function printColumn(type: ColumnType, name: string): RawBuilder<string> {
  const column = sql.ref(name);
  switch (type) {
    case 'integer[]':
    case 'text[]':
      return sql`string_agg(array_to_string(${column}, ','), ';') as ${column}`;
    case 'text':
      return sql`json_agg(${column})::text as ${column}`;
    default:
      return sql`string_agg(${column}::text, ';') as ${column}`;
  }
}

function parseColumn(type: ColumnType, text: string): string {
  switch (type) {
    case 'integer[]':
      return `('[' || unnest(string_split(${text}, ';')) || ']')::integer[]`;
    case 'text[]':
      return `list_filter(string_split(unnest(string_split(${text}, ';')), ','), lambda value: value <> '')`;
    case 'text':
      return `unnest(from_json(${text}, '["VARCHAR"]'))`;
    default:
      return `unnest(string_split(${text}, ';'))::${type}`;
  }
}
