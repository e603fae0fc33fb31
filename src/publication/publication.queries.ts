import { type RawBuilder, sql } from 'kysely';
import { packedContributions } from '../author/author.queries.ts';
import { type Condition, all, any, idAmong, oneOf, overlaps, overlapsTexts } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { FOR_ITS_VALUES } from '../db/plans.ts';
import { foundAlone } from '../search/found.ts';
import { type Fetched, type Page, type Sort, between, boundsOf, inOrder, ordered } from '../db/keyset.ts';
import { type PagesAsked, distinctPages, membersTable } from '../db/pages.ts';
import { relevanceKey } from '../search/relevance.ts';
import { countDocuments } from '../search/search.queries.ts';
import type { Search } from '../search/search.ts';
import { FIELDS, FIELD_NAMES, HOST_FIELDS, HOST_FIELD_NAMES } from './publication.fields.ts';
import {
  type MemberKind,
  type Membership,
  PARTS,
  type Part,
  type Parts,
  type Publication,
  REACH,
  listedColumn,
} from './publication.ts';
import { EVERYTHING, findCounts, publicationCount, toTallyKind } from './tally.queries.ts';

/** A list of publications: which ones, in which order. */
export interface PublicationList {
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /** `where` without the search. */
  filtered: Condition | null;
  order: PublicationSort;
  /** What is searched for; `where` has it. */
  search: Search | null;
  /** Whether that is all that is asked for. */
  isSearchAlone: boolean;
  /** What of them is read. */
  parts: Parts;
  /** Whether it has to be told how many the list has; rows tell it where that was tallied. */
  withTotal: boolean;
}

export interface PublicationSort {
  by: 'year' | 'title' | 'createdAt' | 'updatedAt' | 'relevance';
  descending: boolean;
}

/** What every list and lookup gives of a publication. */
const core = sql`p.id, p.title`;

/** The columns of the fields of a part. */
function fieldsOf(part: Part): RawBuilder<unknown> {
  const fields = FIELD_NAMES.filter((name) => FIELDS[name].part === part);
  return sql.raw(fields.map((name) => `, p.${FIELDS[name].column} as "${name}"`).join(''));
}

const hostFields = sql.raw(
  HOST_FIELD_NAMES.map((name) => `, p.${HOST_FIELDS[name].column} as "${HOST_FIELDS[name].key}"`).join(''),
);

/** What they give where it is asked for, but for the place, which is of a list; the abstract is by far the largest. */
const columnsOf: Record<Exclude<Part, 'place'>, RawBuilder<unknown>> = {
  slug: sql`, p.slug`,
  year: fieldsOf('year'),
  abstract: fieldsOf('abstract'),
  details: sql`${fieldsOf('details')}${hostFields}, p.created_at as "createdAt", p.updated_at as "updatedAt"`,
  bibliography: fieldsOf('bibliography'),
  countries: sql`, p.country_ids as "countryIds"`,
  regions: sql`, p.region_ids as "regionIds"`,
  topics: sql`, p.topic_ids as "topicIds"`,
  categories: sql`, p.category_ids as "categoryIds"`,
  contributions: sql`, ${packedContributions} as "packedContributions"`,
};

/** The columns of a publication `p`, in a list sorted by `key`. */
export function publicationColumns(parts: Parts, key?: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = parts.map((part) =>
    part !== 'place' ? columnsOf[part] : key ? sql`, ${key} as "sortKey"` : sql``,
  );
  return sql`${core}${sql.join(columns, sql``)}`;
}

/** The type of an order's key, which a cursor is checked against. */
export function sortType({ by }: PublicationSort): Sort['type'] {
  return by === 'year' || by === 'relevance' ? 'integer' : by === 'title' ? 'text' : 'timestamptz';
}

/**
 * Whether an index has a page's list in its order, so that the page takes as long as its rows do, however long the list is. A
 * member's table has the default order only. `kind` is null for the root list.
 */
export function isReadInOrder({ where, order, search }: PublicationList, kind: MemberKind | null): boolean {
  if (where !== null || search !== null) return false;
  return kind === null || (isNewestFirst(order) && !kind.includesWorldwide);
}

/** Whether the import has counted the list. `kind` is null for the root list. */
export function isTallied(list: Pick<PublicationList, 'where'>, kind: MemberKind | null): boolean {
  return toTallyKind(kind, list.where) !== null;
}

function isNewestFirst({ by, descending }: PublicationSort): boolean {
  return by === 'year' && descending;
}

/** How a list is sorted. Lists of a membership are read off its table `m` where that carries the key. */
function sortOf(order: PublicationSort, ofMembership: boolean): Sort {
  const newestFirst = isNewestFirst(order);
  return {
    key: {
      year: newestFirst
        ? sql`${sql.ref(ofMembership ? 'm.year_key' : 'p.year_key')}`
        : sql`coalesce(p.year, 9999)`,
      title: sql`p.title_key`,
      createdAt: sql`p.created_at`,
      updatedAt: sql`p.updated_at`,
      relevance: sql`p.relevance`,
    }[order.by],
    id: newestFirst && ofMembership ? sql`m.publication_id` : sql`p.id`,
    type: sortType(order),
    descending: order.descending,
  };
}

/**
 * The rows `p` of a list. What they are ordered by is computed in one place, so that PostgreSQL does it once a row.
 */
function rowsOf({ order, search }: Pick<PublicationList, 'order' | 'search'>): RawBuilder<unknown> {
  if (order.by !== 'relevance') return sql`publication p`;
  return sql`(select *, ${relevanceKey(search?.tiers ?? [])} as relevance from publication) p`;
}

/** The condition of a list's rows, and whether it leaves out so many of them that it has to be planned for its values. */
function filterOf({ where, order, search, isSearchAlone }: PublicationList) {
  return search && isSearchAlone && order.by === 'relevance'
    ? { where: foundAlone(search.query), isFiltered: false }
    : { where, isFiltered: where !== null };
}

/**
 * Of a search in another order than its own, PostgreSQL reads either all that it finds, or the order until enough is found:
 * which of them is good depends on how frequent the words are.
 */
function planning({ order, search }: PublicationList): RawBuilder<unknown> {
  return sql.raw(search && order.by !== 'relevance' ? FOR_ITS_VALUES : '');
}

/** True of the publications `p` in the list of a member, whose id is a parameter or a column. */
export function isOfMember(kind: MemberKind, id: RawBuilder<unknown>): Condition {
  const isMember = sql<boolean>`${idsColumn(kind)} && array[${id}]`;
  return kind.includesWorldwide ? any([isMember, sql`p.is_worldwide`]) : isMember;
}

/** Whether lists of a kind can be read off the table of its memberships. */
export function hasTable({ includesWorldwide }: MemberKind): boolean {
  return !includesWorldwide;
}

/** `from` and the condition that leaves the publications of a membership that has a table; the id is a parameter or a column. */
export function membersOf(
  { kind, reach = REACH.INCLUDING_COUNTRIES }: MemberKind,
  id: RawBuilder<unknown>,
): { from: RawBuilder<unknown>; member: Condition } {
  const member = sql<boolean>`${sql.ref(`m.${kind}_id`)} = ${id}`;
  return {
    from: sql`${sql.table(`publication_${kind}`)} m join publication p on p.id = m.publication_id`,
    member:
      reach === REACH.INCLUDING_COUNTRIES
        ? member
        : all([member, sql<boolean>`m.reach <= ${reach}::integer`]),
  };
}

/** The column with the ids of all that a publication is a member of, of a kind. */
export function idsColumn({ kind, reach = REACH.INCLUDING_COUNTRIES }: MemberKind): RawBuilder<unknown> {
  return sql.ref(`p.${listedColumn(kind, reach)}`);
}

/**
 * All rows of a list in its order, as a query without a limit.
 * @param columns further columns of the row `p`, each with a comma in front
 */
export function selectPublications(list: PublicationList, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { where } = filterOf(list);
  const { key, id, descending } = sortOf(list.order, false);
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return sql`select ${publicationColumns(list.parts)}${columns} from ${rowsOf(list)} where ${all([where])}
    order by ${key} ${direction}, ${id} ${direction}`;
}

/** A page of a list. */
export async function listPublications(
  db: Db,
  list: PublicationList & { membership: (MemberKind & { id: number }) | null },
  page: Page,
): Promise<Fetched<Publication>> {
  const { membership } = list;
  const { where, isFiltered } = filterOf(list);
  const isOfTable = membership !== null && hasTable(membership);
  const sort = sortOf(list.order, isOfTable);
  const id = sql`${membership?.id}::integer`;
  const { from, member } = isOfTable
    ? membersOf(membership, id)
    : { from: rowsOf(list), member: membership && isOfMember(membership, id) };
  const { rows } = await sql<Publication & Totalled>`${planning(list)}
    select ${publicationColumns(list.parts, sort.key)}${total(list, membership, membership?.id ?? EVERYTHING)} from ${from}
    where ${all([member, where, ...between(sort, boundsOf(page, sort))])}
    ${ordered(sort, page, isFiltered || (membership !== null && !isOfTable))}`.execute(db);
  return told(rows, page);
}

/**
 * Pages of the lists of many members of a kind ("of each of these countries"), in one statement. They differ in nothing but
 * the places that they go on from.
 * @returns a page for each id of each that asked
 */
export async function listPublicationsOf(
  db: Db,
  kind: MemberKind,
  list: PublicationList,
  asked: readonly PagesAsked[],
): Promise<Fetched<Publication>[][]> {
  const { page, ids } = asked[0] as PagesAsked;
  const [id] = ids;
  if (asked.length === 1 && ids.length === 1 && id !== undefined && list.search === null)
    return [[await listPublications(db, { ...list, membership: { ...kind, id } }, page)]];
  const isOfTable = list.search === null && hasTable(kind);
  const sort = sortOf(list.order, isOfTable);
  const { from, member } = isOfTable
    ? membersOf(kind, sql`member.id`)
    : { from: rowsOf(list), member: isOfMember(kind, sql`member.id`) };
  const { members, placeOf } = distinctPages(asked);
  const { table, bounds } = membersTable(members, page, sort);
  const { rows } = await sql<Publication & Totalled & { place: number }>`${planning(list)}
    select member.place${total(list, kind, sql`member.id`)}, page.* from ${table}
    cross join lateral (
      select ${publicationColumns(list.parts, sort.key)} from ${from}
      where ${all([member, list.where, ...between(sort, bounds)])}
      ${ordered(sort, page, list.where !== null || !hasTable(kind))}
    ) page`.execute(db);
  const rowsOfPlaces: (typeof rows)[] = members.map(() => []);
  for (const row of rows) rowsOfPlaces[row.place - 1]?.push(row);
  const pages = rowsOfPlaces.map((of) => told(of, page));
  return asked.map(({ ids, page }) => ids.map((id) => pages[placeOf(id, page)] as Fetched<Publication>));
}

/** A row that may tell how many its list has. */
interface Totalled {
  total?: number;
}

function told<Row extends Totalled>(rows: readonly Row[], page: Page): Fetched<Row> {
  return { ...inOrder(rows, page), total: rows[0]?.total };
}

/** The column with the total, if the page carries it. */
function total(
  list: PublicationList,
  kind: MemberKind | null,
  id: number | RawBuilder<unknown>,
): RawBuilder<unknown> {
  const tallied = toTallyKind(kind, list.where);
  if (!list.withTotal || tallied === null) return sql``;
  return sql`, ${publicationCount(tallied, typeof id === 'number' ? sql`${id}::integer` : id)} as total`;
}

/** How many publications a list has. */
export async function countPublications(
  db: Db,
  {
    membership,
    where,
    search,
    isSearchAlone,
  }: Pick<PublicationList, 'where' | 'search'> &
    Partial<Pick<PublicationList, 'isSearchAlone'>> & { membership: Membership | null },
): Promise<number> {
  if (membership)
    return (
      (await countPublicationsOf(db, membership, [membership.id], { where, search })).get(membership.id) ?? 0
    );
  if (isSearchAlone && search?.soleStem != null) return countDocuments(db, search.soleStem);
  if (!where) return (await findCounts(db, 'all', [EVERYTHING])).get(EVERYTHING) ?? 0;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publication p where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many publications of a list each of many members has, in one statement; 0 is absent. */
export async function countPublicationsOf(
  db: Db,
  kind: MemberKind,
  ids: readonly number[],
  { where, search }: Pick<PublicationList, 'where' | 'search'>,
): Promise<Map<number, number>> {
  const tallied = toTallyKind(kind, where);
  if (tallied !== null) return findCounts(db, tallied, ids);
  const { rows } = await (
    search || !hasTable(kind) ? countListed(kind, ids, where) : countMembers(kind, ids, where)
  ).execute(db);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Publications with the members that they are listed under: `from … where …`, and the member's id. */
export function listedUnder(kind: MemberKind, ids: readonly number[], where: Condition | null) {
  if (!hasTable(kind))
    return {
      memberId: sql`member.id`,
      from: sql`unnest(${ids}::integer[]) member (id) join publication p on ${isOfMember(kind, sql`member.id`)}
        where ${all([where])}`,
    };
  const column = idsColumn(kind);
  return {
    memberId: sql`member.id`,
    from: sql`publication p cross join unnest(${column}) member (id)
      where ${all([where, overlaps(column, ids)])} and member.id = any(${ids}::integer[])`,
  };
}

function countListed(kind: MemberKind, ids: readonly number[], where: Condition | null) {
  const { memberId, from } = listedUnder(kind, ids, where);
  return sql<{ id: number; count: number }>`
    select ${memberId} as id, count(*) as count from ${from} group by ${memberId}`;
}

function countMembers(kind: MemberKind, ids: readonly number[], where: Condition | null) {
  const { from, member } = membersOf(
    kind,
    ids.length === 1 ? sql`${ids[0]}::integer` : sql`any(${ids}::integer[])`,
  );
  const id = sql.ref(`m.${kind.kind}_id`);
  const table = where ? from : sql`${sql.table(`publication_${kind.kind}`)} m`;
  return sql<{ id: number; count: number }>`
    select ${id} as id, count(*) as count from ${table} where ${all([member, where])} group by ${id}`;
}

/** Publications by slug; one that does not exist is absent. */
export async function findPublicationsBySlugs(
  db: Db,
  slugs: readonly string[],
  parts: Parts,
): Promise<Publication[]> {
  const { rows } = await sql<Publication>`
    select ${publicationColumns(PARTS.filter((part) => part === 'slug' || parts.includes(part)))}
    from publication p where ${oneOf(sql`p.slug`, slugs)}`.execute(db);
  return rows;
}

/** Abstracts by publication id; a publication without one is absent. */
export async function findAbstracts(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; abstract: string }>`
    select id, abstract from publication where ${idAmong(sql`id`, ids)} and abstract is not null`.execute(db);
  return new Map(rows.map(({ id, abstract }) => [id, abstract]));
}

/** The slugs of publications by identifier, packed; an identifier that no publication has is absent. */
export async function findSlugsByIdentifiers(
  db: Db,
  identifiers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('publication as p')
    .select(['p.slug', 'p.identifiers'])
    .where(overlapsTexts(sql`p.identifiers`, identifiers))
    .orderBy('p.id', 'desc')
    .execute();
  return new Map(rows.flatMap(({ slug, identifiers: all }) => all.map((packed) => [packed, slug] as const)));
}
