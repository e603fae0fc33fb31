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
  return new SourceConnection(source);
}

/**
 * A class, because an answer can have thousands of connections: methods on the prototype take no memory per connection,
 * functions in an object do.
 */
class SourceConnection<Row extends Placeable> implements Connection<Row> {
  private readonly source: ConnectionSource<Row>;
  private fetched: Promise<Fetched<Row>> | null = null;
  private counted: Promise<number> | null = null;
  private digest: string | null = null;

  constructor(source: ConnectionSource<Row>) {
    this.source = source;
  }

  nodes(): Promise<Row[]> {
    return this.fetch().then(getRows);
  }

  async edges(): Promise<Edge<Row>[]> {
    const { rows } = await this.fetch();
    return rows.map((node) => ({ node, cursor: () => this.toCursor(node) }));
  }

  async pageInfo(): Promise<PageInfo> {
    const { page } = this.source;
    const { rows, hasMore } = await this.fetch();
    const [start, end] = [rows.at(0), rows.at(-1)];
    return {
      // A given cursor proves that its own row is beyond the page on that side.
      hasNextPage: page.before !== null || (!page.fromEnd && hasMore),
      hasPreviousPage: page.after !== null || (page.fromEnd && hasMore),
      startCursor: start ? this.toCursor(start) : null,
      endCursor: end ? this.toCursor(end) : null,
    };
  }

  totalCount(): Promise<number> {
    return (this.counted ??= this.count());
  }

  private fetch(): Promise<Fetched<Row>> {
    return (this.fetched ??= this.source.fetch());
  }

  private async count(): Promise<number> {
    if (!this.source.hasTotalInRows) return this.source.count();
    const { total } = await this.fetch();
    return total ?? this.source.count();
  }

  private toCursor(row: Row): string {
    return writeRowCursor(requireSortKey(row), (this.digest ??= this.source.digest()));
  }
}

function getRows<Row>({ rows }: Fetched<Row>): Row[] {
  return rows;
}

function requireSortKey({ id, sortKey }: Placeable): PositionedRow {
  if (sortKey === undefined) throw new Error('A cursor is selected, but the place of its row was not read.');
  return { id, sortKey };
}
