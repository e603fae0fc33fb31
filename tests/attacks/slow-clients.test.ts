import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import pg from 'pg';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

let server: TestServer;
const sockets: Socket[] = [];
async function serve(config: Parameters<typeof testServer>[1]): Promise<void> {
  server = await testServer(catalogue, config);
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.stop();
});

/** A connection that is open when it is returned. What comes in is read, unless it is paused. */
async function open(): Promise<Socket> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

const waitForClose = (socket: Socket) => once(socket.resume(), 'close');

async function expectAnswer(): Promise<void> {
  const response = await server.post({ query: '{ publications { totalCount } }' });
  expect([response.status, await response.json()]).toEqual([
    200,
    { data: { publications: { totalCount: 10 } } },
  ]);
}

const metric = async (name: string) => {
  const metrics = await (await fetch(new URL('/metrics', server.url))).text();
  return Number(
    metrics
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? 0,
  );
};

/** The head of a request, and the first bytes of a body that will not come. */
const SLOW_BODY =
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"qu';

/** An answer that no system's buffers hold: the playground's editor, uncompressed, has megabytes. */
const LARGE_BYTES = 5_000_000;
const LARGE = 'GET /playground/graphiql.js HTTP/1.1\r\nhost: a\r\n\r\n';

describe('bodies that come slowly', () => {
  it('don’t count as requests at work, so others are answered', async () => {
    await serve({ requestsLimit: 2, clientRequestsLimit: 2 });
    for (let i = 0; i < 520; i++) (await open()).write(SLOW_BODY);
    for (let i = 0; i < 5; i++) await expectAnswer();
    expect(await metric('pubatlas_requests_running')).toBe(0);
  });

  it('are answered with 408 after LIMIT_RECEIVE_TIMEOUT', async () => {
    await serve({ receiveTimeout: 200 });
    for (const start of [SLOW_BODY, 'POST /graphql HTTP/1.1\r\nhost:']) {
      const socket = await open();
      let answer = '';
      socket.on('data', (data: Buffer) => (answer += data.toString()));
      socket.write(start);
      await waitForClose(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    }
    await expectAnswer();
  });
});

describe('bodies that are kept', () => {
  const BYTES = 20_000;
  const start = `POST /graphql HTTP/1.1\r\nhost: a\r\nx-forwarded-for: CLIENT\r\ncontent-type: application/json\r\ncontent-length: ${2 * BYTES}\r\n\r\n${' '.repeat(BYTES)}`;
  const sendFrom = async (client: string) => {
    const socket = await open();
    socket.write(start.replace('CLIENT', client));
    return socket;
  };
  const closedBodies = () => metric('pubatlas_connections_closed_total{reason="bodies"}');

  it('have at most LIMIT_BODIES bytes, and the one that has been arriving longest is dropped', async () => {
    await serve({ bodiesLimit: 4.5 * BYTES, trustProxy: ['loopback'] });
    const sent: Socket[] = [];
    for (let i = 0; i < 4; i++) sent.push(await sendFrom(`192.0.2.${i}`));
    await expectAnswer();
    expect(await closedBodies()).toBe(0);
    sent.push(await sendFrom('192.0.2.4'));
    await until('a connection to be closed', async () => (await closedBodies()) === 1);
    await until('the first to be closed', async () => sent[0]?.destroyed);
    await expectAnswer();
    expect(sent.filter(({ destroyed }) => destroyed)).toHaveLength(1);
  });

  it('are those of one client by half at most', async () => {
    await serve({ bodiesLimit: 4.5 * BYTES, trustProxy: ['loopback'] });
    const other = await sendFrom('192.0.2.9');
    const sent = [await sendFrom('192.0.2.1'), await sendFrom('192.0.2.1'), await sendFrom('192.0.2.1')];
    await until('a connection to be closed', async () => (await closedBodies()) === 1);
    await until('one to be closed', async () => sent.some(({ destroyed }) => destroyed));
    await expectAnswer();
    expect([other, ...sent].filter(({ destroyed }) => destroyed)).toHaveLength(1);
    expect(other.destroyed).toBe(false);
  });
});

/** Bytes that come on a connection until it is closed or has the whole answer. */
async function countBytes(socket: Socket): Promise<number> {
  if (socket.closed) return socket.bytesRead;
  const whole = new Promise((resolve) =>
    socket.on('data', () => socket.bytesRead > LARGE_BYTES && resolve(null)),
  );
  await Promise.race([whole, waitForClose(socket)]);
  return socket.bytesRead;
}

const closedFor = (reason: string) => metric(`pubatlas_connections_closed_total{reason="${reason}"}`);

describe('clients that don’t read their answers', () => {
  it('lose the connection after LIMIT_SEND_TIMEOUT', async () => {
    await serve({ sendTimeout: 300 });
    const idle = await open();
    idle.pause().write(LARGE);
    await until('the connection to be closed', async () => (await closedFor('send_timeout')) === 1);
    expect(await countBytes(idle)).toBeLessThan(LARGE_BYTES);
    const reading = await open();
    reading.write(LARGE);
    expect(await countBytes(reading)).toBeGreaterThan(LARGE_BYTES);
    await expectAnswer();
  });

  it('lose it when answers that are being sent have more than LIMIT_UNSENT bytes, the oldest first', async () => {
    await serve({ unsentLimit: 2.5 * LARGE_BYTES });
    const idle = [await open(), await open(), await open()];
    for (const socket of idle) socket.pause().write(LARGE);
    await until('a connection to be closed', async () => (await closedFor('unsent')) === 1);
    await expectAnswer();
    const bytes = await Promise.all(idle.map(countBytes));
    expect(bytes.filter((count) => count > LARGE_BYTES)).toHaveLength(2);
  });
});

describe('more connections than the limit', () => {
  it('of all clients are closed, those that are open stay', async () => {
    await serve({ connectionsLimit: 3 });
    const kept = [await open(), await open(), await open()];
    const refused = await open();
    await waitForClose(refused);
    const [first, ...others] = kept as [Socket, ...Socket[]];
    for (const socket of others) socket.end();
    await until('a connection to be free', () =>
      expectAnswer().then(
        () => true,
        () => false,
      ),
    );
    expect(first.destroyed).toBe(false);
    expect(await metric('pubatlas_connections_closed_total{reason="connections"}')).toBeGreaterThan(0);
  });

  it('of one client are closed, a proxy may have more', async () => {
    await serve({ clientConnectionsLimit: 2 });
    await open();
    await open();
    await waitForClose(await open());
    await server.stop();
    await serve({ clientConnectionsLimit: 2, trustProxy: ['loopback'] });
    await open();
    await open();
    await expectAnswer();
  });
});

describe('more requests of one client than LIMIT_CLIENT_REQUESTS', () => {
  it('are refused with 503, another client’s are answered', async () => {
    await serve({ clientRequestsLimit: 2, trustProxy: ['loopback'] });
    const ask = (client: string, query: string) => server.post({ query }, { 'x-forwarded-for': client });
    const slow = '{ publications(first: 1) { nodes { authors { name } } } }';
    const other = new pg.Client(catalogue.url);
    await other.connect();
    await other.query('begin; lock table contribution in access exclusive mode');
    const taken = [ask('192.0.2.1', slow), ask('192.0.2.1', slow)];
    await until('two requests to be at work', async () => (await metric('pubatlas_requests_running')) === 2);
    const refused = await ask('192.0.2.1', '{ __typename }');
    const another = await ask('192.0.2.2', '{ __typename }');
    await other.end();
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '1',
      {
        errors: [
          {
            message:
              'The server is already processing your 2 requests, which is the limit; try again in a moment.',
            extensions: { code: 'SERVICE_UNAVAILABLE', limit: 'clientRequests', most: 2 },
          },
        ],
      },
    ]);
    expect(another.status).toBe(200);
    for (const answer of await Promise.all(taken)) expect(answer.status).toBe(200);
  });
});
