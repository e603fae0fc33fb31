import type { Fetched, Page, Placed } from '../db/keyset.ts';
import { cursorOf } from './cursor.ts';

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

/** The parts of a page. */
export interface ConnectionSource<Row> {
  readonly page: Page;
  /** Whether `totalCount` is selected too: `fetch` may return it with the rows. */
  readonly asksTotal?: boolean;
  /** Digest of the list; called only if a cursor is selected. */
  digest(): string;
  fetch(): Promise<Fetched<Row>>;
  count(): Promise<number>;
}

/** Makes a page of a list. Nothing is fetched before a field is selected. */
export function connection<Row extends Placed>(source: ConnectionSource<Row>): Connection<Row> {
  return new PlacedConnection(source);
}

/** Fetches rows and count at most once, for all fields. */
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
      // The row of the given cursor is itself on the other side of the page.
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
