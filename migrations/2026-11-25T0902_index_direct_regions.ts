import { type Kysely, sql } from 'kysely';

/** The regions that publications are filed under themselves: `catalogue` counts them, and most rows are of wider ones. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index publication_region_direct on publication_region (region_id) where reach = 0`.execute(
    db,
  );
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index publication_region_direct`.execute(db);
}
