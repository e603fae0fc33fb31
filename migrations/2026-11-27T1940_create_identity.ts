import { type Kysely, sql } from 'kysely';

/**
 * Identity depends on the stored source records alone. A record keeps the slug that its source states, and the title key by
 * which it is found if its publication's row may have another one. Publications whose titles make the same slug remember it
 * in `slug_base`. `former_slug` keeps every slug that was handed out and is not the current one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table source_record add column slug text, add column title_key text collate "C"`.execute(
    db,
  );
  await sql`alter table publication add column slug_base text`.execute(db);
  await sql`
    create table former_slug (
      kind text not null check (kind in ('publication', 'author', 'topic', 'category')),
      slug text not null,
      -- The row of the table \`kind\` that the slug stands for now.
      id integer not null,
      primary key (kind, slug)
    )`.execute(db);
  await sql`create index former_slug_id on former_slug (kind, id)`.execute(db);
  await sql`
    update source_record r set title_key = p.title_key
    from publication p where p.id = r.publication_id and r.said -> 'title' is not null`.execute(db);
  // Stated slugs were not stored. A slug that does not begin as its title does was stated.
  await sql`
    update source_record r set slug = p.slug
    from publication p, source s
    where p.id = r.publication_id and s.id = r.source_id and s.format = 'JSON_LINES'
      and not starts_with(p.slug, left(trim(both '-' from regexp_replace(lower(p.title), '[^a-z0-9]+', '-', 'g')), 40))`.execute(
    db,
  );
  await sql`
    create index source_record_title on source_record (title_key) where title_key is not null`.execute(db);
  await sql`create index publication_slug_base on publication (slug_base) where slug_base is not null`.execute(
    db,
  );
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table former_slug`.execute(db);
  await sql`alter table publication drop column slug_base`.execute(db);
  await sql`alter table source_record drop column slug, drop column title_key`.execute(db);
}
