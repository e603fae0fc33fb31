import type { CompiledQuery, QueryResult } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Db, type OnStatement, databaseOver } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import { type ColumnLimits, Columns, loadDuckDb } from './columns.ts';
import { copyCatalogue } from './copy.ts';

/** PostgreSQL counts so many publications that it finds as fast as it hands over their ids and the copy counts them. */
const MOST_IN_POSTGRES = 5000;

/** Characters, as JSON, of the results that are kept, and of the parameters of statements whose results are. */
const MOST_KEPT = 8_000_000;
const LONGEST_KEPT = 2000;

/** Milliseconds to the next attempt after the copy could not be made. */
const RETRY_AFTER = 60_000;

export interface CountsOptions extends ColumnLimits {
  /** Told why the copy could not be made: lists are then counted in PostgreSQL. */
  onError: (error: unknown) => void;
  /** Told of each statement of a request in the copy. */
  onStatement?: OnStatement;
  /** See `Copy`. */
  mostInPostgres?: number;
}

/** What lists are counted by, in columns, as of one version of the catalogue. */
export interface Copy {
  version: string;
  /** If a search finds this many publications at most, PostgreSQL counts them. */
  mostInPostgres: number;
  /** Runs the statements of a session in the copy. */
  over(session: Session): Db;
}

/**
 * The process's copy of what lists are counted by. It is made in the background, and again when a list turns out to be of
 * another version. Until then PostgreSQL counts, so a count is always of the version of its list.
 */
export class Counts {
  private readonly db: Db;
  private readonly options: CountsOptions;
  private copy: (Copy & { columns: Columns }) | null = null;
  private refreshing: Promise<void> | null = null;
  private retryAt = 0;
  private isClosed = false;

  /** @param db where the catalogue is read */
  constructor(db: Db, options: CountsOptions) {
    this.db = db;
    this.options = options;
  }

  /** The copy, whichever version it has; null if there is none yet. */
  get current(): Copy | null {
    return this.copy;
  }

  /** Makes a new copy, unless one is being made. It never fails: see `onError`. */
  refresh(): Promise<void> {
    if (this.isClosed || performance.now() < this.retryAt) return Promise.resolve();
    return (this.refreshing ??= this.replace()
      .catch((error: unknown) => {
        this.retryAt = performance.now() + RETRY_AFTER;
        if (!this.isClosed) this.options.onError(error);
      })
      .finally(() => (this.refreshing = null)));
  }

  /** Frees the copy, when what counts in it is done. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.refreshing;
    this.copy?.columns.retire();
    this.copy = null;
  }

  private async replace(): Promise<void> {
    const duckDb = await loadDuckDb();
    if (!duckDb) {
      this.retryAt = Infinity;
      return;
    }
    const columns = await Columns.open(duckDb, this.options);
    try {
      const version = await copyCatalogue(this.db, columns);
      const former = this.copy;
      const { mostInPostgres = MOST_IN_POSTGRES, onStatement } = this.options;
      const run = runIn(columns, onStatement);
      this.copy = {
        version,
        mostInPostgres,
        columns,
        over: (session) => databaseIn(run, session),
      };
      former?.columns.retire();
    } catch (error) {
      columns.retire();
      throw error;
    }
  }
}

/**
 * Runs statements of a session in a copy. A copy never changes, so neither do the rows of a statement: those of the last
 * statements are kept.
 */
function runIn(
  columns: Columns,
  onStatement: OnStatement | undefined,
): (session: Session, query: CompiledQuery) => Promise<QueryResult<never>> {
  const kept = new LRUCache<string, QueryResult<never>>({
    maxSize: MOST_KEPT,
    sizeCalculation: (result, key) => key.length + JSON.stringify(result.rows).length,
  });
  return async (session, query) => {
    const parameters = JSON.stringify(query.parameters);
    // The ids that a search found are not looked up again.
    const key = parameters.length <= LONGEST_KEPT ? `${query.sql} ${parameters}` : null;
    const known = key === null ? undefined : kept.get(key);
    if (known) return known;
    const result = await session.runHeavy(async (signal) => {
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
    if (key !== null) kept.set(key, result);
    return result;
  };
}

function databaseIn(run: ReturnType<typeof runIn>, session: Session): Db {
  return databaseOver({
    provideConnection: (consume) =>
      consume({
        executeQuery: (query) => run(session, query),
        streamQuery() {
          throw new Error('The column store reads no rows one by one.');
        },
      }),
  });
}
