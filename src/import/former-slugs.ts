import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { NamedKind } from '../publication/memberships.ts';
import { givenRows } from '../db/given-rows.ts';

/** Collects slugs that publications lose in a run, so that the old slugs still lead to them. */
export class FormerSlugs {
  /** The slug of each publication before the run, by id. */
  private readonly before = new Map<number, string>();
  /** Former slugs that an export states, by publication id. */
  private readonly stated = new Map<number, readonly string[]>();
  /** Removed publications: maps the id to that of the publication that absorbed it. */
  private readonly absorbedBy = new Map<number, number>();

  /** To be called for every publication of an earlier run before its slug changes. */
  noteSlug({ id, slug }: { id: number; slug: string }): void {
    if (!this.before.has(id)) this.before.set(id, slug);
  }

  /** To be called for former slugs that an export states. */
  noteStated(id: number, slugs: readonly string[]): void {
    if (slugs.length > 0) this.stated.set(id, slugs);
  }

  /** To be called for every publication that becomes part of another. */
  noteAbsorbed(id: number, by: number): void {
    this.absorbedBy.set(id, by);
  }

  /** Stores the former slugs at the end of the run, except those of deleted publications. */
  async write(db: Db): Promise<void> {
    if (this.before.size + this.absorbedBy.size + this.stated.size === 0) return;
    await addFormerSlugs(db, 'publication', this.statedSlugs());
    await redirectSlugs(db, 'publication', this.absorbed());
    await addFormerSlugs(
      db,
      'publication',
      [...this.before].map(([id, slug]) => ({ slug, id: this.heirOf(id) })),
    );
    await removeLostSlugs(db, 'publication');
  }

  /** If several publications state the same former slug, the first one gets it. */
  private statedSlugs(): { slug: string; id: number }[] {
    const ids = new Map<string, number>();
    for (const [id, slugs] of this.stated)
      for (const slug of slugs) if (!ids.has(slug)) ids.set(slug, this.heirOf(id));
    return [...ids].map(([slug, id]) => ({ slug, id }));
  }

  private absorbed(): { from: number; to: number }[] {
    return [...this.absorbedBy.keys()].map((from) => ({ from, to: this.heirOf(from) }));
  }

  private heirOf(id: number): number {
    let heir = id;
    for (let next = this.absorbedBy.get(heir); next !== undefined; next = this.absorbedBy.get(heir))
      heir = next;
    return heir;
  }
}

/** Kinds whose slugs may change. */
export type SluggedKind = 'publication' | NamedKind;

/** Stores former slugs of rows. A slug that is stored already is moved to the new row. */
export async function addFormerSlugs(
  db: Db,
  kind: SluggedKind,
  slugs: readonly { slug: string; id: number }[],
): Promise<void> {
  if (slugs.length === 0) return;
  await db
    .insertInto('former_slug')
    .columns(['kind', 'slug', 'id'])
    .expression((eb) =>
      eb
        .selectFrom(givenRows('n', { slug: 'text', id: 'integer' }, slugs))
        .select([sql<string>`${kind}::text`.as('kind'), 'n.slug', 'n.id']),
    )
    .onConflict((conflict) =>
      conflict.columns(['kind', 'slug']).doUpdateSet({ id: (eb) => eb.ref('excluded.id') }),
    )
    .execute();
}

/** Redirects the former slugs of rows to other rows. */
export async function redirectSlugs(
  db: Db,
  kind: SluggedKind,
  rows: readonly { from: number; to: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .updateTable('former_slug as f')
    .from(givenRows('n', { from: 'integer', to: 'integer' }, rows))
    .set((eb) => ({ id: eb.ref('n.to') }))
    .where('f.kind', '=', kind)
    .whereRef('f.id', '=', 'n.from')
    .execute();
}

/** Deletes former slugs of deleted rows, and those that are current slugs again. */
export async function removeLostSlugs(db: Db, kind: SluggedKind): Promise<void> {
  await db
    .deleteFrom('former_slug as f')
    .where('f.kind', '=', kind)
    .where(
      sql<boolean>`not exists (
      select from ${sql.table(kind)} t where t.id = f.id and t.slug <> f.slug)`,
    )
    .execute();
}
