import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { customPlan } from '../db/plans.ts';
import { matchesSearch } from '../search/search.conditions.ts';

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

/** Finds the most frequent stems, at most `most`, that at least `least` publications have. */
export async function findFrequentStems(
  db: Db,
  { least, most }: { least: number; most: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('search_stem')
    .select('stem')
    .where('documents', '>=', Math.ceil(least))
    .orderBy('documents', 'desc')
    .orderBy('stem')
    .limit(most)
    .execute();
  return rows.map(({ stem }) => stem);
}

/** Which stems some publications have. */
export interface Masks {
  version: string;
  /** The largest id; null if there are no more publications. */
  lastId: number | null;
  /** For each publication its id, then a mask per group of stems, as integers of 4 bytes. Bit n is the group's n-th stem. */
  rows: Buffer;
}

/**
 * Finds which stems the next publications have, as of one moment.
 * @param groups the stems, at most 31 per group
 */
export async function findMasks(
  db: Db,
  groups: readonly (readonly string[])[],
  { after, most }: { after: number; most: number },
): Promise<Masks> {
  const masks = groups.map((stems) =>
    sql.join(
      stems.map((stem, bit) => sql`((${matchesSearch(`'${stem}'`)})::integer << ${sql.lit(bit)})`),
      sql` | `,
    ),
  );
  const { rows } = await sql<Masks>`${customPlan}
    select ${version} as version, max(id) as "lastId", string_agg(bits, '') as rows
    from (
      select p.id, ${sql.join(
        [sql`int4send(p.id)`, ...masks.map((mask) => sql`int4send(${mask})`)],
        sql` || `,
      )} as bits
      from publication p where p.id > ${after}::integer order by p.id limit ${most}
    ) part`.execute(db);
  return rows[0] as Masks;
}
