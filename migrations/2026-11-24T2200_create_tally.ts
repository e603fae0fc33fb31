import { type Kysely, sql } from 'kysely';

/**
 * How many publications of each member have each value: of topic 5, 120 are about country 7. Members are everything (kind
 * `all`, id 0), each country, region, topic, category and year; values are the same, and of everything also the
 * authors. Id 0 is "none": publications without a country, of unknown year. Regions reach to countries in them. A
 * value that no publication of the member has has no row.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table tally (
      member_kind text collate "C" not null,
      member_id integer not null,
      kind text collate "C" not null,
      id integer not null,
      count integer not null,
      primary key (member_kind, member_id, kind, id)
    )`.execute(db);
  await sql`
    with shape as (
      select row_number() over () as shape, year_key, country_ids, within_region_ids, topic_ids, category_ids, count(*)
      from publication group by year_key, country_ids, within_region_ids, topic_ids, category_ids
    ), value as (
      select shape, count, kind, id
      from shape cross join lateral (
        values ('all', array[0]), ('year', array[year_key::integer]), ('country', country_ids),
          ('region', within_region_ids), ('topic', topic_ids), ('category', category_ids)
      ) of (kind, ids)
      cross join unnest(case when ids = '{}' then array[0] else ids end) id
    )
    insert into tally
    select member.kind, member.id, value.kind, value.id, sum(member.count)
    from value member join value using (shape)
    group by member.kind, member.id, value.kind, value.id
    union all
    select 'all', 0, 'author', author.id, count(*)
    from publication cross join unnest(case when author_ids = '{}' then array[0] else author_ids end) author (id)
    group by author.id`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table tally`.execute(db);
}
