import { type Kysely, sql } from 'kysely';

/**
 * Where each publication comes from. A source is one file under one heading; a source record is what it prints of one
 * publication, what repair made of it, and what stayed unresolved. `said` is the repaired record itself, from which a
 * publication that several sources state is put together; that of a publication's only source leaves out title and
 * abstract, which the publication's row has.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table source (
      id integer generated always as identity primary key,
      file text not null,
      format text not null check (format in ('LISTING', 'JSON_LINES')),
      -- What the page's heading names and whether it is a topic or a category; '' where a format has no heading.
      heading text not null,
      heading_kind text not null check (heading_kind in ('topic', 'category', '')),
      unique (file, format, heading)
    )`.execute(db);
  await sql`
    create table source_record (
      id bigint generated always as identity primary key,
      source_id integer not null,
      publication_id integer not null,
      first_line integer not null,
      last_line integer not null,
      raw jsonb,
      repairs jsonb,
      unresolved jsonb,
      said json not null,
      -- False of the last record of a page that is cut off: it may say less than it has to say.
      is_complete boolean not null,
      -- Of all of the above but the lines: a record whose hash is known needs no work.
      content_hash text not null
    )`.execute(db);
  await sql`create index source_record_publication on source_record (publication_id, id)`.execute(db);
  await sql`create index source_record_source on source_record (source_id, first_line)`.execute(db);
  await sql`
    create table import_run (
      id integer generated always as identity primary key,
      started_at timestamptz not null,
      finished_at timestamptz not null,
      created_count integer not null,
      updated_count integer not null,
      unchanged_count integer not null,
      refused_count integer not null
    )`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table import_run, source_record, source`.execute(db);
}
