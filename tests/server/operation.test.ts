import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let lines: Record<string, unknown>[];
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  lines = [];
  const log = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  server = await testServer(catalogue, { logLevel: 'info' }, log);
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const QUERY = 'query Page($n: Int) { publications(first: $n) { nodes { title authors { name } } } }';
const HASH = createHash('sha256').update(QUERY).digest('hex');

const get = async (path: string) => {
  const response = await fetch(new URL(path, server.url));
  return { status: response.status, body: await response.text() };
};

/** The log line of the request with that id. */
const lineOf = (reqId: string) =>
  until(`the line of ${reqId}`, async () => lines.find((line) => line.reqId === reqId));

describe('the log', () => {
  it('has a line of a request: what it asked for, how it went and what it took', async () => {
    const response = await server.post({ query: QUERY, variables: { n: 3 } }, { 'x-request-id': 'one' });
    expect(response.headers.get('x-request-id')).toBe('one');
    expect(await lineOf('one')).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: process.pid,
      hostname: expect.any(String),
      msg: 'request',
      reqId: 'one',
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      operation: 'Page',
      hash: HASH.slice(0, 12),
      cost: 53 + 3 * 5,
      sql: 1,
      sqlMs: expect.any(Number),
    });
  });

  it('has the statements in the column store, and so have the metrics', async () => {
    const query = '{ publications(filter: { year: { from: 1990 } }) { facets { countries { missing } } } }';
    let asked = 0;
    const line = await until('a count in columns', async () => {
      const id = `columns-${asked++}`;
      await server.post({ query }, { 'x-request-id': id });
      const { columns, ...rest } = await lineOf(id);
      return columns === undefined ? undefined : { columns, ...rest };
    });
    expect(line).toMatchObject({ sql: 1, columns: 1, columnsMs: expect.any(Number) });
    const metrics = (await get('/metrics')).body.split('\n');
    expect(metrics).toContain('pubatlas_column_statements_total 1');
    expect(metrics.some((text) => /^pubatlas_column_seconds_total 0\.\d+/.test(text))).toBe(true);
  });

  it('has the codes of errors, and no values', async () => {
    const secret = 'a-value-of-mine';
    await server.post(
      { query: 'query ($s: String!) { country(code: $s) { nothing } }', variables: { s: secret } },
      { 'x-request-id': 'two' },
    );
    const query = `query ($s: [String!]) { publications(filter: { countries: { anyOf: $s } }) { totalCount } }`;
    await server.get({ query, variables: JSON.stringify({ s: [secret] }) }, { 'x-request-id': 'three' });
    expect(await lineOf('two')).toMatchObject({ status: 200, errors: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(await lineOf('three')).toMatchObject({
      method: 'GET',
      path: '/graphql',
      errors: ['BAD_USER_INPUT'],
    });
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('has the id of an error that was masked with the error, and with the request', async () => {
    await sql`alter table author rename to author_away`.execute(catalogue.db);
    const response = await server.post({ query: QUERY }, { 'x-request-id': 'four' });
    await sql`alter table author_away rename to author`.execute(catalogue.db);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { id: string } }[];
    };
    const { message, extensions } = errors[0] as (typeof errors)[number];
    expect(message).not.toContain('author');
    expect(await lineOf('four')).toMatchObject({
      errors: ['INTERNAL_SERVER_ERROR'],
      errorIds: expect.arrayContaining([extensions.id]),
    });
    expect(lines.find((line) => line.id === extensions.id)).toMatchObject({
      level: 50,
      msg: 'Unexpected error',
      err: { message: expect.stringContaining('author') },
    });
  });

  it('gives an id to a request that has none, or a strange one', async () => {
    const ids: Record<string, string>[] = [{}, { 'x-request-id': 'a b' }, { 'x-request-id': 'x'.repeat(65) }];
    for (const given of ids) {
      const response = await server.post({ query: '{ __typename }' }, given);
      expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('has a line of a request that never was GraphQL', async () => {
    await fetch(server.url, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json', 'x-request-id': 'five' },
    });
    expect(await lineOf('five')).toMatchObject({ status: 400, errors: ['BAD_REQUEST'] });
    await server.post({ variables: {} }, { 'x-request-id': 'six' });
    expect(await lineOf('six')).toMatchObject({ status: 400, errors: ['BAD_REQUEST'] });
  });
});

describe('/health', () => {
  it('is live and ready', async () => {
    expect(await get('/health/live')).toEqual({ status: 200, body: '{"status":"ok"}' });
    expect(await get('/health/ready')).toEqual({ status: 200, body: '{"status":"ok"}' });
  });

  it('is not ready before the database has the form of this version, and says so in the log', async () => {
    const { rows } = await sql<{ name: string }>`
      delete from kysely_migration where name = (select max(name) from kysely_migration)
      returning name, timestamp`.execute(catalogue.db);
    expect(await get('/health/ready')).toEqual({
      status: 503,
      body: '{"status":"unavailable","reason":"the database lacks migrations"}',
    });
    expect(lines.at(-1)).toMatchObject({ level: 50, msg: 'Ready: no, the database lacks migrations' });
    await catalogue.db
      .insertInto('kysely_migration' as never)
      .values(rows as never)
      .execute();
    expect((await get('/health/ready')).status).toBe(200);
    expect(lines.at(-1)).toMatchObject({ level: 30, msg: 'Ready: yes' });
  });
});

describe('/metrics', () => {
  /** The samples that begin so. */
  const samples = async (start: string) =>
    (await get('/metrics')).body.split('\n').filter((line) => line.startsWith(start));

  it('counts requests by operation and status, errors, statements, costs and hits', async () => {
    const own = await testServer(catalogue);
    const metrics = async () => (await (await fetch(new URL('/metrics', own.url))).text()).split('\n');
    try {
      await own.post({ query: QUERY });
      await own.post({ query: QUERY, variables: { n: 101 } });
      const first = await own.get({ query: '{ __typename }' });
      await own.get({ query: '{ __typename }' }, { 'if-none-match': first.headers.get('etag') as string });
      const extensions = { persistedQuery: { version: 1, sha256Hash: HASH } };
      await own.post({ query: QUERY, extensions });
      await own.post({ extensions });
      await until('the last request to be counted', async () =>
        (await metrics()).includes('pubatlas_requests_total{operation="Page",status="200"} 4'),
      );
      const found = await metrics();
      for (const line of [
        'pubatlas_requests_total{operation="",status="200"} 1',
        'pubatlas_requests_total{operation="",status="304"} 1',
        'pubatlas_request_seconds_count{operation="Page"} 4',
        'pubatlas_request_seconds_bucket{le="+Inf",operation="Page"} 4',
        'pubatlas_errors_total{code="BAD_USER_INPUT"} 1',
        'pubatlas_operation_cost_bucket{le="100"} 2',
        'pubatlas_operation_cost_bucket{le="1000"} 5',
        `pubatlas_operation_cost_sum ${2 * 1 + 3 * 442 + 2202}`,
        'pubatlas_operation_cost_count 6',
        'pubatlas_sql_statements_total 3',
        'pubatlas_cache_hits_total{cache="entity_tag"} 1',
        'pubatlas_cache_hits_total{cache="persisted_query"} 1',
        'pubatlas_requests_running 0',
      ])
        expect(found).toContain(line);
      expect(found.some((line) => /^pubatlas_sql_seconds_total 0\.\d+/.test(line))).toBe(true);
      expect(found.some((line) => /^pubatlas_pool_connections\{state="idle"\} [1-9]/.test(line))).toBe(true);
      expect(found.some((line) => line.startsWith('nodejs_eventloop_lag_seconds'))).toBe(true);
    } finally {
      await own.stop();
    }
  });

  it('counts what was refused before GraphQL saw it, without the time that took', async () => {
    const own = await testServer(catalogue, { bodyLimit: 100, rateLimit: 7 });
    const sendBody = async (body: string, method = 'POST', type = 'application/json') =>
      (await fetch(own.url, { method, headers: { 'content-type': type }, body })).status;
    const metrics = async () => (await (await fetch(new URL('/metrics', own.url))).text()).split('\n');
    try {
      expect(await sendBody('{"query": "query Page { __typename }"}')).toBe(200);
      expect(await sendBody('x'.repeat(101))).toBe(413);
      expect(await sendBody('{"query":')).toBe(400);
      expect(await sendBody('{"variables":{}}')).toBe(400);
      expect(await sendBody('{ __typename }', 'POST', 'text/plain')).toBe(415);
      expect(await sendBody('{ __typename }', 'POST', 'application/graphql')).toBe(415);
      expect(await sendBody('{}', 'PUT')).toBe(405);
      expect(await sendBody('{"query": "query Page { __typename }"}')).toBe(429);
      const listCounted = (found: string[]) =>
        found.filter((line) =>
          /^pubatlas_(requests_total|request_seconds_count|errors_total|operation_cost_count)/.test(line),
        );
      const found = await until('the last request to be counted', async () => {
        const found = listCounted(await metrics());
        return found.some((line) => line.includes('"429"')) && found;
      });
      expect(found.sort()).toEqual([
        'pubatlas_errors_total{code="BAD_REQUEST"} 5',
        'pubatlas_errors_total{code="LIMIT_EXCEEDED"} 2',
        'pubatlas_operation_cost_count 1',
        'pubatlas_request_seconds_count{operation=""} 1',
        'pubatlas_request_seconds_count{operation="Page"} 1',
        'pubatlas_request_seconds_count{operation="other"} 0',
        'pubatlas_requests_total{operation="",status="400"} 2',
        'pubatlas_requests_total{operation="",status="405"} 1',
        'pubatlas_requests_total{operation="",status="413"} 1',
        'pubatlas_requests_total{operation="",status="415"} 2',
        'pubatlas_requests_total{operation="",status="429"} 1',
        'pubatlas_requests_total{operation="Page",status="200"} 1',
      ]);
    } finally {
      await own.stop();
    }
  });

  it('tells a hundred operations apart by name, and no more', async () => {
    for (let i = 0; i < 120; i++) await server.post({ query: `query Name${i} { __typename }` });
    await until(
      'the last to be counted',
      async () => (await samples('pubatlas_requests_total{operation="other"')).length > 0,
    );
    const names = new Set(
      (await samples('pubatlas_requests_total')).map((line) => /operation="(\w*)"/.exec(line)?.[1]),
    );
    expect(names.size).toBeLessThanOrEqual(102);
    expect(names).toContain('other');
  });
});

describe('answers', () => {
  it('tell browsers to take them for nothing else', async () => {
    const { headers } = await server.post({ query: '{ __typename }' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it('say what an operation costs when asked to, and are kept by nobody then', async () => {
    const response = await server.get(
      { query: '{ country(code: "NG") { name } }' },
      { 'x-graphql-cost': '1' },
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      data: { country: { name: 'Nigeria' } },
      extensions: { cost: { estimated: 2, limit: 50_000 } },
    });
    const without = await server.get({ query: '{ country(code: "NG") { name } }' });
    expect(await without.json()).toEqual({ data: { country: { name: 'Nigeria' } } });
  });
});
