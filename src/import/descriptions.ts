import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { givenRows } from '../db/given-rows.ts';
import { FILED_KINDS, type FiledKind } from '../publication/memberships.ts';
import { slugOf } from './named-ids.ts';
import type { StatedDescription } from './stated.ts';

/**
 * Replaces all descriptions of topics and categories that a source states. If two have the same slug, the last one is
 * stored.
 */
export async function stateDescriptions(
  db: Db,
  sourceId: number,
  descriptions: readonly StatedDescription[],
): Promise<void> {
  await db.deleteFrom('filed_description').where('source_id', '=', sourceId).execute();
  const rows = new Map(
    descriptions.map(({ kind, name, description }) => {
      const slug = slugOf(name);
      return [`${kind} ${slug}`, { source_id: sourceId, kind, slug, description }];
    }),
  );
  if (rows.size === 0) return;
  const types = { source_id: 'integer', kind: 'text', slug: 'text', description: 'text' } as const;
  const columns = ['source_id', 'kind', 'slug', 'description'] as const;
  await db
    .insertInto('filed_description')
    .columns([...columns])
    .expression((eb) => eb.selectFrom(givenRows('n', types, [...rows.values()])).select([...columns]))
    .execute();
}

/** SQL that selects the `id` of each topic or category and the `description` that the sources give it. */
export function derivedDescriptions(kind: FiledKind): RawBuilder<unknown> {
  // If several sources describe it, the first by file name wins, whatever the order of imports.
  return sql`
    select t.id, (
      select d.description from filed_description d join source s on s.id = d.source_id
      where d.kind = ${kind}::text and d.slug = t.slug
      order by s.file collate "C", s.id limit 1
    ) as description from ${sql.table(kind)} t`;
}

/**
 * Updates the descriptions of topics and categories to what the sources state. @returns the number of changed
 * descriptions
 */
export async function describeFiled(db: Db): Promise<number> {
  let changed = 0;
  for (const kind of FILED_KINDS) {
    const { numAffectedRows } = await sql`
      update ${sql.table(kind)} t set description = derived.description from (${derivedDescriptions(kind)}) derived
      where derived.id = t.id and t.description is distinct from derived.description`.execute(db);
    changed += Number(numAffectedRows ?? 0);
  }
  return changed;
}
