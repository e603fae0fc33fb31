import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** The slugs that publications lose in a run, so that they keep resolving. */
export class FormerSlugs {
  /** By publication: its slug before the run. */
  private readonly before = new Map<number, string>();
  /** Former slugs that an export states, by publication. */
  private readonly stated = new Map<number, readonly string[]>();
  /** Removed publications, by the publication that they are part of now. */
  private readonly absorbedBy = new Map<number, number>();

  /** To be told of every publication of the catalogue whose slug is about to change. */
  noteSlug({ id, slug }: { id: number; slug: string }): void {
    if (!this.before.has(id)) this.before.set(id, slug);
  }

  /** To be told of the former slugs that an export says of a publication. */
  noteStated(id: number, slugs: readonly string[]): void {
    if (slugs.length > 0) this.stated.set(id, slugs);
  }

  /** To be told of every publication that becomes part of another. */
  noteAbsorbed(id: number, by: number): void {
    this.absorbedBy.set(id, by);
  }

  /** Writes what the run's end leaves of it, and forgets slugs of publications that nothing took the place of. */
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

  /** A slug that is stated of several publications is the first one's. */
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

/** What has slugs that may change. */
export type SluggedKind = 'publication' | 'author' | 'topic' | 'category';

/** Remembers slugs that stood for rows. One that is remembered already stands for the last of them. */
export async function addFormerSlugs(
  db: Db,
  kind: SluggedKind,
  slugs: readonly { slug: string; id: number }[],
): Promise<void> {
  if (slugs.length === 0) return;
  await db
    .insertInto('former_slug')
    .columns(['kind', 'slug', 'id'])
    .expression(
      sql`select ${kind}::text, n.slug, n.id from json_to_recordset(${JSON.stringify(slugs)}::json) n (slug text, id integer)`,
    )
    .onConflict((conflict) =>
      conflict.columns(['kind', 'slug']).doUpdateSet({ id: (is) => is.ref('excluded.id') }),
    )
    .execute();
}

/** Lets the former slugs of rows stand for others. */
export async function redirectSlugs(
  db: Db,
  kind: SluggedKind,
  rows: readonly { from: number; to: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update former_slug f set id = n."to"
    from json_to_recordset(${JSON.stringify(rows)}::json) n ("from" integer, "to" integer)
    where f.kind = ${kind}::text and f.id = n."from"`.execute(db);
}

/** Forgets former slugs of rows that are gone, and those that their rows have again. */
export async function removeLostSlugs(db: Db, kind: SluggedKind): Promise<void> {
  await sql`
    delete from former_slug f
    where f.kind = ${kind}::text and not exists (
      select from ${sql.table(kind)} t where t.id = f.id and t.slug <> f.slug)`.execute(db);
}
