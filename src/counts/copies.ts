import type { CompiledQuery, QueryResult } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Db, type OnStatement, createProviderDb } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import { type ColumnLimits, Columns, loadDuckDb } from './columns.ts';
import { type Copied, copyCatalogue } from './copy.ts';
import type { FoundIds } from './found-ids.ts';
import { findStems } from './stems.ts';

/** Up to this many publications, PostgreSQL counts as fast as it sends their ids and the copy counts. */
const MOST_IN_POSTGRES = 5000;

/** Size limit of the sets of publications that a copy keeps of recent searches, in bytes. */
const MOST_FOUND = 8_000_000;

/** Size limits of cached results and of the parameters of cached statements, in characters of JSON. */
const MOST_CACHED = 4_000_000;
const LONGEST_CACHED = 2000;

/** Milliseconds before the next attempt after a copy failed. */
const RETRY_AFTER = 60_000;

/** The options of the columnar copy. */
export interface CountsOptions extends ColumnLimits {
  /** Milliseconds of a request. A former copy is kept so long, because requests may still use it. */
  requestTimeout: number;
  /** Called when the copy failed. PostgreSQL counts until the next attempt succeeds. */
  onError: (error: unknown) => void;
  /** Called for each statement of a request that runs in the copy. */
  onStatement?: OnStatement;
  /** See `Copy`. */
  mostInPostgres?: number;
}

/** A columnar copy of the tables that lists are counted by, as of one version of the catalogue. */
export interface Copy extends Copied {
  /** If a search finds at most this many publications, PostgreSQL counts them. */
  mostInPostgres: number;
  /** Recently found sets of publications, by the conditions that they match. */
  found: LRUCache<string, FoundIds>;
  /** The publications of frequent stems. Empty until they have been found. */
  stems: ReadonlyMap<string, FoundIds>;
  /** A database that runs a session's statements in the copy. */
  over(session: Session): Db;
}

/**
 * This process's columnar copy. It is made in the background, and again when a list has another version than the copy.
 * Until then PostgreSQL counts, so that a count always has the version of its list.
 */
export class Counts {
  private readonly db: Db;
  private readonly options: CountsOptions;
  private copy: (Copy & { columns: Columns }) | null = null;
  private refreshing: Promise<void> | null = null;
  /** Memory of the copy before, until no request can use it. */
  private former: Columns | null = null;
  private retryAt = 0;
  private readonly closing = new AbortController();

  /** @param db the database with the catalogue */
  constructor(db: Db, options: CountsOptions) {
    this.db = db;
    this.options = options;
  }

  /** The copy, whatever its version. Null if there is none yet. */
  get current(): Copy | null {
    return this.copy;
  }

  /**
   * Makes a new copy, and then finds the publications of frequent stems, unless it is already doing so. Never rejects:
   * errors go to `onError`.
   */
  refresh(): Promise<void> {
    if (this.closing.signal.aborted || performance.now() < this.retryAt) return Promise.resolve();
    return (this.refreshing ??= this.replace()
      .then(async (copy) => {
        if (copy) copy.stems = await findStems(this.db, copy, this.closing.signal);
      })
      .catch((error: unknown) => {
        this.retryAt = performance.now() + RETRY_AFTER;
        if (!this.closing.signal.aborted) this.options.onError(error);
      })
      .finally(() => (this.refreshing = null)));
  }

  /** Frees the copy after its running statements have ended. A copy that is being made is given up. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.refreshing;
    this.former?.retire();
    this.copy?.columns.retire();
    this.copy = null;
  }

  private async replace(): Promise<Copy | null> {
    const duckDb = await loadDuckDb();
    if (!duckDb) {
      this.retryAt = Infinity;
      return null;
    }
    const columns = await Columns.open(duckDb, this.options);
    try {
      const copied = await copyCatalogue(this.db, columns, this.closing.signal);
      if (this.copy) this.retireLater(this.copy.columns);
      const { mostInPostgres = MOST_IN_POSTGRES, onStatement } = this.options;
      const run = runIn(columns, onStatement);
      const copy: Copy & { columns: Columns } = {
        ...copied,
        mostInPostgres,
        stems: new Map(),
        found: new LRUCache({ maxSize: MOST_FOUND, sizeCalculation: ({ data }) => data.length }),
        columns,
        over: (session) => databaseIn(run, session),
      };
      this.copy = copy;
      return copy;
    } catch (error) {
      columns.retire();
      throw error;
    }
  }

  /** Frees a copy when the requests that have chosen it have ended. At most one is kept. */
  private retireLater(columns: Columns): void {
    this.former?.retire();
    this.former = columns;
    setTimeout(() => columns.retire(), this.options.requestTimeout).unref();
  }
}

/**
 * Creates a database that runs a session's statements in a copy. A copy never changes, so the results of recent
 * statements are cached.
 */
function runIn(
  columns: Columns,
  onStatement: OnStatement | undefined,
): (session: Session, query: CompiledQuery) => Promise<QueryResult<never>> {
  const results = new LRUCache<string, QueryResult<never>>({
    maxSize: MOST_CACHED,
    sizeCalculation: (result, key) => key.length + JSON.stringify(result.rows).length,
  });
  return async (session, query) => {
    const parameters = JSON.stringify(query.parameters);
    // Statements with many parameters, such as the ids that a search found, are not cached.
    const key = parameters.length <= LONGEST_CACHED ? `${query.sql} ${parameters}` : null;
    const known = key === null ? undefined : results.get(key);
    if (known) return known;
    const result = await session.runCount(async (signal) => {
      const start = performance.now();
      try {
        return await columns.run<never>(query, signal);
      } finally {
        const milliseconds = performance.now() - start;
        session.columnStatements.count++;
        session.columnStatements.milliseconds += milliseconds;
        onStatement?.(query.sql, milliseconds);
      }
    });
    if (key !== null) results.set(key, result);
    return result;
  };
}

function databaseIn(run: ReturnType<typeof runIn>, session: Session): Db {
  return createProviderDb({
    provideConnection: (consume) =>
      consume({
        executeQuery: (query) => run(session, query),
        streamQuery() {
          throw new Error('The column store reads no rows one by one.');
        },
      }),
  });
}
