import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import type { Parameter } from './compile.ts';
import type { Condition } from './conditions.ts';

/** The PostgreSQL type of a sort key. */
export type SortType = 'integer' | 'text' | 'timestamptz';

/** The order of a list: by a sort key that is never null, then by the unique id, both in the same direction. */
export interface Sort {
  key: Expression<string | number>;
  id: Expression<number>;
  type: SortType;
  descending: boolean;
}

/** A row's position in a list (keyset): the value of its sort key and its id. */
export interface Position {
  key: string | number;
  id: number;
}

/** A page of a list: the first or last `size` rows between two exclusive positions. */
export interface Page {
  size: number;
  fromEnd: boolean;
  after: Position | null;
  before: Position | null;
  /** Whether the caller needs to know if more rows follow. That reads one more row. */
  needsHasMore: boolean;
}

/** A row with its position. */
export interface PositionedRow {
  id: number;
  sortKey: string | number;
}

/** The exclusive bounds of a page, as SQL rows `(sort key, id)`. */
export type Bounds = Partial<Record<'after' | 'before', Expression<unknown>>>;

/** Makes the bounds of a page from its positions. */
export function toBounds({ after, before }: Page, { type }: Sort): Bounds {
  const bound = ({ key, id }: Position) => toBound(sql`${key}`, sql`${id}`, type);
  return { ...(after && { after: bound(after) }), ...(before && { before: bound(before) }) };
}

/** Makes a bound from the expressions of a sort key and an id. */
export function toBound(key: Expression<unknown>, id: Expression<unknown>, type: SortType) {
  return sql`(${key}::${sql.raw(type)}, ${id}::integer)`;
}

/** The positions of a page's cursors, as values of a compiled query. */
export interface PositionValues {
  afterKey: Position['key'] | undefined;
  afterId: number | undefined;
  beforeKey: Position['key'] | undefined;
  beforeId: number | undefined;
}

/** Returns the values for `toBoundParameters`. */
export function toPositionValues({ after, before }: Page): PositionValues {
  return { afterKey: after?.key, afterId: after?.id, beforeKey: before?.key, beforeId: before?.id };
}

/** Makes the bounds of a page from parameters of a compiled query. */
export function toBoundParameters(
  { after, before }: Page,
  type: SortType,
  parameter: Parameter<PositionValues>,
): Bounds {
  return {
    ...(after && { after: toBound(parameter('afterKey'), parameter('afterId'), type) }),
    ...(before && { before: toBound(parameter('beforeKey'), parameter('beforeId'), type) }),
  };
}

/** Returns the conditions of the rows between the bounds. */
export function between({ key, id, descending }: Sort, { after, before }: Bounds): Condition[] {
  const beyond = (bound: Expression<unknown>, descending: boolean): Condition =>
    sql<boolean>`(${key}, ${id}) ${sql.raw(descending ? '<' : '>')} ${bound}`;
  return [...(after ? [beyond(after, descending)] : []), ...(before ? [beyond(before, !descending)] : [])];
}

/** Returns the direction in which a page is read. A page from the end is read backwards. */
export function toDirection({ descending }: Pick<Sort, 'descending'>, { fromEnd }: Pick<Page, 'fromEnd'>) {
  return descending !== fromEnd ? 'desc' : 'asc';
}

/**
 * Returns a function for `$call` that adds a page's ORDER BY and LIMIT to a query. It reads one more row if the caller
 * needs to know whether more follow. The rows of a page from the end arrive in reverse; `restoreOrder` restores their
 * order.
 *
 * @param isFiltered whether the query has conditions that the index of this order can't check. The best plan then
 *   depends on how many rows match, so PostgreSQL has to plan for the actual values, which it does if the limit is a
 *   parameter
 */
export function orderPage(sort: Sort, page: Page, isFiltered: boolean) {
  const direction = toDirection(sort, page);
  const rows = countRowsToRead(page);
  return <Tables, Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    query
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction)
      .limit(toLiteralLimit(rows, isFiltered) ?? sql<number>`${rows}::integer`);
}

/** Returns how many rows are read for a page. */
function countRowsToRead({ size, needsHasMore }: Page): number {
  return needsHasMore ? size + 1 : size;
}

const LIMITS = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 25, 26, 50, 51, 100, 101];

/**
 * Makes a literal limit, or returns null if the limit has to be a parameter. If the planner can't see the limit, it
 * plans for a tenth of the table. Prepared statements are cached by their text, so only a few literals are used: the
 * limit is rounded up to the next one, and `restoreOrder` drops the extra rows.
 */
function toLiteralLimit(rows: number, isFiltered: boolean) {
  const known = isFiltered ? undefined : LIMITS.find((limit) => limit >= rows);
  return known === undefined ? null : sql.lit(known);
}

/** A fetched page: its rows in the order of the list. `hasMore` is meaningful only if `needsHasMore` was set. */
export interface Fetched<Row> {
  rows: Row[];
  hasMore: boolean;
  /** The length of the list, if the statement returned it with the rows. */
  total?: number | undefined;
}

/** Restores the list order of rows that `orderPage` read, and drops rows beyond the page. */
export function restoreOrder<Row>(fetched: readonly Row[], page: Page): Fetched<Row> {
  const rows = fetched.slice(0, page.size);
  return { rows: page.fromEnd ? rows.reverse() : rows, hasMore: fetched.length > page.size };
}
