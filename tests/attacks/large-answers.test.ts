import { once } from 'node:events';
import { connect } from 'node:net';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  // Letters of two and three bytes, so that slices end within letters.
  const abstract = 'Größe über alles – 人口 und mehr. '.repeat(3000);
  const lines = Array.from({ length: 20 }, (_, i) =>
    JSON.stringify({ slug: `long-${i}`, title: `Long ${i}`, abstract }),
  );
  await catalogue.importTexts({ 'long.jsonl': lines.join('\n') });
  server = await testServer(catalogue);
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const QUERY = '{ publications(first: 20) { nodes { slug abstract } } }';

describe('an answer of megabytes', () => {
  it.each(['identity', 'gzip', 'br'])('arrives whole (%s)', async (encoding) => {
    const { data } = await catalogue.execute(QUERY);
    const response = await server.post({ query: QUERY }, { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    const text = await response.text();
    if (encoding === 'identity')
      expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(JSON.parse(text)).toEqual({ data });
    expect(text.length).toBeGreaterThan(1_500_000);
  });

  it('has no body for HEAD, but its length', async () => {
    const whole = await (await server.get({ query: QUERY })).arrayBuffer();
    const address = `${server.url}?${new URLSearchParams({ query: QUERY }).toString()}`;
    const head = await fetch(address, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(whole.byteLength),
      '',
    ]);
  });

  it('is written in slices, between which other requests are answered', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const body = JSON.stringify({ query: QUERY });
    const chunks: number[] = [];
    socket.on('data', (chunk) => chunks.push(chunk.length));
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await once(socket, 'data');
    const answer = await server.post({ query: '{ __typename }' });
    const received = chunks.reduce((sum, length) => sum + length, 0);
    expect(answer.status).toBe(200);
    expect(received).toBeLessThan(1_500_000);
    await once(socket, 'close');
  });
});
