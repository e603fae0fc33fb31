import { type Kysely, sql } from 'kysely';

/** Countries and regions: reference data, filled by the seeding step from data/reference. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table country (
      id integer generated always as identity primary key,
      code text not null unique,
      alpha2 text not null,
      alpha3 text not null,
      numeric_code text,
      status text not null check (status in ('CURRENT', 'FORMER', 'USER_ASSIGNED')),
      name text not null,
      official_name text,
      names jsonb not null,
      aliases text[] not null,
      -- The plain name: the order of lists, the same on every machine.
      sort_key text collate "C" not null,
      -- Every name in every language, plain, a line each: what a filter by name looks in.
      plain_names text not null
    )`.execute(db);
  await sql`
    create table country_succession (
      predecessor_id integer not null references country,
      successor_id integer not null references country,
      primary key (predecessor_id, successor_id)
    )`.execute(db);
  await sql`
    create table region (
      id integer generated always as identity primary key,
      slug text not null unique,
      m49 text unique,
      name text not null,
      names jsonb not null,
      aliases text[] not null,
      sort_key text collate "C" not null,
      plain_names text not null,
      parent_id integer references region
    )`.execute(db);
  await sql`
    create table region_country (
      region_id integer not null references region,
      country_id integer not null references country,
      primary key (region_id, country_id)
    )`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table region_country, region, country_succession, country`.execute(db);
}
