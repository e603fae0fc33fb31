import { request } from 'node:http';
import type { TestCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let catalogue: TestCatalogue;
let server: TestServer;
serveCatalogue('empty', (served) => ({ catalogue, server } = served));

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const at = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), { headers, redirect: 'manual' });

/** Bytes as they are sent: fetch always accepts compression. */
const sendRaw = (path: string, headers: Record<string, string>) =>
  new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    request(new URL(path, server.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the playground', () => {
  it('is a page that loads and runs only what comes from here', async () => {
    const response = await at('/playground');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      ...["default-src 'none'", "script-src 'self'", "worker-src 'self'", "connect-src 'self'"],
      ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:"],
      ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
    ]);
    const html = await response.text();
    expect(html).not.toMatch(/<script>|https?:/);
    for (const [, file = ''] of html.matchAll(/<(?:link|script|img) [^>]*(?:src|href)="([^"]+)"/g))
      expect([file, (await at(file)).status]).toEqual([file, 200]);
  });

  it.each(['editorWorkerService', 'graphql', 'json'])('has the script of the worker %s', async (worker) => {
    const response = await at(`/playground/${worker}.worker.js`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('is sent compressed, plain to who takes nothing else, and not again to who has it', async () => {
    const compressed = await sendRaw('/playground/graphiql.css', { 'accept-encoding': 'gzip, br' });
    const plain = await sendRaw('/playground/graphiql.css', {});
    expect([compressed.encoding, plain.encoding]).toEqual(['gzip', undefined]);
    expect(compressed.body.length).toBeLessThan(plain.body.length / 1.5);
    expect(plain.body.toString()).toContain('.graphiql-container');
    const etag = (await at('/playground/graphiql.css')).headers.get('etag') as string;
    expect((await at('/playground/graphiql.css', { 'if-none-match': etag })).status).toBe(304);
  });

  it('is where a browser is sent that opens /graphql, with its query', async () => {
    const response = await at('/graphql?query={__typename}', HTML);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/playground?query={__typename}');
    expect(response.headers.get('vary')).toContain('accept');
  });
});

describe('PLAYGROUND', () => {
  it('of false leaves the API alone', async () => {
    const bare = await testServer(catalogue, { playground: false });
    try {
      for (const page of ['/', '/explore', '/playground'])
        expect([page, (await fetch(new URL(page, bare.url))).status]).toEqual([page, 404]);
      expect((await fetch(new URL('/playground/graphiql.js', bare.url))).status).toBe(404);
      expect((await fetch(bare.url, { headers: HTML, redirect: 'manual' })).status).toBe(400);
      expect((await bare.post({ query: '{ __typename }' })).status).toBe(200);
    } finally {
      await bare.stop();
    }
  });
});
