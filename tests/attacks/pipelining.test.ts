import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeGate } from '../support/gate.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const BODY_BYTES = 20_000;

let catalogue: TestCatalogue;
let server: TestServer;
let lines: { path: string; msg: string }[] = [];
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  const log = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) };
  server = await testServer(
    catalogue,
    // One client may have half of the bodies, which is one body.
    { bodiesLimit: 3 * BODY_BYTES, exportPoolSize: 1, countsMemory: 0, logLevel: 'info' },
    log,
  );
});
beforeEach(() => (lines = []));
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const QUERY = JSON.stringify({ query: '{ publications(first: 1) { nodes { title } } }' });
const post = (body: string) =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
const EXPORT = 'GET /export/publications.jsonl HTTP/1.1\r\nhost: a\r\n\r\n';

const readMetrics = async () => (await fetch(new URL('/metrics', server.url))).text();

async function send(requests: string): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(requests);
  return socket;
}

describe('a client that disconnects while pipelined requests run', () => {
  it('has all of them aborted, and frees their bodies and connections', async () => {
    const gate = await closeGate(catalogue);
    const socket = await send(post(QUERY) + post(QUERY.padEnd(BODY_BYTES)) + EXPORT);
    await until('all requests to run', async () =>
      (await readMetrics()).includes('\npubatlas_requests_running 3\n'),
    );
    socket.destroy();
    await until('all requests to be aborted', () => Promise.resolve(lines.length === 3));
    await gate.waitFor(0);
    await gate.open();
    expect(lines.map(({ path, msg }) => `${msg} ${path}`).sort()).toEqual([
      'request aborted /export/publications.jsonl',
      'request aborted /graphql',
      'request aborted /graphql',
    ]);
    const answer = await server.post({
      query: '{ __typename }',
      variables: { padding: ' '.repeat(BODY_BYTES) },
    });
    expect(answer.status).toBe(200);
    const file = await fetch(new URL('/export/publications.jsonl?limit=1', server.url));
    expect((await file.text()).split('\n')).toHaveLength(2);
  });
});

describe('a client that pipelines more than 20 requests', () => {
  it('loses its connection, and the others are not run', async () => {
    const gate = await closeGate(catalogue);
    const socket = await send(post(QUERY).repeat(30));
    await once(socket.resume(), 'close');
    await until('all requests to be aborted', () => Promise.resolve(lines.length === 20));
    await gate.waitFor(0);
    await gate.open();
    expect(await readMetrics()).toContain('\npubatlas_connections_closed_total{reason="pipelined"} 1\n');
    const answer = await server.post(JSON.parse(QUERY));
    expect(answer.status).toBe(200);
  });

  it('gets the answers to 20 in their order', async () => {
    const socket = await send(
      Array.from(
        { length: 20 },
        (_, i) => `GET /health/live HTTP/1.1\r\nhost: a\r\nx-request-id: n${i}\r\n\r\n`,
      ).join(''),
    );
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    await until('all answers', () => Promise.resolve(text.match(/"status":"ok"/g)?.length === 20));
    expect([...text.matchAll(/x-request-id: n(\d+)/g)].map(([, i]) => Number(i))).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
    socket.destroy();
  });
});
