import { type RawBuilder, sql } from 'kysely';
import { type PublicationColumn, typeOf } from '../counts/copied.ts';
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
  /** The ids of the members; `EVERYTHING` if there is no member. */
  memberIds: readonly number[];
  /** Of the row `p`; null selects all. */
  where: Condition | null;
  /** Whether `where` has a search, which has an index of its own. */
  isSearched: boolean;
  /** Whether `where` reads only columns that the copy in the column store has. */
  isCopied: boolean;
  /** How many publications `where` finds at most; `Infinity` if that isn't known. */
  countAtMost: number;
  /** Whether they are counted in the column store. */
  isColumnar: boolean;
}

/** The publications of lists with some of their columns: one row for each list that a publication is in. */
export function selectListed(lists: Lists, columns: readonly PublicationColumn[]): RawBuilder<object> {
  const { memberId, from } = joinMembers(lists);
  const selected = columns.map((column) => sql.ref(`p.${column}`));
  return sql`(select ${sql.join([sql`${memberId} as "memberId"`, ...selected])} from ${from})`;
}

/** Which publications, as `from … where …`, and the id of the member that each is listed under. */
function joinMembers(lists: Lists) {
  const { member, memberIds, where, isSearched, isColumnar } = lists;
  if (!member)
    return { memberId: sql`${EVERYTHING}::integer`, from: sql`publication p where ${all([where])}` };
  const [memberId] = memberIds;
  if (isColumnar && memberIds.length === 1 && memberId !== undefined)
    return {
      memberId: sql`${memberId}::integer`,
      from: sql`publication p where ${all([where, isListedUnder(member, memberId)])}`,
    };
  if (isColumnar) return { memberId: sql.ref('p.memberId'), from: unnestMembers(member, memberIds, where) };
  if (isSearched || !hasTable(member)) return listedUnder(member, memberIds, where);
  const { from, member: isMember } = membersOf(member, sql`any(${memberIds}::integer[])`);
  return { memberId: sql.ref(`m.${member.kind}_id`), from: sql`${from} where ${all([isMember, where])}` };
}

/** True of the publications `p` in the list of one member, in the column store. */
function isListedUnder(member: MemberKind, id: number): Condition {
  const isMember = sql<boolean>`list_contains(${idsColumn(member)}, ${id}::integer)`;
  return member.includesWorldwide ? any([isMember, sql`p.is_worldwide`]) : isMember;
}

/** The column store unnests arrays ten times as fast in the select list as in a lateral join. */
function unnestMembers(
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

/** The values in a column as an array; 0, or an empty text, stands for none. */
export function valuesIn(column: PublicationColumn): RawBuilder<unknown> {
  const ref = sql.ref(column);
  switch (typeOf(column)) {
    case 'integer[]':
      return orNone(ref);
    case 'text[]':
      return sql`case when ${ref} = array[]::text[] then array[''] else ${ref} end`;
    case 'text':
      return sql`array[coalesce(${ref}, '')]`;
    default:
      return sql`array[${ref}::integer]`;
  }
}

/** An array of ids, `{0}` if it is empty. */
export function orNone(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${ids} = array[]::integer[] then array[0] else ${ids} end`;
}
