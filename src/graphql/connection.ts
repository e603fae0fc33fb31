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
  readonly page: Page;
  /** Whether `totalCount` is asked for beside rows, which may tell it then. */
  readonly asksTotal?: boolean;
  /** Of the list: told only where a cursor is asked for. */
  digest(): string;
  fetch(): Promise<Fetched<Row>>;
  count(): Promise<number>;
}

/** A page of a list, of which nothing is fetched yet. */
export function connection<Row extends Placed>(source: ConnectionSource<Row>): Connection<Row> {
  return new PlacedConnection(source);
}

/** What is found for one of its fields is kept for the others. */
export class PlacedConnection<
  Row extends Placed,
  Source extends ConnectionSource<Row> = ConnectionSource<Row>,
> implements Connection<Row> {
  protected readonly source: Source;
  private fetched: Promise<Fetched<Row>> | undefined = undefined;
  private counted: Promise<number> | undefined = undefined;
  private knownDigest: string | undefined = undefined;

  constructor(source: Source) {
    this.source = source;
  }

  nodes(): Promise<Row[]> {
    return this.fetch().then(({ rows }) => rows);
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
    const { source } = this;
    return (this.counted ??= source.asksTotal
      ? this.fetch().then(({ total }) => total ?? source.count())
      : source.count());
  }

  private fetch(): Promise<Fetched<Row>> {
    return (this.fetched ??= this.source.fetch());
  }

  private cursorOf(row: Row): string {
    return cursorOf(row, (this.knownDigest ??= this.source.digest()));
  }
}
