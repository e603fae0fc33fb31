import { type Kysely, sql } from 'kysely';

/** The table of formats is in the code: a new format needs no migration. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table source
      drop constraint source_format_check,
      add constraint source_format_check check (format ~ '^[A-Z][A-Z_]*$')`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    alter table source
      drop constraint source_format_check,
      add constraint source_format_check check (format in ('LISTING', 'JSON_LINES'))`.execute(db);
}
