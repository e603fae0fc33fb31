import { type RawBuilder, sql } from 'kysely';
import { type Condition, idAmong, oneOf } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { MembershipKind } from './memberships.ts';
import { type MemberKind, REACH } from './publication.ts';

/** The kinds of counts in the table `tally`, which the import maintains. `all` is the whole catalogue. */
export type TallyKind = 'all' | 'year' | MembershipKind;

/** The id of the whole catalogue in the tally. */
export const EVERYTHING = 0;

/**
 * The kind under which the tally has the count of a list. Null if the count is not materialized. This is the only rule
 * for which counts are materialized: those of the catalogue, and of all publications of a member.
 * @param member null for lists of the catalogue
 * @param where the condition of the list; null for all publications
 */
export function toTallyKind(member: MemberKind | null, where: Condition | null): TallyKind | null {
  if (where) return null;
  if (!member) return 'all';
  const { kind, reach = REACH.INCLUDING_COUNTRIES, includesWorldwide } = member;
  return reach === REACH.INCLUDING_COUNTRIES && !includesWorldwide ? kind : null;
}

/** An expression for the materialized count of a value; 0 if no publication has the value. */
export function publicationCount(kind: TallyKind, id: RawBuilder<unknown>): RawBuilder<number> {
  return sql`coalesce((select count from tally where kind = ${kind}::text and id = ${id}), 0)`;
}

/** Reads the materialized counts of some values, by id. Values without publications are absent. */
export async function findCounts(
  db: Db,
  kind: TallyKind,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('tally')
    .select(['id', 'count'])
    .where('kind', '=', kind)
    .where(idAmong(sql`id`, ids))
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Reads the materialized counts of all values of some kinds. The id 0 counts the publications without a value.
 * @returns counts by kind, then by id
 */
export async function findAllCounts<Kind extends TallyKind>(
  db: Db,
  kinds: readonly Kind[],
): Promise<Map<Kind, Map<number, number>>> {
  const rows = await db
    .selectFrom('tally')
    .select(['kind', ({ fn }) => fn.agg<number[]>('array_agg', ['id']).as('ids')])
    .select(({ fn }) => fn.agg<number[]>('array_agg', ['count']).as('counts'))
    .where(oneOf(sql`kind`, kinds))
    .groupBy('kind')
    .execute();
  return new Map(
    rows.map(({ kind, ids, counts }) => [
      kind as Kind,
      new Map(ids.map((id, i) => [id, counts[i] as number])),
    ]),
  );
}
