import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import type { Condition } from './conditions.ts';

/** PostgreSQL's type of a sort key. */
export type SortType = 'integer' | 'text' | 'timestamptz';

/** The order of a list: an expression without nulls, then the unique id, both in one direction. */
export interface Sort {
  key: Expression<string | number>;
  id: Expression<number>;
  type: SortType;
  descending: boolean;
}

/** A row's place in a list: the value of its sort key and its id. */
export interface Place {
  key: string | number;
  id: number;
}

/** A part of a list: `size` rows from its start or its end, between two places (both left out). */
export interface Page {
  size: number;
  fromEnd: boolean;
  after: Place | null;
  before: Place | null;
  /** Whether it has to be told that the list goes on: that takes another row. */
  tellsMore: boolean;
}

/** A row with its place. */
export interface Placed {
  id: number;
  sortKey: string | number;
}

/** Where a page starts and ends, as rows of a sort key and an id. */
export type Bounds = Partial<Record<'after' | 'before', Expression<unknown>>>;

/** The places of a page as SQL values. */
export function boundsOf({ after, before }: Page, { type }: Sort): Bounds {
  const bound = ({ key, id }: Place) => boundAt(sql`${key}`, sql`${id}`, type);
  return { ...(after && { after: bound(after) }), ...(before && { before: bound(before) }) };
}

/** A bound made of two parameters. */
export function boundAt(key: Expression<unknown>, id: Expression<unknown>, type: SortType) {
  return sql`(${key}::${sql.raw(type)}, ${id}::integer)`;
}

/** True of the rows between the bounds. */
export function between({ key, id, descending }: Sort, { after, before }: Bounds): Condition[] {
  const beyond = (bound: Expression<unknown>, descending: boolean): Condition =>
    sql<boolean>`(${key}, ${id}) ${sql.raw(descending ? '<' : '>')} ${bound}`;
  return [...(after ? [beyond(after, descending)] : []), ...(before ? [beyond(before, !descending)] : [])];
}

/** The direction that the rows of a page are read in. */
export function directionOf({ descending }: Pick<Sort, 'descending'>, { fromEnd }: Pick<Page, 'fromEnd'>) {
  return descending !== fromEnd ? 'desc' : 'asc';
}

/**
 * Adds ORDER BY and LIMIT of a page to a query, to be used with `$call`. If the page has to tell whether the list goes on, one
 * more row is read. A page from the end comes in reverse; `inOrder` puts it right.
 *
 * @param isFiltered whether rows are left out that the index with this order can't tell apart. The best plan then depends on how
 *   many, so PostgreSQL has to plan for the values; it does if the limit is a parameter
 */
export function orderPage(sort: Sort, page: Page, isFiltered: boolean) {
  const direction = directionOf(sort, page);
  const rows = rowsToRead(page);
  return <Tables, Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    query
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction)
      .limit(literalLimit(rows, isFiltered) ?? sql<number>`${rows}::integer`);
}

/** How many rows a page reads. */
function rowsToRead({ size, tellsMore }: Page): number {
  return tellsMore ? size + 1 : size;
}

const LIMITS = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 25, 26, 50, 51, 100, 101];

/**
 * A limit as a literal, or null if it has to be a parameter. If the planner doesn't see how few rows are wanted, it plans for a
 * tenth of the table. As prepared statements are kept by their text, there may be only a few literals: the next larger one is
 * taken, and `inOrder` leaves out the surplus.
 */
function literalLimit(rows: number, isFiltered: boolean) {
  const known = isFiltered ? undefined : LIMITS.find((limit) => limit >= rows);
  return known === undefined ? null : sql.lit(known);
}

/** A page as it was fetched: its rows in order, and whether the list goes on, if the page has to tell. */
export interface Fetched<Row> {
  rows: Row[];
  hasMore: boolean;
  /** The length of the list, if its rows told it. */
  total?: number | undefined;
}

/** Puts rows that were read by `orderPage` in the order of the list, without what was read beyond the page. */
export function inOrder<Row>(fetched: readonly Row[], page: Page): Fetched<Row> {
  const rows = fetched.slice(0, page.size);
  return { rows: page.fromEnd ? rows.reverse() : rows, hasMore: fetched.length > page.size };
}
