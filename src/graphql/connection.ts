import type { Fetched, Page, Placed } from '../db/keyset.ts';
import { cursorOf } from './cursor.ts';

/** A row with its cursor, which is made when it is asked for. */
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

/** A page of a list, of which nothing is fetched yet. */
export function connection<Row extends Placed>(source: ConnectionSource<Row>): Connection<Row> {
  return new PlacedConnection(source);
}

/** What is found for one of its fields is kept for the others. */
export class PlacedConnection<Row extends Placed> implements Connection<Row> {
  private readonly source: ConnectionSource<Row>;
  private fetched: Promise<Fetched<Row>> | undefined;
  private counted: Promise<number> | undefined;
  private knownDigest: string | undefined;

  constructor(source: ConnectionSource<Row>) {
    this.source = source;
  }

  async nodes(): Promise<Row[]> {
    return (await this.fetch()).rows;
  }

  async edges(): Promise<Edge<Row>[]> {
    const { rows } = await this.fetch();
    return rows.map((node) => ({ node, cursor: () => this.cursorOf(node) }));
  }

  async pageInfo(): Promise<PageInfo> {
    const { page } = this.source;
    const { rows, hasMore } = await this.fetch();
    const [start, end] = [rows.at(0), rows.at(-1)];
    return {
      // What a cursor of the other side points at is itself on that side.
      hasNextPage: page.before !== null || (!page.fromEnd && hasMore),
      hasPreviousPage: page.after !== null || (page.fromEnd && hasMore),
      startCursor: start ? this.cursorOf(start) : null,
      endCursor: end ? this.cursorOf(end) : null,
    };
  }

  totalCount(): Promise<number> {
    return (this.counted ??= this.source.count());
  }

  private fetch(): Promise<Fetched<Row>> {
    return (this.fetched ??= this.source.fetch());
  }

  private cursorOf(row: Row): string {
    return cursorOf(row, (this.knownDigest ??= this.source.digest()));
  }
}
