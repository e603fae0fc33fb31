import { type Kysely, sql } from 'kysely';

/**
 * Work that a migration leaves to the program, because SQL alone can't do it: `search` makes every search document and the
 * vocabulary anew. A migration inserts a row; whoever does the work deletes it in the same transaction. While there is
 * a row, the catalogue is not ready to be served.
 *
 * Publications without a document are left over from an upgrade that was interrupted after the migration that created
 * the column.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table pending_work (
      kind text primary key,
      requested_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`
    insert into pending_work (kind)
    select 'search' where exists (select from publication where document = '')`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table pending_work`.execute(db);
}
