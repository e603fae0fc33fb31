import pg from 'pg';
import { openReaders } from '../../src/db/readers.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type Proxy, proxyTo } from '../support/proxy.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const QUERY = '{ publications(first: 1) { totalCount nodes { title authors { name } } } }';

interface GraphqlAnswer {
  data?: { publications?: { totalCount: number } } | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

let catalogue: TestCatalogue;
let other: pg.Client;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  other = await connectClient();
});
afterAll(async () => {
  await other.end();
  await catalogue.close();
});

async function connectClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: catalogue.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

let started: { server: TestServer; proxy: Proxy } | null = null;
async function serve(config: Parameters<typeof testServer>[1] = {}): Promise<TestServer> {
  const proxy = await proxyTo(catalogue.url);
  const server = await testServer({ ...catalogue, url: proxy.url }, config);
  started = { server, proxy };
  return server;
}
afterEach(async () => {
  await started?.server.stop();
  await started?.proxy.cut();
  started = null;
});

async function ask(server: TestServer, query = QUERY, signal?: AbortSignal) {
  const response = await server.post({ query }, {}, signal);
  const answer = (await response.json()) as GraphqlAnswer;
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...answer };
}

async function expectNormal(server: TestServer) {
  expect(await ask(server)).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
}

/** The same where the time of statements or requests is so short that a busy machine may need more than one attempt. */
async function expectNormalInTime(server: TestServer) {
  const answer = await until('an answer in time', async () => {
    const answer = await ask(server);
    return answer.status !== 504 && answer;
  });
  expect(answer).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
}

const ready = (server: TestServer) =>
  fetch(new URL('/health/ready', server.url)).then(async (response) => ({
    status: response.status,
    body: (await response.json()) as unknown,
  }));

/** The statements of this database that run or wait, but for our own. */
async function statements(): Promise<{ pid: number; query: string }[]> {
  const { rows } = await other.query<{ pid: number; query: string }>(
    `select pid, query from pg_stat_activity
     where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
  );
  return rows;
}

/** What is done while whoever reads contributions is held up; it is let go before the answer is looked at. */
async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const client = await connectClient();
  await client.query('begin; lock table contribution in access exclusive mode');
  try {
    return await work();
  } finally {
    await client.end();
  }
}

const waitUntilRunning = () => until('the statement to run', async () => (await statements()).length > 0);
const ended = () => until('the statement to end', async () => (await statements()).length === 0);

describe('a database that goes away and comes back', () => {
  it('is told by 503, a code and readiness, and needs nothing when it is back', async () => {
    const server = await serve();
    await expectNormal(server);
    expect(await ready(server)).toEqual({ status: 200, body: { status: 'ok' } });

    await started?.proxy.cut();
    expect(await ask(server)).toEqual({
      status: 503,
      retryAfter: '1',
      data: { publications: null },
      // Of the fields that failed at the same time, one error each.
      errors: expect.arrayContaining([
        expect.objectContaining({
          message: 'The database is unavailable; try again in a moment.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        }),
      ]),
    });
    expect(await ready(server)).toEqual({
      status: 503,
      body: { status: 'unavailable', reason: "the database can't be reached" },
    });
    expect((await fetch(new URL('/health/live', server.url))).status).toBe(200);

    await started?.proxy.mend();
    await expectNormal(server);
    expect((await ready(server)).status).toBe(200);
  });

  it('is told by 503 before the first request too, and needs nothing when it is there', async () => {
    const server = await serve();
    await started?.proxy.cut();
    for (const query of [QUERY, '{ country(code: "NG") { name } }'])
      expect(await ask(server, query)).toEqual({
        status: 503,
        retryAfter: '1',
        errors: [
          {
            message: 'The database is unavailable; try again in a moment.',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      });
    await started?.proxy.mend();
    await expectNormal(server);
  });

  it('that is too slow for the first request is told by 504', async () => {
    const server = await serve({ limits: { statementTimeout: 100 } });
    const locker = await connectClient();
    await locker.query('begin; lock table country in access exclusive mode');
    const { status, retryAfter, errors } = await ask(server);
    await locker.end();
    expect([status, retryAfter]).toEqual([504, '1']);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'TIMEOUT', limit: 'statementTimeout' } });
    await expectNormalInTime(server);
  });

  it('under load gives right answers or 503, never anything else', async () => {
    const server = await serve();
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    let isOver = false;
    const clients = Array.from({ length: 8 }, async () => {
      while (!isOver) answers.push(await ask(server));
    });
    const seen = (status: number, count: number) =>
      until(`${count} answers of status ${status}`, async () => {
        return answers.filter((answer) => answer.status === status).length >= count;
      });
    await seen(200, 30);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    answers.length = 0;
    await seen(200, 30);
    await started?.proxy.cut();
    answers.length = 0;
    await seen(503, 30);
    await started?.proxy.mend();
    answers.length = 0;
    await seen(200, 30);
    isOver = true;
    await Promise.all(clients);
    for (const { status, data, errors } of answers)
      if (status === 200) expect(data).toMatchObject({ publications: { totalCount: 10 } });
      else expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  });
});

describe('a slow statement', () => {
  it('is cancelled after its time, which the error names', async () => {
    const server = await serve({ limits: { statementTimeout: 100 } });
    const { status, retryAfter, errors } = await whileLocked(() => ask(server));
    expect([status, retryAfter]).toEqual([504, '1']);
    expect(errors?.[0]).toMatchObject({
      message:
        'A database statement took longer than 100 milliseconds, which is the limit. Select less, or use a narrower filter.',
      extensions: { code: 'TIMEOUT', limit: 'statementTimeout', most: 100 },
    });
    await expectNormalInTime(server);
  });

  it('ends with the time of its request, which the error names', async () => {
    const server = await serve({ limits: { requestTimeout: 100 } });
    const { status, retryAfter, errors } = await whileLocked(async () => {
      const answer = await ask(server);
      await ended();
      return answer;
    });
    expect([status, retryAfter]).toEqual([504, '1']);
    expect(errors?.[0]).toMatchObject({
      message:
        'The request took longer than 100 milliseconds, which is the limit. Select less, or use a narrower filter.',
      extensions: { code: 'TIMEOUT', limit: 'requestTimeout', most: 100 },
    });
    await expectNormalInTime(server);
  });

  it('ends when its client leaves', async () => {
    const server = await serve();
    await whileLocked(async () => {
      const client = new AbortController();
      const asked = ask(server, QUERY, client.signal).catch((error: Error) => error.name);
      await waitUntilRunning();
      client.abort();
      expect(await asked).toBe('AbortError');
      await ended();
    });
    await expectNormal(server);
  });

  it('holds up only what needs it', async () => {
    const server = await serve({ poolSize: 2 });
    const slow = await whileLocked(async () => {
      const slow = ask(server);
      await waitUntilRunning();
      expect(await ask(server, '{ publications { totalCount } }')).toMatchObject({ status: 200 });
      return { slow };
    });
    expect(await slow.slow).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
  });
});

describe('more requests than the server takes', () => {
  it('are answered with 503 at once, while the others are answered when their turn comes', async () => {
    const server = await serve({ poolSize: 1, requestsLimit: 3 });
    const metrics = async () => (await fetch(new URL('/metrics', server.url))).text();
    const { taken, refused } = await whileLocked(async () => {
      const taken = Array.from({ length: 3 }, () => ask(server));
      await waitUntilRunning();
      await until('three requests to run', async () =>
        (await metrics()).includes('pubatlas_requests_running 3'),
      );
      return { taken, refused: await ask(server) };
    });
    expect(refused).toEqual({
      status: 503,
      retryAfter: '1',
      errors: [
        {
          message: 'The server is already processing 3 requests, which is the limit; try again in a moment.',
          extensions: { code: 'SERVICE_UNAVAILABLE', limit: 'requests', most: 3 },
        },
      ],
    });
    for (const answer of await Promise.all(taken))
      expect(answer).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
    const counted = await until('the refused request to be counted', async () => {
      const found = await metrics();
      return found.includes('pubatlas_requests_total{operation="",status="503"} 1\n') && found;
    });
    expect(counted).toContain('pubatlas_errors_total{code="SERVICE_UNAVAILABLE"} 1\n');
    await expectNormal(server);
  });

  it('wait for a connection where all of the pool are busy, and are answered when their turn comes', async () => {
    const server = await serve({ poolSize: 2 });
    const metrics = async () => (await fetch(new URL('/metrics', server.url))).text();
    const asked = await whileLocked(async () => {
      const asked = [ask(server), ask(server), ask(server)];
      await until('two to run and one to wait', async () => {
        const found = await metrics();
        return (
          /\{state="busy"\} 2\n/.test(found) &&
          /\{state="waiting"\} [1-9]/.test(found) &&
          (await statements()).length === 2
        );
      });
      return { asked };
    });
    for (const answer of await Promise.all(asked.asked))
      expect(answer).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
  });

  it('are refused where they wait for a connection too long', async () => {
    const server = await serve({ poolSize: 1 });
    const { first, second } = await whileLocked(async () => {
      const first = ask(server);
      await waitUntilRunning();
      return { first, second: await ask(server, '{ publications { totalCount } }') };
    });
    expect(second).toMatchObject({
      status: 503,
      retryAfter: '1',
      errors: [
        {
          message: 'The database is unavailable; try again in a moment.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
    expect(await first).toMatchObject({ status: 200, data: { publications: { totalCount: 10 } } });
  });

  it('wait for a connection no longer than the time of a request', async () => {
    const server = await serve({ poolSize: 1, limits: { requestTimeout: 300 } });
    const answers = await whileLocked(() => Promise.all([ask(server), ask(server), ask(server)]));
    for (const { status } of answers) expect(status).toBe(504);
    await expectNormalInTime(server);
  });
});

describe('a server that is stopped', () => {
  it('answers what it was asked before it ends, and takes no more', async () => {
    const server = await testServer(catalogue);
    const { asked, stopped } = await whileLocked(async () => {
      const asked = server.post({ query: QUERY });
      await waitUntilRunning();
      return { asked, stopped: server.stop() };
    });
    const { status, headers } = await asked;
    expect({ status, connection: headers.get('connection') }).toEqual({
      status: 200,
      connection: 'close', // kept, it would keep the server from ending
    });
    expect(await (await asked).json()).toMatchObject({ data: { publications: { totalCount: 10 } } });
    await stopped;
    await expect(ask(server)).rejects.toThrow('fetch failed');
  });
});

describe('what the API may do', () => {
  it('is to read: PostgreSQL refuses the rest', async () => {
    const readers = openReaders(catalogue.url, { isReadOnly: true });
    const client = await readers.connect();
    await expect(client.query("update publication set title = 'x'")).rejects.toMatchObject({ code: '25006' });
    client.release();
    await readers.end();
  });
});
