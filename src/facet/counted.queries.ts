import { type RawBuilder, sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { MemberKind } from '../publication/publication.ts';
import { hasTable, listedUnder, membersOf } from '../publication/publication.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';

/** Lists of publications that are counted together: one of each of many members, or a single one of no member. */
export interface Lists {
  member: MemberKind | null;
  /** By these ids the answer is asked; `EVERYTHING` where there is no member. */
  memberIds: readonly number[];
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /** Whether `where` has a search, which has an index of its own. */
  isSearched: boolean;
}

/** Which publications, as `from … where …`, and the id of the member that each is listed under. */
export function listed({ member, memberIds, where, isSearched }: Lists) {
  if (!member)
    return { memberId: sql`${EVERYTHING}::integer`, from: sql`publication p where ${all([where])}` };
  if (isSearched || !hasTable(member)) return listedUnder(member, memberIds, where);
  const { from, member: isMember } = membersOf(member, sql`any(${memberIds}::integer[])`);
  return { memberId: sql.ref(`m.${member.kind}_id`), from: sql`${from} where ${all([isMember, where])}` };
}

/** The ids in a column of values, 0 where there are none. */
export function idsIn(column: string): RawBuilder<unknown> {
  if (column === 'year_key') return sql`array[year_key::integer]`;
  return orNone(column);
}

/** An array of ids, `{0}` if it is empty. */
export function orNone(column: string): RawBuilder<unknown> {
  return sql`case when ${sql.ref(column)} = '{}' then array[0] else ${sql.ref(column)} end`;
}
