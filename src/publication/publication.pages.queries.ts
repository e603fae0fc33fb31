import { type Expression, sql } from 'kysely';
import { type Parameter, compileOnce } from '../db/compile.ts';
import { all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Bounds,
  type Fetched,
  type Page,
  type Position,
  between,
  toBound,
  restoreOrder,
  orderPage,
} from '../db/keyset.ts';
import {
  type MemberValues,
  type PagesQuestion,
  dedupePages,
  toMemberValues,
  membersTable,
} from '../db/pages.ts';
import { customPlan } from '../db/plans.ts';
import { selectParts } from './publication.columns.ts';
import {
  type PublicationList,
  toCondition,
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
  list: PublicationList;
  /** The kind of member; null for the whole catalogue. */
  kind: MemberKind | null;
  page: Page;
}

/** The key of a compiled query. Null for lists with conditions, whose SQL varies too much to be worth caching. */
function keyOf({ list, kind, page }: PageShape): string | null {
  const { where, search, order, parts, withTotal } = list;
  if (where !== null || search !== null) return null;
  const { size, needsHasMore: tellsMore, fromEnd, after, before } = page;
  return [
    kind && memberKey(kind),
    order.by,
    order.descending,
    withTotal,
    ...[size, tellsMore, fromEnd, after !== null, before !== null],
    ...parts,
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
    ? { where: list.where, isFiltered: list.where !== null }
    : toCondition(list);
  const isMember = kind && (isFromMembers ? isMembership(kind, id) : isOfMember(kind, id));
  const sort = toSort(order, isFromMembers);
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

interface PageValues {
  id: number;
  afterKey: Position['key'] | undefined;
  afterId: number | undefined;
  beforeKey: Position['key'] | undefined;
  beforeId: number | undefined;
}

const readPage = compileOnce(
  (shape: PageShape) => keyOf(shape),
  (db, shape, parameter: Parameter<PageValues>) => {
    const { page, list } = shape;
    const type = sortType(list.order);
    return selectPage(db, shape, sql<number>`${parameter('id')}::integer`, {
      ...(page.after && { after: toBound(parameter('afterKey'), parameter('afterId'), type) }),
      ...(page.before && { before: toBound(parameter('beforeKey'), parameter('beforeId'), type) }),
    });
  },
);

/** Reads a page of a list. */
export async function listPublications(
  db: Db,
  list: PublicationList & { membership: (MemberKind & { id: number }) | null },
  page: Page,
): Promise<Fetched<Publication>> {
  const { membership } = list;
  const { after, before } = page;
  const rows = await readPage(
    db,
    { list, kind: membership, page },
    {
      id: membership?.id ?? EVERYTHING,
      ...{ afterKey: after?.key, afterId: after?.id, beforeKey: before?.key, beforeId: before?.id },
    },
  );
  return toPage(rows, page);
}

const readPages = compileOnce(
  (shape: PageShape & { kind: MemberKind }) => keyOf(shape),
  (db, shape, parameter: Parameter<MemberValues>) => {
    const { list, page } = shape;
    const { table, bounds } = membersTable(page, sortType(list.order), parameter);
    return db
      .selectFrom(table)
      .crossJoinLateral(() => selectPage(db, shape, sql.ref<number>('member.id'), bounds).as('page'))
      .select('member.place')
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
  for (const row of rows) rowsOfMembers[row.place - 1]?.push(row);
  const pages = rowsOfMembers.map((rows) => toPage(rows, page));
  return questions.map(({ ids, page }) => ids.map((id) => pages[indexOf(id, page)] as Fetched<Publication>));
}

function toPage<Row extends { total?: number | null }>(rows: readonly Row[], page: Page): Fetched<Row> {
  return { ...restoreOrder(rows, page), total: rows[0]?.total ?? undefined };
}
