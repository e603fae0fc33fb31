import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { slugify } from '../text/plain.ts';
import type { PublicationRecord } from './record.ts';

/** Ids for new publications. */
export async function reserveIds(db: Db, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('publication', 'id')) as id from generate_series(1, ${count}::integer)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/**
 * A slug for each new publication: that which its source asks for, otherwise one made of its title; where another has
 * that, with the year (editions), then with a number.
 */
export async function chooseSlugs(
  db: Db,
  publications: readonly { record: PublicationRecord; slug: string | null }[],
): Promise<string[]> {
  const chosen = new Map<number, string>();
  const taken = new Set<string>();
  for (let attempt = 0; chosen.size < publications.length; attempt++) {
    const wanted = publications.map((publication, i) =>
      chosen.has(i) ? null : proposal(publication, attempt),
    );
    const { rows } = await sql<{ slug: string }>`
      select slug from publication where slug = any(${wanted.filter((slug) => slug !== null)}::text[])`.execute(
      db,
    );
    for (const { slug } of rows) taken.add(slug);
    wanted.forEach((slug, i) => {
      if (slug === null || taken.has(slug)) return;
      taken.add(slug);
      chosen.set(i, slug);
    });
  }
  return publications.map((_, i) => chosen.get(i) as string);
}

function proposal(
  { record, slug }: { record: PublicationRecord; slug: string | null },
  attempt: number,
): string {
  const base = slug ?? slugify(record.title);
  if (attempt === 0) return base;
  const dated = record.year === null ? base : `${base}-${record.year}`;
  return attempt === 1 ? dated : `${dated}-${attempt}`;
}
