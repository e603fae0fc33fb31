import { type Expression, sql } from 'kysely';
import { tableOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import type { NamedKind } from '../publication/memberships.ts';

/** Tables whose slugs may change. A former slug still finds its row, unless another row has taken it. */
export type SluggedTable = 'publication' | NamedKind;

/** Finds ids by current or former slug. Unknown slugs are absent. An empty list sends no statement. */
export async function findIdsBySlugs(
  db: Db,
  table: SluggedTable,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const isAsked = ({ ref }: { ref(column: 'slug'): Expression<string> }) =>
    sql<boolean>`${ref('slug')} = any(${slugs}::text[])`;
  const rows = await db
    .selectFrom('former_slug')
    .select(['slug', 'id', sql<boolean>`true`.as('isFormer')])
    .where('kind', '=', table)
    .where(isAsked)
    .unionAll(
      db
        .selectFrom(tableOf(table, ['slug', 'id'], 't'))
        .select(['slug', 'id', sql<boolean>`false`.as('isFormer')])
        .where(isAsked),
    )
    .execute();
  // Current slugs come last, so that they overwrite former ones.
  return new Map(
    rows.sort((a, b) => Number(b.isFormer) - Number(a.isFormer)).map(({ slug, id }) => [slug, id]),
  );
}

/**
 * Finds current slugs by former slug. Current slugs take precedence, so callers look those up first. An empty list
 * sends no statement.
 */
export async function findCurrentSlugs(
  db: Db,
  table: SluggedTable,
  formerSlugs: readonly string[],
): Promise<Map<string, string>> {
  if (formerSlugs.length === 0) return new Map();
  const former = await db
    .selectFrom('former_slug')
    .select(['slug', 'id'])
    .where('kind', '=', table)
    .where(({ ref }) => sql<boolean>`${ref('slug')} = any(${formerSlugs}::text[])`)
    .execute();
  if (former.length === 0) return new Map();
  const current = await db
    .selectFrom(tableOf(table, ['id', 'slug'], 't'))
    .select(['id', 'slug'])
    .where(({ ref }) => sql<boolean>`${ref('id')} = any(${former.map(({ id }) => id)}::integer[])`)
    .execute();
  const byId = new Map(current.map(({ id, slug }) => [id, slug]));
  return new Map(
    former.flatMap(({ slug, id }) => {
      const now = byId.get(id);
      return now === undefined ? [] : [[slug, now] as const];
    }),
  );
}
