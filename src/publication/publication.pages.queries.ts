import { type Expression, sql } from 'kysely';
import { type Parameter, compileOnce } from '../db/compile.ts';
import { all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Bounds,
  type Fetched,
  type Page,
  type PositionValues,
  between,
  toBoundParameters,
  restoreOrder,
  orderPage,
  toPositionValues,
} from '../db/keyset.ts';
import {
  type MemberValues,
  type PagesQuestion,
  dedupePages,
  toMemberValues,
  membersTable,
} from '../db/pages.ts';
import { customPlan } from '../db/plans.ts';
import type { Search } from '../search/search.ts';
import { selectParts } from './publication.columns.ts';
import {
  type PublicationList,
  type SearchTexts,
  type SelectedList,
  toCondition,
  toMembersCondition,
  hasTable,
  isMembership,
  isOfMember,
  membershipTable,
  selectRows,
  toSort,
  sortType,
} from './publication.queries.ts';
import { type MemberKind, type Publication, memberKey } from './publication.ts';
import { EVERYTHING, publicationCount, toTallyKind } from './tally.queries.ts';

/** A page of one list, or of the same list of many members. */
interface PageShape {
  list: SelectedList;
  /** The kind of member; null for the whole catalogue. */
  kind: MemberKind | null;
  page: Page;
}

/**
 * The key of a compiled query. Null for lists with conditions, whose SQL varies too much to be worth caching. A search
 * of the whole catalogue by relevance has the same SQL for all words.
 */
function keyOf({ list, kind, page }: PageShape): string | null {
  const { where, search, order, parts, withTotal, isSearchAlone } = list;
  const isCompiled = search ? kind === null && isSearchAlone && order.by === 'relevance' : where === null;
  if (!isCompiled) return null;
  const { size, needsHasMore, fromEnd, after, before } = page;
  return [
    kind && memberKey(kind),
    order.by,
    order.descending,
    withTotal,
    ...[size, needsHasMore, fromEnd, after !== null, before !== null],
    ...parts,
    ...(search?.tiers ?? []).map(({ matched }) => matched),
  ].join(' ');
}

/**
 * Selects a page of a list.
 * @param id the id of the member, or of the whole catalogue in the tally
 */
function selectPage(db: Db, { list, kind, page }: PageShape, id: Expression<number>, bounds: Bounds) {
  const { search, order, parts, withTotal } = list;
  const isFromMembers = kind !== null && search === null && hasTable(kind);
  const { where, isFiltered } = kind
    ? { where: isFromMembers ? toMembersCondition(list) : list.where, isFiltered: list.where !== null }
    : toCondition(list);
  const isMember = kind && (isFromMembers ? isMembership(kind, id) : isOfMember(kind, id));
  const sort = toSort(list, isFromMembers);
  const tallied = withTotal ? toTallyKind(kind, list.where) : null;
  const rows = selectRows(db, list).$if(isFromMembers, (query) =>
    query.innerJoin(membershipTable(kind?.kind ?? 'country'), 'm.publication_id', 'p.id'),
  );
  return (
    selectParts(rows, parts, sort.key)
      .$if(tallied !== null, (query) =>
        query.select(publicationCount(tallied ?? 'all', sql`${id}`).as('total')),
      )
      .where(all([isMember, where, ...between(sort, bounds)]))
      .$call(orderPage(sort, page, isFiltered || (kind !== null && !isFromMembers)))
      // In other orders than by relevance, PostgreSQL either reads all hits, or scans the order until it has enough
      // hits. The faster plan depends on how frequent the words are, so PostgreSQL has to plan for the actual values.
      .$if(search !== null && order.by !== 'relevance', (query) => query.modifyFront(customPlan))
  );
}

interface PageValues extends PositionValues, Record<TierName, string> {
  id: number;
  /** The search; unused if the list has none. */
  query: string;
}

type TierName = `tier${number}`;

function toSearchParameters({ tiers }: SearchTexts, parameter: Parameter<PageValues>): SearchTexts {
  return {
    query: parameter('query'),
    tiers: tiers.map(({ matched }, i) => ({ matched, query: parameter(`tier${i}`) })),
  };
}

function toSearchValues(search: Search | null): Pick<PageValues, 'query' | TierName> {
  const tiers = (search?.tiers ?? []).map(({ query }, i) => [`tier${i}`, query]);
  return { query: search?.query ?? '', ...Object.fromEntries(tiers) };
}

const readPage = compileOnce(
  (shape: PageShape) => keyOf(shape),
  (db, shape, parameter: Parameter<PageValues>) => {
    const search = shape.list.search && toSearchParameters(shape.list.search, parameter);
    const list = { ...shape.list, search };
    const bounds = toBoundParameters(shape.page, sortType(list.order), parameter);
    return selectPage(db, { ...shape, list }, sql<number>`${parameter('id')}::integer`, bounds);
  },
);

/** Reads a page of a list. */
export async function listPublications(
  db: Db,
  list: PublicationList & { membership: (MemberKind & { id: number }) | null },
  page: Page,
): Promise<Fetched<Publication>> {
  const { membership } = list;
  const rows = await readPage(
    db,
    { list, kind: membership, page },
    {
      id: membership?.id ?? EVERYTHING,
      ...toPositionValues(page),
      ...toSearchValues(list.search),
    },
  );
  return toPage(rows, page);
}

const readPages = compileOnce(
  (shape: PageShape & { kind: MemberKind }) => keyOf(shape),
  (db, shape, parameter: Parameter<MemberValues>) => {
    const { list, page } = shape;
    const { table, bounds } = membersTable(page, sortType(list.order), parameter);
    // No field of a publication may be called `memberNumber`: it would replace the member's number in the row.
    return db
      .selectFrom(table)
      .crossJoinLateral(() => selectPage(db, shape, sql.ref<number>('member.id'), bounds).as('page'))
      .select('member.number as memberNumber')
      .selectAll('page');
  },
);

/**
 * Reads pages of the same list of many members of a kind ("of each of these countries") in one statement.
 * @param questions pages that differ only in their cursors
 * @returns for each element of `asked`, the page of each id
 */
export async function listPublicationsOf(
  db: Db,
  kind: MemberKind,
  list: PublicationList,
  questions: readonly PagesQuestion[],
): Promise<Fetched<Publication>[][]> {
  const { page, ids } = questions[0] as PagesQuestion;
  const [id] = ids;
  // PostgreSQL caches the plan for the page of a single member, which needs no `lateral`.
  if (questions.length === 1 && ids.length === 1 && id !== undefined && list.search === null)
    return [[await listPublications(db, { ...list, membership: { ...kind, id } }, page)]];
  const { members, indexOf } = dedupePages(questions);
  const rows = await readPages(db, { list, kind, page }, toMemberValues(members));
  const rowsOfMembers: (typeof rows)[] = members.map(() => []);
  for (const row of rows) rowsOfMembers[row.memberNumber - 1]?.push(row);
  const pages = rowsOfMembers.map((rows) => toPage(rows, page));
  return questions.map(({ ids, page }) => ids.map((id) => pages[indexOf(id, page)] as Fetched<Publication>));
}

function toPage<Row extends { total?: number | null }>(rows: readonly Row[], page: Page): Fetched<Row> {
  return { ...restoreOrder(rows, page), total: rows[0]?.total ?? undefined };
}
