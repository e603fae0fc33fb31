import { sql } from 'kysely';
import { type CopyValue, copyInto } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { digestStated } from '../text/digest.ts';
import type { Member } from './neighbourhood.ts';
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

export const STORED_COLUMNS = [
  'source_record.id',
  'source_record.publication_id as publicationId',
  'source_record.source_id as sourceId',
  'source_record.first_line as firstLine',
  'source_record.last_line as lastLine',
  'source_record.content_hash as contentHash',
] as const;

/** What a source stated when it was last read: all of it, or what stood between two lines. */
export async function findFormerRecords(
  db: Db,
  sourceId: number,
  lines: { first: number; last: number } | null,
): Promise<StoredRecord[]> {
  return db
    .selectFrom('source_record')
    .select(STORED_COLUMNS)
    .where('source_id', '=', sourceId)
    .$if(lines !== null, (query) =>
      query.where('first_line', '>=', lines?.first ?? 0).where('first_line', '<=', lines?.last ?? 0),
    )
    .orderBy('first_line')
    .orderBy('id')
    .execute();
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
    contentHash: digestStated({ record, slug, raw, repairs, unresolved, isPartial: !isComplete }),
  };
}

const COLUMNS = [
  'source_id',
  'publication_id',
  'first_line',
  'last_line',
  'slug',
  'title_key',
  'raw',
  'repairs',
  'unresolved',
  'said',
  'is_complete',
  'content_hash',
] as const;

/** A record of a publication. `isOnly`: nothing else is known of the publication, so its row has title and abstract. */
export interface RecordToAdd {
  member: Member;
  added: NewRecord;
  publicationId: number;
  isOnly: boolean;
}

/** Stores what a source states of publications. */
export async function addRecords(db: Db, sourceId: number, records: readonly RecordToAdd[]): Promise<void> {
  if (records.length > 0) await copyInto(db, 'source_record', COLUMNS, toCopied(sourceId, records));
}

function* toCopied(sourceId: number, records: readonly RecordToAdd[]): Generator<CopyValue[]> {
  for (const { added, member, publicationId, isOnly } of records) {
    const { stated, contentHash } = added;
    const { title, abstract, ...rest } = stated.record;
    yield [
      sourceId,
      publicationId,
      stated.firstLine,
      stated.lastLine,
      stated.slug,
      isOnly ? null : member.titleKey,
      jsonOrNull(stated.raw),
      jsonOrNull(stated.repairs),
      jsonOrNull(stated.unresolved),
      JSON.stringify(isOnly ? rest : { title, abstract, ...rest }),
      stated.isComplete,
      contentHash,
    ];
  }
}

function jsonOrNull(value: object | null): string | null {
  return value === null || (Array.isArray(value) && value.length === 0) ? null : JSON.stringify(value);
}

/** Files records under other publications, and completes them: they are not their publications' only records any more. */
export async function refileRecords(
  db: Db,
  records: readonly { stored: StoredRecord; member: Member; publicationId: number }[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ stored, member, publicationId }) => ({
    id: stored.id,
    publication_id: publicationId,
    title_key: member.titleKey,
    said: member.record,
  }));
  await sql`
    update source_record r set publication_id = n.publication_id, title_key = n.title_key, said = n.said
    from json_populate_recordset(null::source_record, ${JSON.stringify(rows)}::json) n where r.id = n.id`.execute(
    db,
  );
}

export async function removeRecords(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('source_record')
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .execute();
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
