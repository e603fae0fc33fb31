import { sql } from 'kysely';
import { oneOf } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { findNearest } from '../text/nearest.ts';

/** Ids of publications by slug; a publication that does not exist is absent. Sends nothing for no slugs. */
export async function findPublicationIdsBySlugs(
  db: Db,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .selectFrom('publication')
    .select(['id', 'slug'])
    .where(oneOf(sql`slug`, slugs))
    .execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** The slug that an unknown one most likely means: one of its neighbours in the index. Null if neither is near. */
export async function findNearestPublicationSlug(db: Db, slug: string): Promise<string | null> {
  const neighbour = (side: '<' | '>', direction: 'asc' | 'desc') =>
    db
      .selectFrom('publication')
      .select('slug')
      .where('slug', side, slug)
      .orderBy('slug', direction)
      .limit(1)
      .executeTakeFirst();
  const neighbours = await Promise.all([neighbour('<', 'desc'), neighbour('>', 'asc')]);
  const slugs = neighbours.filter((row) => row !== undefined).map((row) => row.slug);
  return findNearest(
    slug,
    slugs.map((value) => ({ value, names: [value] })),
  );
}
