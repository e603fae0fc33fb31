import { type RawBuilder, sql } from 'kysely';
import type { Countable } from '../counts/choose.ts';
import { type PublicationColumn, typeOf } from '../counts/copied.ts';
import { type Condition, all, any, overlaps } from '../db/conditions.ts';
import type { MemberKind } from '../publication/publication.ts';
import { hasTable, idsColumn, listedUnder, membersOf } from '../publication/publication.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';

/**
 * Lists of publications that one statement counts: the lists of several members, or a single list without a member. The
 * statements run in PostgreSQL and in the column store.
 */
export interface Lists extends Countable {
  member: MemberKind | null;
  /** Ids of the members; `EVERYTHING` if there is no member. */
  memberIds: readonly number[];
}

/** Selects columns of the publications of lists. A publication has one row for each list that contains it. */
export function selectListed(lists: Lists, columns: readonly PublicationColumn[]): RawBuilder<object> {
  const { memberId, from } = joinMembers(lists);
  const selected = columns.map((column) => sql.ref(`p.${column}`));
  return sql`(select ${sql.join([sql`${memberId} as "memberId"`, ...selected])} from ${from})`;
}

/** The publications of lists, as `from … where …`, and the expression of the member's id. */
function joinMembers(lists: Lists) {
  const { member, memberIds, where, searched, isColumnar } = lists;
  if (!member)
    return { memberId: sql`${EVERYTHING}::integer`, from: sql`publication p where ${all([where])}` };
  const [memberId] = memberIds;
  if (isColumnar && memberIds.length === 1 && memberId !== undefined)
    return {
      memberId: sql`${memberId}::integer`,
      from: sql`publication p where ${all([where, isListedUnder(member, memberId)])}`,
    };
  if (isColumnar) return { memberId: sql.ref('p.memberId'), from: unnestMembers(member, memberIds, where) };
  // A search has its own index.
  if (searched || !hasTable(member)) return listedUnder(member, memberIds, where);
  const { from, member: isMember } = membersOf(member, sql`any(${memberIds}::integer[])`);
  return { memberId: sql.ref(`m.${member.kind}_id`), from: sql`${from} where ${all([isMember, where])}` };
}

/** True if a member lists the publication `p`. In the SQL of the column store. */
function isListedUnder(member: MemberKind, id: number): Condition {
  const isMember = sql<boolean>`list_contains(${idsColumn(member)}, ${id}::integer)`;
  return member.includesWorldwide ? any([isMember, sql`p.is_worldwide`]) : isMember;
}

/** The column store unnests arrays ten times faster in the select list than in a lateral join. */
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

/** The values of a column as an array. No value becomes 0 or an empty text. */
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

/** An array of ids; `{0}` if it is empty. */
export function orNone(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${ids} = array[]::integer[] then array[0] else ${ids} end`;
}
