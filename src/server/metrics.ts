import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Readers } from '../db/readers.ts';
import type { EndedRequest } from './requests.ts';

/**
 * Operations that are told apart by name. Clients choose the names: the first so many are kept, all others are one, or each
 * new name would be a series for ever.
 */
const MOST_OPERATIONS = 100;

/** What Prometheus is told, at /metrics. */
export interface Metrics {
  observe(ended: EndedRequest): void;
}

/** Serves the measures of requests, errors, SQL, connections and the process. */
export function serveMetrics(
  app: FastifyInstance,
  { readers, running }: { readers: Readers; running: () => number },
): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'pubatlas_requests_total',
    help: 'Requests answered, by operation and HTTP status; status "aborted": the client left.',
    labelNames: ['operation', 'status'],
    registers,
  });
  const latency = new Histogram({
    name: 'pubatlas_request_seconds',
    help: 'What a request took, by operation.',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const errors = new Counter({
    name: 'pubatlas_errors_total',
    help: 'Errors in answers, by extensions.code.',
    labelNames: ['code'],
    registers,
  });
  const costs = new Histogram({
    name: 'pubatlas_operation_cost',
    help: 'What operations were priced at.',
    buckets: [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000],
    registers,
  });
  const statements = new Counter({
    name: 'pubatlas_sql_statements_total',
    help: 'SQL statements of requests.',
    registers,
  });
  const statementSeconds = new Counter({
    name: 'pubatlas_sql_seconds_total',
    help: 'What they took together.',
    registers,
  });
  const cache = new Counter({
    name: 'pubatlas_cache_hits_total',
    help: 'Answers that the client had (entity_tag), documents known by their hash (persisted_query).',
    labelNames: ['cache'],
    registers,
  });
  new Gauge({
    name: 'pubatlas_requests_running',
    help: 'Requests that are being answered.',
    registers,
    collect() {
      this.set(running());
    },
  });
  new Gauge({
    name: 'pubatlas_pool_connections',
    help: 'Connections to the database that are busy and idle, and statements waiting for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, idle, waiting } = readers.count();
      this.set({ state: 'busy' }, open - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });

  const names = new Set<string>();
  function label(name: string | null): string {
    if (name === null) return '';
    if (!names.has(name) && names.size < MOST_OPERATIONS) names.add(name);
    return names.has(name) ? name : 'other';
  }

  app.get('/metrics', async (_, reply) => {
    reply.type(registry.contentType).header('cache-control', 'no-store');
    return registry.metrics();
  });

  return {
    observe({ request: { usage, session }, reply, milliseconds, isAborted }) {
      if (usage.operationHash === null && session === null) return; // health and the like, and what was refused before GraphQL
      const operation = label(usage.operationName);
      requests.inc({ operation, status: isAborted ? 'aborted' : String(reply.statusCode) });
      latency.observe({ operation }, milliseconds / 1000);
      for (const code of usage.errorCodes) errors.inc({ code });
      if (usage.cost !== null && Number.isFinite(usage.cost)) costs.observe(usage.cost);
      if (session) {
        statements.inc(session.statements.count);
        statementSeconds.inc(session.statements.milliseconds / 1000);
      }
      if (reply.statusCode === 304) cache.inc({ cache: 'entity_tag' });
      if (usage.isPersisted) cache.inc({ cache: 'persisted_query' });
    },
  };
}
