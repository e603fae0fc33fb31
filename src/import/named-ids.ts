import { anyTextOf } from '../db/given-rows.ts';
import type { Db } from '../db/database.ts';
import { type FiledPlural, type NamedKind, mapFiled } from '../publication/memberships.ts';
import { digestShort } from '../text/digest.ts';
import { slugify } from '../text/plain.ts';

/** Database ids of topics and categories by name, and of authors by `authorKey`. */
export interface NamedIds extends Record<FiledPlural, Map<string, number>> {
  authors: Map<string, number>;
  /** Ids of stored authors that got new names in this run. */
  renamedAuthors: Set<number>;
}

/** An empty `NamedIds`. */
export function noNamedIds(): NamedIds {
  return {
    ...mapFiled(() => new Map<string, number>()),
    authors: new Map(),
    renamedAuthors: new Set(),
  };
}

/**
 * The slug of a name. A truncated slug gets a digest, so that long names with the same beginning have different slugs.
 */
export function slugOf(name: string): string {
  const whole = slugify(name, 1000);
  const slug = slugify(name);
  return slug === whole ? slug : `${slug}-${digestShort(whole)}`;
}

export async function findIds(
  db: Db,
  table: NamedKind,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'slug'])
    .where('slug', '=', anyTextOf(slugs))
    .execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
