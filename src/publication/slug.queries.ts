import type { Db } from '../db/database.ts';
import { findNearest } from '../text/nearest.ts';

/** Finds the slug closest to an unknown one, among its two neighbours in the index. Null if neither is close. */
export async function findNearestPublicationSlug(db: Db, slug: string): Promise<string | null> {
  const findNeighbour = (side: '<' | '>', direction: 'asc' | 'desc') =>
    db
      .selectFrom('publication')
      .select('slug')
      .where('slug', side, slug)
      .orderBy('slug', direction)
      .limit(1)
      .executeTakeFirst();
  const neighbours = await Promise.all([findNeighbour('<', 'desc'), findNeighbour('>', 'asc')]);
  const slugs = neighbours.filter((row) => row !== undefined).map((row) => row.slug);
  return findNearest(
    slug,
    slugs.map((value) => ({ value, names: [value] })),
  );
}
