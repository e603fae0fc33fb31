import { type CopyValue, copyInto } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { anyBigOf, givenRows } from '../db/given-rows.ts';
import type { DB, Json } from '../db/tables.generated.ts';
import { digestNonEmpty } from '../text/digest.ts';
import type { Member } from './neighbourhood.ts';
import type { PublicationRecord } from './record.ts';
import type { Stated } from './stated.ts';

/** A stored source record without its content. */
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

/** The stored records of a source: all, or those that begin between two lines. */
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

/** A source record to be stored. */
export interface NewRecord {
  stated: Stated;
  contentHash: string;
}

/** Adds the content hash. Line numbers are not part of it, because a record may move within its file. */
export function newRecord(stated: Stated): NewRecord {
  const { record, slug, raw, repairs, unresolved, isComplete } = stated;
  return {
    stated,
    contentHash: digestNonEmpty({ record, slug, raw, repairs, unresolved, isPartial: !isComplete }),
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
] as const satisfies readonly (keyof DB['source_record'])[];

/**
 * A record to be stored for a publication. If `isOnly`, the publication has no other record, and title and abstract are
 * stored only in the publication's row.
 */
export interface RecordToAdd {
  member: Member;
  added: NewRecord;
  publicationId: number;
  isOnly: boolean;
}

/** Stores new records of a source. */
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

/** Converts a record to JSON for a column, without undefined properties. */
function toJson(record: PublicationRecord): Json {
  return JSON.parse(JSON.stringify(record)) as Json;
}

function jsonOrNull(value: object | null): string | null {
  return value === null || (Array.isArray(value) && value.length === 0) ? null : JSON.stringify(value);
}

/**
 * Moves records to other publications. Stores their own title and abstract, because they are no longer the only
 * records.
 */
export async function refileRecords(
  db: Db,
  records: readonly { stored: StoredRecord; member: Member; publicationId: number }[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ stored, member, publicationId }) => ({
    id: stored.id,
    publication_id: publicationId,
    title_key: member.titleKey,
    said: toJson(member.record),
  }));
  const types = { id: 'bigint', publication_id: 'integer', title_key: 'text', said: 'json' } as const;
  await db
    .updateTable('source_record as r')
    .from(givenRows('n', types, rows))
    .set((eb) => ({
      publication_id: eb.ref('n.publication_id'),
      title_key: eb.ref('n.title_key'),
      said: eb.ref('n.said'),
    }))
    .whereRef('r.id', '=', 'n.id')
    .execute();
}

export async function removeRecords(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('source_record').where('id', '=', anyBigOf(ids)).execute();
}

/** Updates the line numbers of records that moved within their file. */
export async function moveRecords(
  db: Db,
  moved: readonly { id: number; firstLine: number; lastLine: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  const types = { id: 'bigint', firstLine: 'integer', lastLine: 'integer' } as const;
  await db
    .updateTable('source_record as r')
    .from(givenRows('m', types, moved))
    .set((eb) => ({ first_line: eb.ref('m.firstLine'), last_line: eb.ref('m.lastLine') }))
    .whereRef('r.id', '=', 'm.id')
    .execute();
}
