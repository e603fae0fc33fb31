import { type RawBuilder, sql } from 'kysely';
import { type Condition, all, any, overlaps } from '../db/conditions.ts';
import type { MemberKind } from '../publication/publication.ts';
import { hasTable, idsColumn, listedUnder, membersOf } from '../publication/publication.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';

/**
 * Lists of publications that are counted together: one of each of many members, or a single one of no member. The
 * statements that count them run in PostgreSQL and in the column store.
 */
export interface Lists {
  member: MemberKind | null;
  /** By these ids the answer is asked; `EVERYTHING` where there is no member. */
  memberIds: readonly number[];
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /** Whether `where` has a search, which has an index of its own. */
  isSearched: boolean;
  /** Whether `where` reads only columns that the copy in the column store has. */
  isCopied: boolean;
  /** Whether they are counted in the column store. */
  isColumnar: boolean;
}

/** Which publications, as `from … where …`, and the id of the member that each is listed under. */
export function listed(lists: Lists) {
  const { member, memberIds, where, isSearched, isColumnar } = lists;
  if (!member)
    return { memberId: sql`${EVERYTHING}::integer`, from: sql`publication p where ${all([where])}` };
  if (isColumnar) return { memberId: sql.ref('p.memberId'), from: listedInColumns(member, memberIds, where) };
  if (isSearched || !hasTable(member)) return listedUnder(member, memberIds, where);
  const { from, member: isMember } = membersOf(member, sql`any(${memberIds}::integer[])`);
  return { memberId: sql.ref(`m.${member.kind}_id`), from: sql`${from} where ${all([isMember, where])}` };
}

/** The column store takes arrays apart in the select list only: elsewhere it needs ten times as long. */
function listedInColumns(
  member: MemberKind,
  ids: readonly number[],
  where: Condition | null,
): RawBuilder<unknown> {
  const column = idsColumn(member);
  const isMember = overlaps(column, ids);
  const isListed = member.includesWorldwide ? any([isMember, sql`p.is_worldwide`]) : isMember;
  const memberIds = member.includesWorldwide
    ? sql`case when p.is_worldwide then ${ids}::integer[] else ${column} end`
    : column;
  return sql`(
    select p.*, unnest(${memberIds}) as "memberId" from publication p where ${all([where, isListed])}
  ) p where p."memberId" = any(${ids}::integer[])`;
}

/**
 * The publications of lists with some of their columns and a `count`. PostgreSQL counts those with the same values together
 * first; the column store counts faster without.
 */
export function sameRows(lists: Lists, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { memberId, from } = listed(lists);
  return lists.isColumnar
    ? sql`(select ${memberId} as "memberId", ${columns}, 1 as count from ${from})`
    : sql`(select ${memberId} as "memberId", ${columns}, count(*) as count from ${from} group by "memberId", ${columns})`;
}

/** The ids in a column of values, 0 where there are none. */
export function idsIn(column: string): RawBuilder<unknown> {
  if (column === 'year_key') return sql`array[year_key::integer]`;
  return orNone(column);
}

/** An array of ids, `{0}` if it is empty. */
export function orNone(column: string): RawBuilder<unknown> {
  return sql`case when ${sql.ref(column)} = array[]::integer[] then array[0] else ${sql.ref(column)} end`;
}
