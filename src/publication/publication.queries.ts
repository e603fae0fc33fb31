import { type Expression, type RawBuilder, sql } from 'kysely';
import { columnsOf, tableOf } from '../db/columns.ts';
import { type Condition, all, any, overlaps } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { Sort } from '../db/keyset.ts';
import { matchesSearchAlone } from '../search/search.conditions.ts';
import type { YearFilter } from '../schema.generated.ts';
import { type RankedTier, relevanceKey } from '../search/relevance.ts';
import type { Search } from '../search/search.ts';
import { asPublications, fromPublications, selectParts } from './publication.columns.ts';
import type { MembershipKind } from './memberships.ts';
import { type MemberKind, type Parts, REACH, listedColumn } from './publication.ts';
import { yearToSql } from './ranges.filter.ts';
import { toTallyKind } from './tally.queries.ts';

const p = columnsOf('publication', 'p');

/**
 * The year filter of a list, apart from its other conditions. A list that is read from a membership table has it on that
 * table's own `year_key`, so that an index finds the years.
 */
export interface Years {
  range: YearFilter;
  /** The list's condition without `range`. */
  rest: Condition | null;
}

/** A list of publications: its conditions and its order. */
export interface PublicationList {
  /** Condition on the row `p`. Null matches all publications. */
  where: Condition | null;
  /** `where` without the search. */
  filtered: Condition | null;
  years: Years | null;
  order: PublicationSort;
  /** The search. `where` includes it. */
  search: Search | null;
  /** Whether there is a search and no other condition. */
  isSearchAlone: boolean;
  /** The parts to read of each publication. */
  parts: Parts;
  /** Whether the total is selected. Rows carry the total if the count is materialized. */
  withTotal: boolean;
}

/** The texts of a search in a statement: values, or parameters of a compiled query. */
export interface SearchTexts {
  query: string | Expression<string>;
  tiers: readonly RankedTier[];
}

/** A list as statements need it. */
export interface SelectedList extends Omit<PublicationList, 'filtered' | 'search'> {
  search: SearchTexts | null;
}

/** The order of a list of publications. Ties are ordered by id, in the same direction. */
export interface PublicationSort {
  by: 'year' | 'title' | 'createdAt' | 'updatedAt' | 'relevance';
  descending: boolean;
}

/** The SQL type of an order's key. Cursors are validated against it. */
export function sortType({ by }: PublicationSort): Sort['type'] {
  return by === 'year' || by === 'relevance' ? 'integer' : by === 'title' ? 'text' : 'timestamptz';
}

/**
 * Whether an index has the list in its order, so that the time to read a page does not depend on the length of the
 * list. The membership table has the default order only. `kind` is null for the root list.
 */
export function isReadInOrder({ where, order, search }: PublicationList, kind: MemberKind | null): boolean {
  if (where !== null || search !== null) return false;
  return kind === null || (isNewestFirst(order) && !kind.includesWorldwide);
}

/** Whether the count of the list is materialized. `kind` is null for the root list. */
export function isTallied(list: Pick<PublicationList, 'where'>, kind: MemberKind | null): boolean {
  return toTallyKind(kind, list.where) !== null;
}

function isNewestFirst({ by, descending }: PublicationSort): boolean {
  return by === 'year' && descending;
}

/** The order of a list. By year, a list from a membership table `m` is ordered by that table's own columns. */
export function toSort(
  { order, years }: Pick<PublicationList, 'order' | 'years'>,
  isFromMembers: boolean,
): Sort {
  // The key of an unknown year is the least, but the oldest first have it at the end, too.
  const isByKey = order.by === 'year' && (order.descending || years !== null);
  const ofMembers = isFromMembers && isByKey;
  return {
    key: ofMembers ? members('year_key') : isByKey ? p('year_key') : keyOf(order),
    id: ofMembers ? members('publication_id') : p('id'),
    type: sortType(order),
    descending: order.descending,
  };
}

function keyOf(order: PublicationSort): Expression<string | number> {
  switch (order.by) {
    case 'year':
      return sql<number>`coalesce(${p('year')}, 9999)`;
    case 'title':
      return p('title_key');
    case 'createdAt':
      return p('created_at');
    case 'updatedAt':
      return p('updated_at');
    case 'relevance':
      return sql.ref<number>('p.relevance');
  }
}

/**
 * Selects the rows `p` of a list. A subquery computes the relevance key, so that PostgreSQL computes it once per row.
 */
export function selectRows(db: Db, { order, search }: Pick<SelectedList, 'order' | 'search'>) {
  if (order.by !== 'relevance') return fromPublications(db);
  const ranked = fromPublications(db)
    .selectAll('p')
    .select(relevanceKey(search?.tiers ?? []).as('relevance'));
  return db.selectFrom(asPublications(ranked));
}

/** The condition of a list that is read from a membership table `m`. */
export function toMembersCondition({
  where,
  years,
}: Pick<PublicationList, 'where' | 'years'>): Condition | null {
  return years ? all([years.rest, ...yearToSql(years.range, 'filter.year', members('year_key'))]) : where;
}

/** The condition of a list, and whether it is selective enough that PostgreSQL should plan for its values. */
export function toCondition({ where, order, search, isSearchAlone }: SelectedList) {
  return search && isSearchAlone && order.by === 'relevance'
    ? { where: matchesSearchAlone(search.query), isFiltered: false }
    : { where, isFiltered: where !== null };
}

/** Selects all rows of a list in its order. */
export function selectPublications(db: Db, list: PublicationList) {
  const { key, id, descending } = toSort(list, false);
  const direction = descending ? 'desc' : 'asc';
  return selectParts(selectRows(db, list), list.parts)
    .where(all([toCondition(list).where]))
    .orderBy(key, direction)
    .orderBy(id, direction);
}

/** The columns that all membership tables share, of the row `m`. */
const members = columnsOf('publication_country', 'm');

/** The membership table of a kind, as the rows `m`. `memberIdOf` is its column with the member's id. */
export function membershipTable(kind: MembershipKind) {
  return tableOf(`publication_${kind}`, ['publication_id', 'year_key'], 'm');
}

/** The column of `publication_<kind>` with the member's id. */
const MEMBER_IDS = {
  country: columnsOf('publication_country', 'm')('country_id'),
  region: columnsOf('publication_region', 'm')('region_id'),
  author: columnsOf('publication_author', 'm')('author_id'),
  topic: columnsOf('publication_topic', 'm')('topic_id'),
  category: columnsOf('publication_category', 'm')('category_id'),
} satisfies Record<MemberKind['kind'], Expression<number>>;

const reachColumn = columnsOf('publication_region', 'm')('reach');

/** The member's id in a row `m` of a membership table. */
export function memberIdOf({ kind }: Pick<MemberKind, 'kind'>): RawBuilder<number> {
  return MEMBER_IDS[kind];
}

/**
 * True for the rows `m` of a membership table that list a publication directly under a member, not through a subregion
 * or country. Unlike with `isMembership`, the planner can use the index on direct memberships.
 */
export function isDirectMembership(kind: MembershipKind, id: Expression<unknown>): Condition {
  const isMember = isMembership({ kind }, id);
  if (kind !== 'region') return isMember;
  return all([isMember, sql<boolean>`${reachColumn} = ${sql.lit(REACH.DIRECT)}`]);
}

/** True for the rows `t` of a kind's table that list a publication or, with `isDirect`, that list one directly. */
export function hasPublications(kind: MembershipKind, { isDirect }: { isDirect: boolean }): Condition {
  const id = columnsOf(kind, 't')('id');
  const isMember = isDirect ? isDirectMembership(kind, id) : isMembership({ kind }, id);
  return sql<boolean>`exists (select from ${membershipTable(kind)} where ${isMember})`;
}

/** Whether lists of a kind can be read from its membership table. Lists with worldwide publications can't. */
export function hasTable({ includesWorldwide }: MemberKind): boolean {
  return !includesWorldwide;
}

/** True for the rows `m` of a membership table that belong to a member. The id may be `any(array)`. */
export function isMembership(kind: MemberKind, id: Expression<unknown>): Condition {
  const { reach = REACH.INCLUDING_COUNTRIES } = kind;
  const isOfMember = sql<boolean>`${memberIdOf(kind)} = ${id}`;
  if (kind.kind !== 'region' || reach === REACH.INCLUDING_COUNTRIES) return isOfMember;
  return all([isOfMember, sql<boolean>`${reachColumn} <= ${reach}::integer`]);
}

/** The `from` clause that joins publications to their membership table `m`, and the condition for one member. */
export function membersOf(
  kind: MemberKind,
  id: Expression<unknown>,
): { from: RawBuilder<unknown>; member: Condition } {
  return {
    from: sql`${sql.table(`publication_${kind.kind}`)} m join publication p on ${p('id')} = ${members('publication_id')}`,
    member: isMembership(kind, id),
  };
}

/** True if a member lists the publication `p`. The member's id is a parameter or a column. */
export function isOfMember(kind: MemberKind, id: Expression<unknown>): Condition {
  const isMember = sql<boolean>`${idsColumn(kind)} && array[${id}]`;
  return kind.includesWorldwide ? any([isMember, p('is_worldwide')]) : isMember;
}

/** The column with the ids of all members of a kind that list a publication. */
export function idsColumn({ kind, reach = REACH.INCLUDING_COUNTRIES }: MemberKind): RawBuilder<number[]> {
  return p(listedColumn(kind, reach));
}

/** Publications and the members that list them, as `from … where …`, with the expression of the member's id. */
export function listedUnder(kind: MemberKind, ids: readonly number[], where: Condition | null) {
  const memberId = sql.ref<number>('member.id');
  if (!hasTable(kind))
    return {
      memberId,
      from: sql`unnest(${ids}::integer[]) member (id) join publication p on ${isOfMember(kind, memberId)}
        where ${all([where])}`,
    };
  const column = idsColumn(kind);
  return {
    memberId,
    from: sql`publication p cross join unnest(${column}) member (id)
      where ${all([where, overlaps(column, ids)])} and ${memberId} = any(${ids}::integer[])`,
  };
}
