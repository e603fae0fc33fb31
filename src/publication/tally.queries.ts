import { type RawBuilder, sql } from 'kysely';
import { type Condition, idAmong, oneOf } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { MembershipKind } from './memberships.ts';
import { type MemberKind, REACH } from './publication.ts';

/** What the import counts publications by, in the table `tally`; `all` is the whole catalogue. */
export type TallyKind = 'all' | 'year' | MembershipKind;

/** The id of the whole catalogue in the tally. */
export const EVERYTHING = 0;

/**
 * The kind under which the tally has the number of publications of a list; null if it doesn't have it. This is the one rule for
 * which lists are counted already: the catalogue, and all publications of a member.
 * @param member null for lists of the catalogue
 * @param where which of them; null is all
 */
export function toTallyKind(member: MemberKind | null, where: Condition | null): TallyKind | null {
  if (where) return null;
  if (!member) return 'all';
  const { kind, reach = REACH.INCLUDING_COUNTRIES, includesWorldwide } = member;
  return reach === REACH.INCLUDING_COUNTRIES && !includesWorldwide ? kind : null;
}

/** The number of publications that have a value, as an expression. */
export function publicationCount(kind: TallyKind, id: RawBuilder<unknown>): RawBuilder<number> {
  return sql`coalesce((select count from tally where kind = ${kind}::text and id = ${id}), 0)`;
}

/** The number of publications that have each value; a value that none has is absent. */
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
 * The number of publications that have each value of some kinds; the id 0 has those without any.
 * @returns by kind, then by id
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
