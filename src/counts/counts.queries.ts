import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';

/** The number and end of the last import that changed the catalogue. */
const version: RawBuilder<string> = sql`coalesce(
  (select concat(id, ' ', finished_at) from import_run where has_changes order by id desc limit 1), '')`;

/** A text that changes whenever an import changes the catalogue. */
export async function findVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select ${version} as version`.execute(db);
  return rows[0]?.version ?? '';
}

/** Publications that a condition matches. */
export interface VersionedIds {
  version: string;
  /** Ids, separated by commas. */
  ids: string;
}

/** Finds the publications that match a condition, and the version of the catalogue, as of the same moment. */
export async function findIds(db: Db, where: Condition): Promise<VersionedIds> {
  const { rows } = await sql<VersionedIds>`
    select ${version} as version, coalesce(string_agg(p.id::text, ','), '') as ids
    from publication p where ${where}`.execute(db);
  return rows[0] as VersionedIds;
}
