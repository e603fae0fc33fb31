import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { plain } from '../text/plain.ts';
import type { NewRecord } from './source-records.ts';

/** A publication of the catalogue, as far as telling it from others needs. */
export interface Known {
  id: number;
  slug: string;
  titleKey: string;
  year: number | null;
  /** Of its abstract, null where it has none. */
  abstractHash: string | null;
}

/** A publication that records of a batch are of: one that the catalogue has, or a new one. */
export interface Draft {
  known: Known | null;
  /** What the batch states of it and did not state before, in the batch's order. */
  records: NewRecord[];
}

const TITLE_KEY_LENGTH = 300;

/** What titles are compared and ordered by. */
export function titleKey(title: string): string {
  return (plain(title) || title.toLowerCase()).slice(0, TITLE_KEY_LENGTH);
}

/**
 * Tells which publication each record is of: that of the slug where the record names one, otherwise that of the same
 * title and year, or the same title and abstract (its year was corrected); an unknown year may be any, so that it comes
 * last. Otherwise same titles of different years are editions.
 */
export async function identify(db: Db, records: readonly NewRecord[]): Promise<Draft[]> {
  if (records.length === 0) return [];
  const found = await findKnown(db, records);
  const drafts: Draft[] = found.map((known) => ({ known, records: [] }));
  const bySlug = new Map(drafts.map((draft) => [draft.known?.slug, draft]));
  const byTitle = groupBy(drafts, ({ known }) => known?.titleKey);
  for (const record of records) {
    const { slug } = record.stated;
    const key = titleKey(record.stated.record.title);
    const namesakes = byTitle.get(key) ?? [];
    let draft = slug === null ? sameWork(record, namesakes) : bySlug.get(slug);
    if (!draft) {
      draft = { known: null, records: [] };
      drafts.push(draft);
      byTitle.set(key, [...namesakes, draft]);
      if (slug !== null) bySlug.set(slug, draft);
    }
    draft.records.push(record);
  }
  return drafts.filter((draft) => draft.records.length > 0);
}

function sameWork({ stated }: NewRecord, namesakes: readonly Draft[]): Draft | undefined {
  const { year, abstract } = stated.record;
  return (
    namesakes.find((draft) => yearOf(draft) === year) ??
    (abstract === null ? undefined : namesakes.find((draft) => hasAbstract(draft, abstract))) ??
    namesakes.find((draft) => year === null || yearOf(draft) === null)
  );
}

function hasAbstract({ known, records }: Draft, abstract: string): boolean {
  return (
    records.some(({ stated }) => stated.record.abstract === abstract) ||
    (known !== null && known.abstractHash === createHash('md5').update(abstract).digest('hex'))
  );
}

function yearOf({ known, records }: Draft): number | null {
  return known?.year ?? records.find(({ stated }) => stated.record.year !== null)?.stated.record.year ?? null;
}

const columns = sql`
  p.id, p.slug, p.title_key as "titleKey", p.year, md5(p.abstract) as "abstractHash"`;

/** The publications that have the title or the slug of one of the records, the oldest first. */
async function findKnown(db: Db, records: readonly NewRecord[]): Promise<Known[]> {
  const titles = [...new Set(records.map(({ stated }) => titleKey(stated.record.title)))];
  const slugs = records.map(({ stated }) => stated.slug).filter((slug) => slug !== null);
  const { rows } = await sql<Known>`
    select ${columns} from publication p where p.title_key = any(${titles}::text[])
    union
    select ${columns} from publication p where p.slug = any(${slugs}::text[])
    order by id`.execute(db);
  return rows;
}

/** A publication that a source stated when it was last read and does not state now, as far as can be told. */
export interface Missing extends Known {
  abstract: string | null;
}

/** Reads what must be known of publications to recognise them although they were edited. */
export async function findMissing(db: Db, ids: readonly number[]): Promise<Missing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Missing>`
    select ${columns}, p.abstract from publication p where p.id = any(${ids}::integer[]) order by p.id`.execute(
    db,
  );
  return rows;
}

/**
 * Finds, for the new publications of a source that was read before, the one that they were when it was read then: its
 * title or year was edited. It is one that the source does not state any more, with the same abstract, or the same
 * title, or with the same year and a title that shares most of its words.
 */
export function recogniseEdited(drafts: readonly Draft[], missing: readonly Missing[]): void {
  const left = new Set(missing);
  const rules: ((known: Missing, record: NewRecord['stated']['record']) => boolean)[] = [
    (known, { abstract }) => abstract !== null && known.abstract === abstract,
    (known, { title }) => known.titleKey === titleKey(title),
    (known, { title, year }) => known.year === year && sharedWords(known.titleKey, titleKey(title)) >= MOSTLY,
  ];
  for (const isIt of rules)
    for (const draft of drafts) {
      const [first] = draft.records;
      // A record that names its slug is of that publication and no other.
      if (draft.known !== null || !first || first.stated.slug !== null) continue;
      const known = [...left].find((one) => isIt(one, first.stated.record));
      if (!known) continue;
      left.delete(known);
      draft.known = known;
    }
}

/** The share of words that two titles of one work have in common. */
const MOSTLY = 0.7;

function sharedWords(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return (2 * shared) / (wordsOfA.size + wordsOfB.size);
}
