import { type Kysely, sql } from 'kysely';

/**
 * What a search looks in. A publication's document has the stems of its words with where they stand: A the title, B the
 * names of authors, places, topics and categories, C the abstract. It stands in the row, uncompressed, for to rank a
 * publication is to read it. search_stem has the stems of all documents but numbers, and how many have each; search_word the
 * words that they are the stems of, from which a query's words are completed and mended. All are written by the import,
 * with the publication.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table publication add column document tsvector not null default ''`.execute(db);
  await sql`alter table publication set (toast_tuple_target = 8160)`.execute(db);
  await sql`create index publication_document on publication using gin (document)`.execute(db);
  await sql`
    create table search_word (
      word text collate "C" primary key,
      stem text collate "C" not null
    )`.execute(db);
  await sql`
    create table search_stem (
      stem text collate "C" primary key,
      documents integer not null
    )`.execute(db);
  await sql`create index search_word_stem on search_word (stem)`.execute(db);
  await sql`create index search_word_similar on search_word using gin (word gin_trgm_ops)`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table search_word, search_stem`.execute(db);
  await sql`alter table publication drop column document`.execute(db);
  await sql`alter table publication reset (toast_tuple_target)`.execute(db);
}
