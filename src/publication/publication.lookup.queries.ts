import { type Parameter, compileOnce } from '../db/compile.ts';
import { columnsOf } from '../db/columns.ts';
import { idAmong, overlapsTexts } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { sql } from 'kysely';
import { fromPublications, selectParts } from './publication.columns.ts';
import type { Parts, Publication } from './publication.ts';

const p = columnsOf('publication', 'p');

/** A publication that was found by its slug, and therefore has it. */
export type SluggedPublication = Publication & { slug: string };

const readBySlugs = compileOnce(
  ({ parts, isSingle }: { parts: Parts; isSingle: boolean }) => `${isSingle} ${parts.join(' ')}`,
  (db, { parts, isSingle }, parameter: Parameter<{ slugs: string | readonly string[] }>) =>
    selectParts(fromPublications(db), parts)
      .select('p.slug')
      // `=` for a single value: see `oneOf`.
      .where(
        isSingle
          ? sql<boolean>`${p('slug')} = ${parameter('slugs')}::text`
          : sql<boolean>`${p('slug')} = any(${parameter('slugs')}::text[])`,
      ),
);

/** Reads publications by slug. Unknown slugs are absent. */
export async function findPublicationsBySlugs(
  db: Db,
  slugs: readonly string[],
  parts: Parts,
): Promise<SluggedPublication[]> {
  const [slug] = slugs;
  const isSingle = slugs.length === 1 && slug !== undefined;
  const others = parts.filter((part) => part !== 'slug');
  return readBySlugs(db, { parts: others, isSingle }, { slugs: isSingle ? slug : slugs });
}

/** Reads abstracts by publication id. Publications without an abstract are absent. */
export async function findAbstracts(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await fromPublications(db)
    .select(['p.id', 'p.abstract'])
    .where(idAmong(p('id'), ids))
    .where('p.abstract', 'is not', null)
    .$narrowType<{ abstract: string }>()
    .execute();
  return new Map(rows.map(({ id, abstract }) => [id, abstract]));
}

/** Finds the slugs of publications by packed identifier. Unknown identifiers are absent. */
export async function findSlugsByIdentifiers(
  db: Db,
  identifiers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await fromPublications(db)
    .select(['p.slug', 'p.identifiers'])
    .where(overlapsTexts(p('identifiers'), identifiers))
    .orderBy('p.id', 'desc')
    .execute();
  return new Map(rows.flatMap(({ slug, identifiers: all }) => all.map((packed) => [packed, slug] as const)));
}
