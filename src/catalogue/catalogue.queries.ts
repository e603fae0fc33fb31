import { type NotNull, sql } from 'kysely';
import { tableOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import { type MembershipKind, NAMED_KINDS, PLACE_KINDS } from '../publication/memberships.ts';
import { EVERYTHING, publicationCount } from '../publication/tally.queries.ts';
import { hasPublications } from '../publication/publication.queries.ts';
import type { CatalogueSize, ImportRun } from './catalogue.ts';

/** Counts the objects in the catalogue. */
export async function findCatalogueSize(db: Db): Promise<CatalogueSize> {
  const { from, to, ...counts } = await db
    .selectNoFrom((eb) => {
      const count = eb.fn.countAll<number>().as('count');
      const years = eb.selectFrom('publication').where('year_key', '>', 0);
      return [
        publicationCount('all', sql`${EVERYTHING}::integer`).as('publicationCount'),
        ...PLACE_KINDS.map((kind) =>
          eb
            .selectFrom(tableOf(kind, ['id'], 't'))
            .select(count)
            .where(hasPublications(kind, { isDirect: true }))
            .as(`${kind}Count`),
        ),
        // The import deletes authors, topics and categories without publications.
        ...NAMED_KINDS.map((kind) =>
          eb
            .selectFrom(tableOf(kind, ['id'], 't'))
            .select(count)
            .as(`${kind}Count`),
        ),
        years.select(({ fn }) => fn.min('year_key').as('year')).as('from'),
        years.select(({ fn }) => fn.max('year_key').as('year')).as('to'),
      ];
    })
    .$narrowType<Record<`${MembershipKind}Count`, NotNull>>()
    .executeTakeFirstOrThrow();
  return { ...counts, years: from === null || to === null ? null : { from, to } };
}

/** The number of the last import that changed the catalogue; 0 if there was none. */
export async function findRevision(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom('import_run')
    .select((run) => run.fn.max('id').as('id'))
    .where('has_changes', '=', true)
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

/** The last completed import; null if there was none. */
export async function findLastImport(db: Db): Promise<ImportRun | null> {
  const run = await db
    .selectFrom('import_run')
    .select([
      'started_at as startedAt',
      'finished_at as finishedAt',
      'created_count as createdCount',
      'updated_count as updatedCount',
      'unchanged_count as unchangedCount',
      'refused_count as refusedCount',
    ])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run ?? null;
}

/** Counts the unresolved printed values by field, the most frequent first. */
export async function countUnresolved(db: Db): Promise<{ field: string; count: number }[]> {
  const field = sql<string>`value.value ->> 'field'`;
  return db
    .selectFrom('source_record as record')
    .crossJoinLateral(({ ref }) =>
      sql<{ value: unknown }>`jsonb_array_elements(${ref('record.unresolved')})`.as<'value'>(
        sql`value (value)`,
      ),
    )
    .select(({ fn }) => [field.as('field'), fn.countAll<number>().as('count')])
    .where('record.unresolved', 'is not', null)
    .groupBy(field)
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy(field)
    .execute();
}
