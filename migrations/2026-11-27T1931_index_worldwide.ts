import { type Kysely, sql } from 'kysely';

/** Worldwide publications, newest first: lists of a place take them in with `includeWorldwide`. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index publication_worldwide on publication (year_key, id) where is_worldwide`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index publication_worldwide`.execute(db);
}
