import { type Kysely, sql } from 'kysely';

/**
 * The index of the default order also has the titles: those of the newest publications, in which suggestions are looked for,
 * are read off it without their rows.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`drop index publication_year`.execute(db);
  await sql`create index publication_year on publication (year_key, id) include (title_key)`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index publication_year`.execute(db);
  await sql`create index publication_year on publication (year_key, id)`.execute(db);
}
