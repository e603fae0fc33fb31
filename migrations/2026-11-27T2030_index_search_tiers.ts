import { type Kysely, sql } from 'kysely';

/**
 * The words of titles, and of titles and names, for searches by relevance: they find a tier's publications, or that it has
 * none, without reading those that have the words elsewhere (docs/adr/0036).
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index publication_title_words on publication using gin (ts_filter(document, '{a}'))`.execute(
    db,
  );
  await sql`create index publication_named_words on publication using gin (ts_filter(document, '{a,b}'))`.execute(
    db,
  );
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index publication_title_words, publication_named_words`.execute(db);
}
