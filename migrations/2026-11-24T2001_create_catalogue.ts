import { type Kysely, sql } from 'kysely';

/**
 * Publications, the people and organisations behind them, and how they are filed.
 *
 * A publication's row carries the ids of all it is filed under, as arrays: they are what a filter tests and what a
 * page shows without another statement. The membership tables (publication_country, …) say the same the other way
 * round and carry the sort key of the default order, so that "the newest 20 of a country" reads 20 index entries.
 * They are derived: written only together with the row, without foreign keys, for checking a key a row would be
 * most of the cost of an import; `within_region_ids` holds every region that a publication lies in, by itself,
 * through a subregion or through a country.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  for (const kind of ['topic', 'category']) {
    await sql`
      create table ${sql.table(kind)} (
        id integer generated always as identity primary key,
        slug text not null unique,
        name text not null,
        description text,
        sort_key text collate "C" not null
      )`.execute(db);
  }
  await sql`
    create table author (
      id integer generated always as identity primary key,
      slug text not null unique,
      name text not null,
      sort_name text not null,
      -- Name, acronym and aliases, plain, a line each: what a filter by name looks in.
      plain_names text not null,
      -- The plain sort name: the order of lists, the same on every machine.
      sort_key text collate "C" not null,
      kind text not null check (kind in ('PERSON', 'ORGANIZATION', 'UNKNOWN')),
      acronym text,
      aliases text[] not null
    )`.execute(db);
  await sql`create index author_sort_key on author (sort_key, id)`.execute(db);
  await sql`create index author_plain_names on author using gin (plain_names gin_trgm_ops)`.execute(db);
  await sql`
    create table publication (
      id integer generated always as identity primary key,
      slug text not null unique,
      title text not null,
      -- The plain title, its first 300 characters: its order, and what tells that two records are of one publication.
      title_key text collate "C" not null,
      abstract text,
      year smallint check (year between 1000 and 2999),
      -- The default order puts unknown years last, so that a page is one comparison of (year_key, id).
      year_key smallint not null generated always as (coalesce(year, 0)) stored,
      url text,
      is_worldwide boolean not null,
      host_title text,
      host_publisher text,
      host_place text,
      host_year smallint,
      country_ids integer[] not null,
      region_ids integer[] not null,
      within_region_ids integer[] not null,
      topic_ids integer[] not null,
      category_ids integer[] not null,
      author_ids integer[] not null,
      -- Of all that a source states; equal means that an import changes nothing.
      content_hash text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index publication_year on publication (year_key, id)`.execute(db);
  await sql`create index publication_year_ascending on publication (coalesce(year, 9999), id)`.execute(db);
  await sql`create index publication_title on publication (title_key, id)`.execute(db);
  await sql`create index publication_created_at on publication (created_at, id)`.execute(db);
  await sql`create index publication_updated_at on publication (updated_at, id)`.execute(db);
  for (const ids of [
    'country_ids',
    'region_ids',
    'within_region_ids',
    'topic_ids',
    'category_ids',
    'author_ids',
  ]) {
    await sql`create index ${sql.ref(`publication_${ids}`)} on publication using gin (${sql.ref(ids)})`.execute(
      db,
    );
  }
  await sql`
    create table contribution (
      publication_id integer not null references publication on delete cascade,
      position smallint not null,
      author_id integer not null references author,
      role text not null check (role in ('AUTHOR', 'EDITOR', 'TRANSLATOR', 'CONTRIBUTOR')),
      printed_as text not null,
      primary key (publication_id, position)
    )`.execute(db);
  await sql`create index contribution_author on contribution (author_id)`.execute(db);
  for (const kind of ['country', 'region', 'author', 'topic', 'category']) {
    // How a publication lies in a region: 0 filed under it, 1 under a region within it, 2 about a country in it.
    const reach = kind === 'region' ? sql`reach smallint not null,` : sql``;
    await sql`
      create table ${sql.table(`publication_${kind}`)} (
        ${sql.ref(`${kind}_id`)} integer not null,
        year_key smallint not null,
        publication_id integer not null,
        ${reach}
        primary key (${sql.ref(`${kind}_id`)}, year_key, publication_id)
      )`.execute(db);
  }
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop table publication_country, publication_region, publication_author, publication_topic, publication_category,
      contribution, publication, author, category, topic`.execute(db);
}
