import path from 'node:path';
import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { mergeTestimonies } from './merge.ts';
import { type Run, isStated } from './run.ts';
import { findStoredRecords, findTestimonies, removeRecords } from './source-records.ts';
import type { Source } from './stated.ts';
import { revisePublications } from './write.ts';

/** A source while it is read. */
export interface Reading {
  sourceId: number;
  /** How many records it had before. */
  formerCount: number;
  /** How many of them it states again, and how many others took the place of. */
  restatedCount: number;
  replacedCount: number;
}

/**
 * Finds or creates the source. It is known by its file's name and heading, wherever the file lies now; what the heading
 * names may have been said wrongly before.
 */
export async function beginSource(db: Db, source: Source): Promise<Reading> {
  const folders = path.resolve(source.path).split(path.sep);
  const shortest = source.file.split('/').length;
  const names = folders.map((_, i) => folders.slice(i).join('/')).slice(0, folders.length - shortest + 1);
  const key = { format: source.format, heading: source.heading };
  const known = await db
    .selectFrom('source')
    .select(['id', 'heading_kind'])
    .where((is) => is.and(key))
    .where('file', 'in', names)
    .orderBy((is) => is.fn('length', ['file']), 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!known) {
    const row = { ...key, file: source.file, heading_kind: source.headingKind };
    const { id } = await db.insertInto('source').values(row).returning('id').executeTakeFirstOrThrow();
    return { sourceId: id, formerCount: 0, restatedCount: 0, replacedCount: 0 };
  }
  const { id, heading_kind } = known;
  if (heading_kind !== source.headingKind)
    await db.updateTable('source').set({ heading_kind: source.headingKind }).where('id', '=', id).execute();
  const { count } = await db
    .selectFrom('source_record')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('source_id', '=', id)
    .executeTakeFirstOrThrow();
  return { sourceId: id, formerCount: count, restatedCount: 0, replacedCount: 0 };
}

/**
 * Deals with the records that the source stated before and does not now. Where it still states the publication, what
 * they said is taken back; where it does not, they stay, for a page may show only some of what the site has.
 */
export async function finishSource(reading: Reading, run: Run): Promise<void> {
  const left = reading.formerCount - reading.restatedCount - reading.replacedCount;
  if (left === 0) return;
  const { rows } = await sql<{ id: number; publicationId: number }>`
    select id, publication_id as "publicationId" from source_record
    where source_id = ${reading.sourceId}::integer and publication_id in (
      select publication_id from source_record where source_id = ${reading.sourceId}::integer
      group by publication_id having count(*) > 1)
    order by publication_id, id`.execute(run.db);
  const outdated = [...groupBy(rows, ({ publicationId }) => publicationId).values()].flatMap((records) => {
    const unsaid = records.filter(({ id }) => !isStated(run, id));
    return unsaid.length < records.length ? unsaid : [];
  });
  run.report.absent += left - outdated.length;
  if (outdated.length === 0) return;
  await removeRecords(
    run.db,
    outdated.map(({ id }) => id),
  );
  const stored = await findStoredRecords(run.db, [
    ...new Set(outdated.map(({ publicationId }) => publicationId)),
  ]);
  const testimonies = await findTestimonies(run.db, [...stored.values()].flat());
  await revisePublications(
    [...testimonies].map(([id, said]) => ({ id, record: mergeTestimonies(said) })),
    run,
  );
}
