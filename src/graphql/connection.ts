import type { Fetched, Page, Placed } from '../db/keyset.ts';
import { cursorOf } from './cursor.ts';

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

/**
 * A page of a list, as GraphQL selects from it: each field is fetched when it is asked for, the rows once.
 */
export interface Connection<Row> {
  edges(): Promise<Edge<Row>[]>;
  nodes(): Promise<Row[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
}

/** A page of any list: GraphQL's own resolvers call its functions. */
export type AnyConnection = Connection<object>;

/** What a page is made of. */
export interface ConnectionSource<Row> {
  page: Page;
  /** Of the list: told only where a cursor is asked for. */
  digest: () => string;
  fetch: () => Promise<Fetched<Row>>;
  count: () => Promise<number>;
}

export function connection<Row extends Placed>(source: ConnectionSource<Row>): Connection<Row> {
  const { page, count } = source;
  let fetched: Promise<Fetched<Row>> | undefined;
  let counted: Promise<number> | undefined;
  let known: string | undefined;
  const digest = () => (known ??= source.digest());
  const fetch = () => (fetched ??= source.fetch());
  return {
    nodes: async () => (await fetch()).rows,
    edges: async () => (await fetch()).rows.map((node) => ({ node, cursor: () => cursorOf(node, digest()) })),
    pageInfo: async () => {
      const { rows, hasMore } = await fetch();
      const [start, end] = [rows.at(0), rows.at(-1)];
      return {
        // What a cursor of the other side points at is itself on that side.
        hasNextPage: page.before !== null || (!page.fromEnd && hasMore),
        hasPreviousPage: page.after !== null || (page.fromEnd && hasMore),
        startCursor: start ? cursorOf(start, digest()) : null,
        endCursor: end ? cursorOf(end, digest()) : null,
      };
    },
    totalCount: () => (counted ??= count()),
  };
}
