import { type RawBuilder, sql } from 'kysely';
import { type Condition, idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { type MembershipKind, type TalliedMembership, isTalliedKind } from './memberships.ts';
import { type MemberKind, REACH } from './publication.ts';

/** What the import counts of whole lists, and keeps. */

/** The member id of everything in the tally. */
export const EVERYTHING = 0;

const WIDEST = REACH.INCLUDING_COUNTRIES;

/** How many publications a member has, as the import counted them; null where it has none. */
export function tallyOf(kind: TalliedMembership | 'all', id: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`(select count from tally
    where member_kind = ${kind}::text and member_id = ${id} and kind = 'all' and id = 0)`;
}

/** How many publications a member has, whatever its kind: 0 if none. An author's are counted in any role. */
export function publicationCount(kind: MembershipKind, id: RawBuilder<unknown>): RawBuilder<number> {
  return sql`coalesce((select count from tally
    where member_kind = 'all' and member_id = 0 and kind = ${kind}::text and id = ${id}), 0)`;
}

/** What the tally has a list of a member of that kind under; null where it has it not. */
export function ofTallied(
  { kind, reach = WIDEST, includesWorldwide }: MemberKind,
  where: Condition | null,
): TalliedMembership | null {
  return !where && isTalliedKind(kind) && reach === WIDEST && !includesWorldwide ? kind : null;
}

/** How many publications each member has, as the import counted them; 0 is absent. */
export async function tallied(
  db: Db,
  kind: TalliedMembership | 'all',
  ids: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    select member_id as id, count from tally
    where member_kind = ${kind}::text and ${idAmong(sql`member_id`, ids)} and kind = 'all' and id = 0`.execute(
    db,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
