import { type RawBuilder, sql } from 'kysely';
import type { Condition } from './conditions.ts';

/** PostgreSQL's type of a sort key. */
export type SortType = 'integer' | 'text' | 'timestamptz';

/** What one ordered list is sorted by: an expression without nulls, then the unique id, both in one direction. */
export interface Sort {
  key: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
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

/** Where a page starts and ends, as rows of SQL of a sort key and an id; what is not given is undefined. */
export type Bounds = Partial<Record<'after' | 'before', RawBuilder<unknown>>>;

/** The page's places. */
export function boundsOf({ after, before }: Page, { type }: Sort): Bounds {
  const row = ({ key, id }: Place) => sql`(${key}::${sql.raw(type)}, ${id}::integer)`;
  return { ...(after && { after: row(after) }), ...(before && { before: row(before) }) };
}

/** True of the rows between the bounds. */
export function between({ key, id, descending }: Sort, { after, before }: Bounds): Condition[] {
  const beyond = (bound: RawBuilder<unknown>, descending: boolean): Condition =>
    sql<boolean>`(${key}, ${id}) ${sql.raw(descending ? '<' : '>')} ${bound}`;
  return [...(after ? [beyond(after, descending)] : []), ...(before ? [beyond(before, !descending)] : [])];
}

/**
 * ORDER BY and LIMIT of a page: where it has to be told whether the list goes on, one row more than it has. A page from the
 * end comes in reverse; `inOrder` puts it right.
 *
 * @param isFiltered whether rows are left out that are not told apart by the index that has the order. Which plan is good then
 *   depends on how many, so that PostgreSQL has to plan for the values: as it does where the limit is a parameter
 */
export function ordered(sort: Sort, page: Page, isFiltered: boolean): RawBuilder<unknown> {
  const direction = sql.raw(sort.descending !== page.fromEnd ? 'desc' : 'asc');
  const rows = page.tellsMore ? page.size + 1 : page.size;
  return sql`order by ${sort.key} ${direction}, ${sort.id} ${direction} limit ${isFiltered ? sql`${rows}::integer` : limit(rows)}`;
}

const LIMITS = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 25, 26, 50, 51, 100, 101];

/**
 * The planner has to see how few rows are wanted, or it plans for a tenth of the table; and as statements are kept by their
 * text, there may not be many such numbers: the next larger one is taken, and `inOrder` leaves out what is too much.
 */
function limit(rows: number): RawBuilder<unknown> {
  const known = LIMITS.find((limit) => limit >= rows);
  return known === undefined ? sql`${rows}::integer` : sql.raw(String(known));
}

/** A page as it was fetched: its rows in order, and if that had to be told, whether there are more beyond them. */
export interface Fetched<Row> {
  rows: Row[];
  hasMore: boolean;
  /** How many the list has, where its rows told it. */
  total?: number | undefined;
}

/** The rows as they were fetched by `ordered`, put in the list's order, without what was fetched beyond the page. */
export function inOrder<Row>(fetched: readonly Row[], page: Page): Fetched<Row> {
  const rows = fetched.slice(0, page.size);
  return { rows: page.fromEnd ? rows.reverse() : rows, hasMore: fetched.length > page.size };
}
