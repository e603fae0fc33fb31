import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { shortDigest } from '../text/digest.ts';
import { slugify } from '../text/plain.ts';
import type { PublicationRecord } from './record.ts';

/** A publication to be, with the slug that a source asks for; null where none does. */
export interface Proposal {
  record: PublicationRecord;
  slug: string | null;
}

/** Ids for new publications. Only one import runs at a time, so nobody comes between. */
export async function reserveIds(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ last: number }>`
    select setval(sequence, nextval(sequence) + ${count}::integer - 1) as last
    from pg_get_serial_sequence('publication', 'id') sequence`.execute(db);
  const last = rows[0]?.last ?? 0;
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
}

/** Among very many works whose titles begin alike, counting takes too long. */
const MOST_COUNTED = 10;

/**
 * A slug for each new publication: that which its source asks for, otherwise one made of its title; where another has
 * that, with the year (editions), then with a number. Slugs that are asked for are given first.
 */
export async function chooseSlugs(db: Db, publications: readonly Proposal[]): Promise<string[]> {
  const chosen = new Map<Proposal, string>();
  const taken = new Set<string>();
  for (let attempt = 0; chosen.size < publications.length; attempt++) {
    const open = publications.filter((publication) => !chosen.has(publication));
    const wanted = [
      ...open.filter(({ slug }) => slug !== null),
      ...open.filter(({ slug }) => slug === null),
    ].map((publication) => [publication, proposal(publication, attempt)] as const);
    const { rows } = await sql<{ slug: string }>`
      select slug from publication where slug = any(${wanted.map(([, slug]) => slug)}::text[])`.execute(db);
    for (const { slug } of rows) taken.add(slug);
    for (const [publication, slug] of wanted) {
      if (taken.has(slug)) continue;
      taken.add(slug);
      chosen.set(publication, slug);
    }
  }
  return publications.map((publication) => chosen.get(publication) as string);
}

function proposal({ record, slug }: Proposal, attempt: number): string {
  const base = slug ?? slugify(record.title);
  if (attempt === 0) return base;
  const dated = record.year === null ? base : `${base}-${record.year}`;
  if (attempt === 1) return dated;
  return `${dated}-${attempt < MOST_COUNTED ? attempt : shortDigest(`${record.title} ${attempt}`)}`;
}
