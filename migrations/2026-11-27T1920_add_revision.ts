import { type Kysely, sql } from 'kysely';

/** Whether an import changed anything that the API answers: the last one that did is the catalogue's revision. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table import_run add column has_changes boolean not null default false`.execute(db);
  await sql`update import_run set has_changes = created_count + updated_count > 0`.execute(db);
  await sql`alter table import_run alter column has_changes drop default`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`alter table import_run drop column has_changes`.execute(db);
}
