import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { OnStatement } from '../db/database.ts';
import type { Bulkhead } from '../db/bulkhead.ts';
import type { Readers } from '../db/readers.ts';
import { GRAPHQL_PATH } from './graphql.ts';
import type { RefusedConnection } from './listener.ts';
import type { EndedRequest } from './requests.ts';
import type { UnsentReason } from './unsent.ts';

/**
 * Maximum number of operation names with their own label. Clients choose the names, and a new time series would be kept
 * for each of them.
 */
const MOST_NAMES = 100;
/** Label of operations without a name, and of requests that were refused before their operation was known. */
const NAMELESS = '';
/** Label of operations beyond `MOST_NAMES`. */
const OTHERS = 'other';

/** Upper bounds of the histogram buckets of times, in seconds. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Upper bounds of the histogram buckets of costs, in points. */
const COSTS = [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000];

/** Number of an operation's requests by HTTP status, or that were aborted. */
type Statuses = Map<number | 'aborted', number>;

/** Metrics for Prometheus at /metrics. */
export interface Metrics {
  /** Counts a request to /graphql. */
  observe(ended: EndedRequest): void;
  /** Counts a connection that was closed because of a limit. */
  observeClosed(reason: RefusedConnection | UnsentReason | 'bodies'): void;
  /** Counts an SQL statement of requests. */
  observeStatement: OnStatement;
  /** Counts a statement of requests in the column store. */
  observeColumnStatement: OnStatement;
}

/** Serves metrics of requests, errors, SQL, connections and the process at /metrics. */
export function serveMetrics(
  app: FastifyInstance,
  { readers, bulkhead, running }: { readers: Readers; bulkhead: Bulkhead; running: () => number },
): Metrics {
  const operations = new Map<string, Statuses>([
    [NAMELESS, new Map()],
    [OTHERS, new Map()],
  ]);
  const mostOperations = operations.size + MOST_NAMES;
  const hits = { entity_tag: 0, persisted_query: 0 };

  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  new Counter({
    name: 'pubatlas_requests_total',
    help: 'Requests to /graphql by operation and HTTP status; "aborted" if the client disconnected.',
    labelNames: ['operation', 'status'],
    registers,
    collect() {
      this.reset();
      for (const [operation, statuses] of operations)
        for (const [status, count] of statuses) this.inc({ operation, status }, count);
    },
  });
  const seconds = new Histogram({
    name: 'pubatlas_request_seconds',
    help: 'Duration of requests that reached GraphQL, in seconds, by operation.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  for (const operation of operations.keys()) seconds.zero({ operation });
  const errors = new Counter({
    name: 'pubatlas_errors_total',
    help: 'Errors in answers by extensions.code.',
    labelNames: ['code'],
    registers,
  });
  const costs = new Histogram({
    name: 'pubatlas_operation_cost',
    help: 'Cost of operations in points.',
    buckets: COSTS,
    registers,
  });
  const statements = new Counter({
    name: 'pubatlas_sql_statements_total',
    help: 'SQL statements of requests. A statement that several requests share counts once.',
    registers,
  });
  const statementSeconds = new Counter({
    name: 'pubatlas_sql_seconds_total',
    help: 'Total duration of the SQL statements of requests, in seconds.',
    registers,
  });
  const columnStatements = new Counter({
    name: 'pubatlas_column_statements_total',
    help: 'Statements of requests in the column store, which counts facets and statistics.',
    registers,
  });
  const columnSeconds = new Counter({
    name: 'pubatlas_column_seconds_total',
    help: 'Total duration of the statements in the column store, in seconds.',
    registers,
  });
  new Counter({
    name: 'pubatlas_cache_hits_total',
    help: 'Requests answered with 304 because the client had the answer (entity_tag), and documents found by their hash (persisted_query).',
    labelNames: ['cache'],
    registers,
    collect() {
      this.reset();
      for (const [cache, count] of Object.entries(hits)) this.inc({ cache }, count);
    },
  });
  new Gauge({
    name: 'pubatlas_requests_running',
    help: 'Requests that are being processed.',
    registers,
    collect() {
      this.set(running());
    },
  });
  const closed = new Counter({
    name: 'pubatlas_connections_closed_total',
    help: 'Client connections closed because of a limit, by reason.',
    labelNames: ['reason'],
    registers,
  });
  new Gauge({
    name: 'pubatlas_pool_connections',
    help: 'Busy and idle connections to the database, and statements that wait for a connection.',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, idle, waiting } = readers.count();
      this.set({ state: 'busy' }, open - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Gauge({
    name: 'pubatlas_heavy_statements',
    help: 'Heavy statements that run, and those that wait for a connection of POOL_HEAVY.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(bulkhead.count())) this.set({ state }, count);
    },
  });

  /** Returns the label of an operation name, and registers a new name while there is room. */
  function toLabel(name: string): string {
    if (operations.has(name)) return name;
    if (operations.size === mostOperations) return OTHERS;
    operations.set(name, new Map());
    seconds.zero({ operation: name });
    return name;
  }

  app.get('/metrics', async (_, reply) => {
    reply.type(registry.contentType).header('cache-control', 'no-store');
    return registry.metrics();
  });

  return {
    observeClosed: (reason) => closed.inc({ reason }),
    observeStatement(_, milliseconds) {
      statements.inc();
      statementSeconds.inc(milliseconds / 1000);
    },
    observeColumnStatement(_, milliseconds) {
      columnStatements.inc();
      columnSeconds.inc(milliseconds / 1000);
    },
    observe({ request: { url, usage, session }, reply: { statusCode }, milliseconds, isAborted }) {
      if (!url.startsWith(GRAPHQL_PATH)) return;
      const operation = toLabel(usage.operationName ?? NAMELESS);
      const statuses = operations.get(operation) as Statuses;
      const status = isAborted ? 'aborted' : statusCode;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      for (const code of usage.errorCodes) errors.inc({ code });
      if (session === null) return; // refused before GraphQL; its time would distort the histogram
      seconds.observe({ operation }, milliseconds / 1000);
      if (usage.cost !== null && Number.isFinite(usage.cost)) costs.observe(usage.cost);
      if (statusCode === 304) hits.entity_tag++;
      if (usage.isPersisted) hits.persisted_query++;
    },
  };
}
