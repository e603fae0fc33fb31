import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { plain } from '../text/plain.ts';
import type { Stated } from './stated.ts';

/** A publication of the catalogue, as far as telling it from others needs. */
export interface Known {
  id: number;
  slug: string;
  titleKey: string;
  year: number | null;
  abstractHash: string | null;
  contentHash: string;
}

/** A publication of a batch: one that the catalogue has, or a new one, with all that the batch states of it. */
export interface Draft {
  known: Known | null;
  stated: Stated[];
}

const TITLE_KEY_LENGTH = 300;

/** What titles are compared and ordered by. */
export function titleKey(title: string): string {
  return plain(title).slice(0, TITLE_KEY_LENGTH);
}

/**
 * Tells which publication each record is of: that of the slug where the record names one, otherwise that of the same
 * title whose year is the same, or unknown on one side, or whose abstract is the same word for word. Same titles of
 * different years are editions.
 */
export async function identify(db: Db, batch: readonly Stated[]): Promise<Draft[]> {
  const found = await findKnown(db, batch);
  const drafts: Draft[] = found.map((known) => ({ known, stated: [] }));
  const bySlug = new Map(drafts.map((draft) => [draft.known?.slug, draft]));
  const byTitle = groupBy(drafts, ({ known }) => known?.titleKey);
  for (const stated of batch) {
    const key = titleKey(stated.record.title);
    const namesakes = byTitle.get(key) ?? [];
    let draft = stated.slug === null ? namesakes.find((of) => isSame(stated, of)) : bySlug.get(stated.slug);
    if (!draft) {
      draft = { known: null, stated: [] };
      drafts.push(draft);
      byTitle.set(key, [...namesakes, draft]);
      if (stated.slug !== null) bySlug.set(stated.slug, draft);
    }
    draft.stated.push(stated);
  }
  return drafts.filter(({ stated }) => stated.length > 0);
}

function isSame({ record }: Stated, { known, stated }: Draft): boolean {
  const of = known ?? identityOf(stated[0] as Stated);
  return (
    of.year === record.year ||
    of.year === null ||
    record.year === null ||
    (of.abstractHash !== null && of.abstractHash === abstractHash(record.abstract))
  );
}

function identityOf({ record }: Stated): Pick<Known, 'year' | 'abstractHash'> {
  return { year: record.year, abstractHash: abstractHash(record.abstract) };
}

function abstractHash(abstract: string | null): string | null {
  return abstract === null ? null : createHash('md5').update(abstract).digest('hex');
}

const columns = sql`
  p.id, p.slug, p.title_key as "titleKey", p.year, md5(p.abstract) as "abstractHash", p.content_hash as "contentHash"`;

/** The publications that have the title or the slug of one of the records, the oldest first. */
async function findKnown(db: Db, batch: readonly Stated[]): Promise<Known[]> {
  const titles = [...new Set(batch.map(({ record }) => titleKey(record.title)))];
  const slugs = batch.map(({ slug }) => slug).filter((slug) => slug !== null);
  const { rows } = await sql<Known>`
    select ${columns} from publication p where p.title_key = any(${titles}::text[])
    union
    select ${columns} from publication p where p.slug = any(${slugs}::text[])
    order by id`.execute(db);
  return rows;
}

/**
 * Finds, for the new publications of a source that was read before, the one that they were when it was read then: its
 * title was edited. It is one that the source does not state any more, with the same abstract, or with the same year and
 * a title that shares most of its words.
 * @param missing what the source stated before and does not now
 */
export function recogniseEdited(drafts: readonly Draft[], missing: readonly Known[]): void {
  const left = new Set(missing);
  const claim = (draft: Draft, isIt: (known: Known) => boolean) => {
    const known = [...left].find(isIt);
    if (!known) return;
    left.delete(known);
    draft.known = known;
  };
  const unknown = () => drafts.filter(({ known }) => known === null);
  for (const draft of unknown()) {
    const hash = identityOf(draft.stated[0] as Stated).abstractHash;
    if (hash !== null) claim(draft, (known) => known.abstractHash === hash);
  }
  for (const draft of unknown()) {
    const { title, year } = (draft.stated[0] as Stated).record;
    claim(draft, (known) => known.year === year && sharedWords(known.titleKey, titleKey(title)) >= MOSTLY);
  }
}

/** The share of words that two titles of one work have in common. */
const MOSTLY = 0.7;

function sharedWords(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return (2 * shared) / (wordsOfA.size + wordsOfB.size);
}

/** The publications that a source stated when it was last read, but for those given. */
export async function findMissing(db: Db, sourceId: number, stated: readonly number[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select ${columns} from publication p
    where p.id in (select publication_id from source_record where source_id = ${sourceId}::integer)
      and p.id <> all(${stated}::integer[])
    order by p.id`.execute(db);
  return rows;
}
