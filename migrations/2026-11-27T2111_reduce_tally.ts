import { type Kysely, sql } from 'kysely';
import { up as createTally } from './2026-11-24T2200_create_tally.ts';
import { up as indexAuthorCounts } from './2026-11-27T1922_index_author_counts.ts';
import { tallyAuthorRole } from './2026-11-27T1930_add_author_role.ts';

/**
 * How many publications have each value: `all` (id 0), each year, country, region, author, topic and category. Id 0 is "none":
 * publications without a country, of unknown year. Regions reach to countries in them, authors are contributors in any role. How
 * many have two values at once is counted when it is asked.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table tally rename to tally_of_pairs`.execute(db);
  await sql`alter index tally_pkey rename to tally_of_pairs_pkey`.execute(db);
  await sql`drop index tally_author_count`.execute(db);
  await sql`
    create table tally (
      kind text collate "C" not null,
      id integer not null,
      count integer not null,
      primary key (kind, id)
    )`.execute(db);
  await sql`
    insert into tally
    select kind, id, count from tally_of_pairs
    where member_kind = 'all' and member_id = 0 and kind <> 'author_role'`.execute(db);
  await sql`drop table tally_of_pairs`.execute(db);
  await sql`create index tally_author_count on tally (count, id) where kind = 'author'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table tally`.execute(db);
  await createTally(db);
  await tallyAuthorRole(db);
  await indexAuthorCounts(db);
}
