import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { digest } from '../text/digest.ts';
import type { Testimony } from './merge.ts';
import type { PublicationRecord } from './record.ts';
import type { Source, Stated } from './stated.ts';

/** A source record as it is stored, without its content. */
export interface StoredRecord {
  id: number;
  publicationId: number;
  sourceId: number;
  firstLine: number;
  lastLine: number;
  contentHash: string;
}

/** The id of the source, and whether it has been read before. */
export async function findOrCreateSource(db: Db, source: Source): Promise<{ id: number; isNew: boolean }> {
  const row = {
    file: source.file,
    format: source.format,
    heading: source.heading,
    heading_kind: source.headingKind,
  };
  const known = await db
    .selectFrom('source')
    .select('id')
    .where((is) => is.and(row))
    .executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const created = await db.insertInto('source').values(row).returning('id').executeTakeFirstOrThrow();
  return { id: created.id, isNew: true };
}

/** What sources state of these publications, in the order they were last changed in. */
export async function findStoredRecords(
  db: Db,
  publicationIds: readonly number[],
): Promise<Map<number, StoredRecord[]>> {
  if (publicationIds.length === 0) return new Map();
  const { rows } = await sql<StoredRecord>`
    select id, publication_id as "publicationId", source_id as "sourceId", first_line as "firstLine",
      last_line as "lastLine", content_hash as "contentHash"
    from source_record where publication_id = any(${publicationIds}::integer[]) order by id`.execute(db);
  return groupBy(rows, ({ publicationId }) => publicationId);
}

/** What these source records say. */
export async function findTestimonies(db: Db, ids: readonly number[]): Promise<Map<number, Testimony>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; record: PublicationRecord; isComplete: boolean }>`
    select r.id, jsonb_build_object('title', p.title, 'abstract', p.abstract) || r.said as record,
      r.is_complete as "isComplete"
    from source_record r join publication p on p.id = r.publication_id
    where r.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, record, isComplete }) => [id, { record, isComplete }]));
}

/** What a source record is stored as; the lines are no part of its hash, for a record may move within its file. */
export function toRow(stated: Stated, format: Source['format']): SourceRecordRow {
  const { raw, repairs, unresolved, isComplete, record } = stated;
  const { title, abstract, ...filing } = record;
  return {
    first_line: stated.firstLine,
    last_line: stated.lastLine,
    raw,
    repairs: repairs.length > 0 ? repairs : null,
    unresolved: unresolved.length > 0 ? unresolved : null,
    said: format === 'JSON_LINES' ? filing : record,
    is_complete: isComplete,
    content_hash: digest([record, raw, repairs, unresolved, isComplete]),
  };
}

export interface SourceRecordRow {
  first_line: number;
  last_line: number;
  raw: object | null;
  repairs: object | null;
  unresolved: object | null;
  said: object;
  is_complete: boolean;
  content_hash: string;
}

/** Replaces what a source states of publications. */
export async function replaceRecords(
  db: Db,
  outdated: readonly number[],
  rows: readonly (SourceRecordRow & { source_id: number; publication_id: number })[],
): Promise<void> {
  if (outdated.length > 0)
    await sql`delete from source_record where id = any(${outdated}::bigint[])`.execute(db);
  if (rows.length === 0) return;
  const columns = sql`source_id, publication_id, first_line, last_line, raw, repairs, unresolved, said, is_complete, content_hash`;
  await sql`
    insert into source_record (${columns})
    select ${columns} from json_populate_recordset(null::source_record, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

/** Notes that records moved within their file. */
export async function moveRecords(
  db: Db,
  moved: readonly { id: number; firstLine: number; lastLine: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    update source_record r set first_line = m."firstLine", last_line = m."lastLine"
    from json_to_recordset(${JSON.stringify(moved)}::json) m (id bigint, "firstLine" integer, "lastLine" integer)
    where r.id = m.id`.execute(db);
}
