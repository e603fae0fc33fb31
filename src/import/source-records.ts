import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { copyInto } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { digestText } from '../text/digest.ts';
import type { Testimony } from './merge.ts';
import type { PublicationRecord } from './record.ts';
import type { Stated } from './stated.ts';

/** A source record as it is stored, without its content. */
export interface StoredRecord {
  id: number;
  publicationId: number;
  sourceId: number;
  firstLine: number;
  lastLine: number;
  contentHash: string;
}

/** What a source stated when it was last read: all of it, or what stood between two lines. */
export async function findFormerRecords(
  db: Db,
  sourceId: number,
  lines: { first: number; last: number } | null,
): Promise<StoredRecord[]> {
  const { first, last } = lines ?? { first: 0, last: 2 ** 31 - 1 };
  const { rows } = await sql<StoredRecord>`
    select ${storedColumns} from source_record
    where source_id = ${sourceId}::integer
      and first_line between ${first}::integer and ${last}::integer
    order by first_line, id`.execute(db);
  return rows;
}

const storedColumns = sql`
  id, publication_id as "publicationId", source_id as "sourceId", first_line as "firstLine", last_line as "lastLine",
  content_hash as "contentHash"`;

/** What sources state of these publications, in the order they were last changed in. */
export async function findStoredRecords(
  db: Db,
  publicationIds: readonly number[],
): Promise<Map<number, StoredRecord[]>> {
  if (publicationIds.length === 0) return new Map();
  const { rows } = await sql<StoredRecord>`
    select ${storedColumns} from source_record
    where publication_id = any(${publicationIds}::integer[]) order by id`.execute(db);
  return groupBy(rows, ({ publicationId }) => publicationId);
}

/** What these source records say, by publication, in the order they were last changed in. */
export async function findTestimonies(
  db: Db,
  records: readonly StoredRecord[],
): Promise<Map<number, Testimony[]>> {
  const ids = records.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ publicationId: number; record: PublicationRecord; isComplete: boolean }>`
    select publication_id as "publicationId", said as record, is_complete as "isComplete"
    from source_record where id = any(${ids}::bigint[]) order by id`.execute(db);
  return groupBy(rows, ({ publicationId }) => publicationId);
}

/** Completes what publications' only sources say by title and abstract, for they will not be the only ones any more. */
export async function completeRecords(db: Db, records: readonly StoredRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    update source_record r
    set said = jsonb_build_object('title', p.title, 'abstract', p.abstract) || r.said::jsonb
    from publication p
    where p.id = r.publication_id and r.id = any(${records.map(({ id }) => id)}::bigint[])
      and r.said -> 'title' is null`.execute(db);
}

/** A source record as it is to be stored. */
export interface NewRecord {
  stated: Stated;
  contentHash: string;
}

/** The lines are no part of a record's hash, for it may move within its file. */
export function newRecord(stated: Stated): NewRecord {
  const { record, slug, raw, repairs, unresolved, isComplete } = stated;
  return {
    stated,
    contentHash: digestText(JSON.stringify([record, slug, raw, repairs, unresolved, isComplete])),
  };
}

const COLUMNS = [
  'source_id',
  'publication_id',
  'first_line',
  'last_line',
  'raw',
  'repairs',
  'unresolved',
  'said',
  'is_complete',
  'content_hash',
] as const;

/** Stores what a source states of publications. `isOnly`: nothing else is known of the publication. */
export async function addRecords(
  db: Db,
  sourceId: number,
  records: readonly (NewRecord & { publicationId: number; isOnly: boolean })[],
): Promise<void> {
  const rows = records.map(({ stated, contentHash, publicationId, isOnly }) => [
    sourceId,
    publicationId,
    stated.firstLine,
    stated.lastLine,
    jsonOrNull(stated.raw),
    jsonOrNull(stated.repairs),
    jsonOrNull(stated.unresolved),
    JSON.stringify(isOnly ? { ...stated.record, title: undefined, abstract: undefined } : stated.record),
    stated.isComplete,
    contentHash,
  ]);
  await copyInto(db, 'source_record', COLUMNS, rows);
}

function jsonOrNull(value: object | null): string | null {
  return value === null || (Array.isArray(value) && value.length === 0) ? null : JSON.stringify(value);
}

export async function removeRecords(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`delete from source_record where id = any(${ids}::bigint[])`.execute(db);
}

/** Notes that records stand on other lines than before. */
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
