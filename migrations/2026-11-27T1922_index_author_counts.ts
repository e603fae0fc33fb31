import { type Kysely, sql } from 'kysely';

/** The authors by number of publications: a page of them reads as many entries as it has. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index tally_author_count on tally (count, id)
    where member_kind = 'all' and member_id = 0 and kind = 'author'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index tally_author_count`.execute(db);
}
