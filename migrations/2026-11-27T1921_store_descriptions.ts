import { type Kysely, sql } from 'kysely';

/**
 * What sources state of topics and categories. A topic's description is derived from it: it is kept here too while no publication
 * names the topic, which has no row then.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table filed_description (
      source_id integer not null,
      kind text not null check (kind in ('topic', 'category')),
      slug text collate "C" not null,
      description text not null,
      primary key (kind, slug, source_id)
    )`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table filed_description`.execute(db);
}
