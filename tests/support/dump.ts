import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';

/** Tables in which imports record their runs, and tables that imports never write. */
const NOT_CONTENT = ['import_run', 'kysely_migration', 'kysely_migration_lock'];
const REFERENCE = ['country', 'country_succession', 'region', 'region_country'];

async function tablesBut(db: Db, others: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all(${others}::text[])
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Dumps all rows of all tables, with timestamps to the microsecond. Equal dumps mean that an import changed nothing.
 */
export async function dumpTables(db: Db): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const name of await tablesBut(db, NOT_CONTENT)) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(db);
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}

/**
 * Dumps the content of a catalogue by natural keys. Catalogues with equal content have equal dumps, in whatever order
 * they were imported.
 */
export async function dumpContent(db: Db): Promise<unknown[]> {
  const names = (kind: string, key: string) => sql`
    array(select t.${sql.ref(key)} from ${sql.table(kind)} t where t.id = any(p.${sql.ref(`${kind}_ids`)}) order by 1)`;
  const { rows } = await sql`
    select p.slug, p.title, p.abstract, p.year, p.url, p.is_worldwide, p.host_title, p.content_hash,
      ${names('country', 'code')} as countries, ${names('region', 'slug')} as regions,
      ${names('topic', 'slug')} as topics, ${names('category', 'slug')} as categories,
      array(select c.role || ' ' || a.slug || ' ' || a.kind || ' ' || c.printed_as from contribution c
        join author a on a.id = c.author_id where c.publication_id = p.id order by c.position) as contributions,
      array(select s.file from source_record r join source s on s.id = r.source_id
        where r.publication_id = p.id order by 1) as files
    from publication p order by p.slug`.execute(db);
  return rows;
}

/** Deletes everything that imports wrote. This is faster than cloning another catalogue. */
export async function emptyTables(db: Db): Promise<void> {
  const names = await tablesBut(db, [...REFERENCE, 'kysely_migration', 'kysely_migration_lock']);
  await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(db);
}
