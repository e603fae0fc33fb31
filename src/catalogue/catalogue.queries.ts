import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { EVERYTHING, publicationCount } from '../publication/tally.queries.ts';
import type { CatalogueSize, ImportRun } from './catalogue.ts';

/** How much the catalogue has. */
export async function findCatalogueSize(db: Db): Promise<CatalogueSize> {
  const { rows } = await sql<Omit<CatalogueSize, 'years'> & { from: number | null; to: number | null }>`
    select
      ${publicationCount('all', sql`${EVERYTHING}::integer`)} as "publicationCount",
      (select count(*) from country t where exists (select from publication_country m where m.country_id = t.id))
        as "countryCount",
      (select count(*) from region t
         where exists (select from publication_region m where m.region_id = t.id and m.reach = 0)) as "regionCount",
      (select count(*) from author) as "authorCount",
      (select count(*) from topic) as "topicCount",
      (select count(*) from category) as "categoryCount",
      (select min(year_key) from publication where year_key > 0) as "from",
      (select max(year_key) from publication where year_key > 0) as "to"`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without from gave no row.');
  const { from, to, ...counts } = row;
  return { ...counts, years: from === null || to === null ? null : { from, to } };
}

/** The number of the last import that changed anything; 0 if none did. */
export async function findRevision(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom('import_run')
    .select((run) => run.fn.max('id').as('id'))
    .where('has_changes', '=', true)
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

/** The last import that was completed; null where there was none. */
export async function findLastImport(db: Db): Promise<ImportRun | null> {
  const { rows } = await sql<ImportRun>`
    select started_at as "startedAt", finished_at as "finishedAt", created_count as "createdCount",
      updated_count as "updatedCount", unchanged_count as "unchangedCount", refused_count as "refusedCount"
    from import_run order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** How many printed values stayed unresolved, by field, the most frequent first. */
export async function countUnresolved(db: Db): Promise<{ field: string; count: number }[]> {
  const { rows } = await sql<{ field: string; count: number }>`
    select value ->> 'field' as field, count(*) as count
    from source_record cross join jsonb_array_elements(unresolved)
    where unresolved is not null
    group by field order by count(*) desc, field`.execute(db);
  return rows;
}
