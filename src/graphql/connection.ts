import type { Fetched, Page, PositionedRow } from '../db/keyset.ts';
import { writeRowCursor } from './cursor.ts';

/** A row with its cursor, which is made on demand. */
export interface Edge<Row> {
  cursor: () => string;
  node: Row;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** A page of a list. Its fields are fetched when they are selected, and the rows only once. */
export interface Connection<Row> {
  edges(): Promise<Edge<Row>[]>;
  nodes(): Promise<Row[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
}

/** A page of any list. The default resolvers of GraphQL call its functions. */
export type AnyConnection = Connection<object>;

/** Functions and arguments from which a page is made. */
export interface ConnectionSource<Row> {
  page: Page;
  /** Whether `fetch` may return the count with the rows, because `totalCount` is selected too. */
  hasTotalInRows?: boolean;
  /** Digest of the list; called only if a cursor is selected. */
  digest(): string;
  fetch(): Promise<Fetched<Row>>;
  count(): Promise<number>;
}

/** A row that has a sort key if cursors are selected. */
type Placeable = Pick<PositionedRow, 'id'> & Partial<PositionedRow>;

/** Makes a page of a list. Rows and count are fetched when a field needs them, each at most once. */
export function createConnection<Row extends Placeable>(source: ConnectionSource<Row>): Connection<Row> {
  const { page } = source;
  const fetch = memoize(() => source.fetch());
  const digest = memoize(() => source.digest());
  const toCursor = (row: Row) => writeRowCursor(requireSortKey(row), digest());
  return {
    nodes: () => fetch().then(({ rows }) => rows),
    edges: () => fetch().then(({ rows }) => rows.map((node) => ({ node, cursor: () => toCursor(node) }))),
    pageInfo: () =>
      fetch().then(({ rows, hasMore }) => {
        const [start, end] = [rows.at(0), rows.at(-1)];
        return {
          // A given cursor proves that its own row is beyond the page on that side.
          hasNextPage: page.before !== null || (!page.fromEnd && hasMore),
          hasPreviousPage: page.after !== null || (page.fromEnd && hasMore),
          startCursor: start ? toCursor(start) : null,
          endCursor: end ? toCursor(end) : null,
        };
      }),
    totalCount: memoize(() =>
      source.hasTotalInRows ? fetch().then(({ total }) => total ?? source.count()) : source.count(),
    ),
  };
}

function memoize<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function requireSortKey({ id, sortKey }: Placeable): PositionedRow {
  if (sortKey === undefined) throw new Error('A cursor is selected, but the place of its row was not read.');
  return { id, sortKey };
}
