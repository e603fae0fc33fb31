import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { PARTS } from '../publication/publication.ts';
import { type PublicationList, selectPublications } from '../publication/publication.queries.ts';
import type { ExportRow } from './to-record.ts';

/** Rows that are fetched at a time. */
const BATCH = 500;

/**
 * Reads a list of publications through a cursor, so that memory does not grow with the list. `db` has to be a transaction,
 * with one such cursor at a time.
 * @param limit how many at most; null is all
 */
export async function* readPublications(
  db: Db,
  list: Omit<PublicationList, 'parts' | 'withTotal' | 'isSearchAlone'> & { isSearchAlone: boolean },
  limit: number | null,
): AsyncGenerator<ExportRow[]> {
  const formerSlugs = sql`, array(
    select f.slug from former_slug f where f.kind = 'publication' and f.id = p.id order by f.slug) as "formerSlugs"`;
  const rows = selectPublications({ ...list, parts: PARTS, withTotal: false }, formerSlugs);
  // All rows are read, so the plan has to be good for all of them, not for the first tenth.
  await sql`set local cursor_tuple_fraction = 1`.execute(db);
  await sql`declare exported no scroll cursor for ${rows} limit ${limit}::bigint`.execute(db);
  for (;;) {
    const batch = await sql<ExportRow>`fetch ${sql.raw(String(BATCH))} from exported`.execute(db);
    if (batch.rows.length > 0) yield batch.rows;
    if (batch.rows.length < BATCH) break;
  }
  await sql`close exported`.execute(db);
}

/** The last import that changed anything, and when it ended. */
export interface Revision {
  /** 0 if none did. */
  number: number;
  /** As PostgreSQL writes it. */
  finishedAt: string;
}

/** The revision of the catalogue that a transaction sees. */
export async function findRevisionWithTime(db: Db): Promise<Revision> {
  const run = await db
    .selectFrom('import_run')
    .select(['id', 'finished_at'])
    .where('has_changes', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number: run?.id ?? 0, finishedAt: run?.finished_at ?? '1970-01-01 00:00:00+00' };
}
