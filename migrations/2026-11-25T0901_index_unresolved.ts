import { type Kysely, sql } from 'kysely';

/** The source records in which something stayed unresolved: they are few, and what the catalogue says of its quality. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index source_record_unresolved on source_record (id) where unresolved is not null`.execute(
    db,
  );
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index source_record_unresolved`.execute(db);
}
