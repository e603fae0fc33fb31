import { request } from 'node:http';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { PREFLIGHT, type TestServer, testServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let catalogue: TestCatalogue;
let server: TestServer;
serveCatalogue('listing', (served) => ({ catalogue, server } = served));

const TITLES = '{ publications { nodes { title } } }';

/** Asks by GET as it is sent: fetch decompresses, and adds headers of its own. */
function rawGet(query: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; bytes: number }>(
    (resolve, reject) => {
      const url = `${server.url}?query=${encodeURIComponent(query)}`;
      request(url, { headers: { ...PREFLIGHT, ...headers } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('an answer to a GET', () => {
  it('may be kept by everyone for a minute', async () => {
    const { headers } = await rawGet(TITLES, {});
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(headers.vary).toBe('accept, accept-encoding, x-graphql-cost');
    expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
  });

  it('is not sent again to someone who has it', async () => {
    const { headers } = await rawGet(TITLES, {});
    const etag = headers.etag as string;
    for (const ifNoneMatch of [etag, `"other", W/${etag}`, '*']) {
      const again = await rawGet(TITLES, { 'if-none-match': ifNoneMatch });
      expect(again).toMatchObject({ status: 304, bytes: 0 });
      expect(again.headers).toMatchObject({
        etag,
        'cache-control': 'public, max-age=60',
        vary: headers.vary,
      });
    }
    expect(await rawGet(TITLES, { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });

  it('has another tag once an import changed it, and not before', async () => {
    const own = await testCatalogue('empty');
    const serving = await testServer(own);
    try {
      const tag = async () => (await serving.get({ query: TITLES })).headers.get('etag');
      const before = await tag();
      await own.importTexts({ 'a.jsonl': '{"title": "A", "topics": ["Health"]}' });
      const after = await tag();
      expect(after).not.toBe(before);
      await own.importTexts({ 'a.jsonl': '{"title": "A", "topics": ["Health"]}' });
      expect(await tag()).toBe(after);
    } finally {
      await serving.stop();
      await own.close();
    }
  });

  it.each(['br', 'gzip'])(
    'is compressed for someone who accepts %s, under a tag of its own',
    async (encoding) => {
      const plain = await rawGet(TITLES, {});
      const packed = await rawGet(TITLES, { 'accept-encoding': encoding });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers.vary).toBe('accept, accept-encoding, x-graphql-cost');
      expect(packed.bytes).toBeLessThan(plain.bytes / 1.5);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
      const again = await rawGet(TITLES, {
        'accept-encoding': encoding,
        'if-none-match': packed.headers.etag as string,
      });
      expect(again).toMatchObject({ status: 304, bytes: 0 });
    },
  );

  it.each([
    ['does not parse', '{', 200],
    ['is invalid', '{ nothing }', 200],
    ['has an error in a part', '{ a: catalogue { version } b: publication(id: "x") { title } }', 200],
    ['is no query', 'subscription { x }', 200],
  ])('is kept by nobody where the document %s', async (_, query) => {
    const { headers } = await rawGet(query, { 'if-none-match': '*' });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  });
});

describe('CACHE_MAX_AGE', () => {
  it('of 0 makes everyone ask again', async () => {
    const asking = await testServer(catalogue, { cacheMaxAge: 0 });
    try {
      const response = await asking.get({ query: TITLES });
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      const etag = response.headers.get('etag') as string;
      expect((await asking.get({ query: TITLES }, { 'if-none-match': etag })).status).toBe(304);
    } finally {
      await asking.stop();
    }
  });
});
