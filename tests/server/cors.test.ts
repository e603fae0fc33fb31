import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

const LIBRARY = 'https://library.example';
const STRANGER = 'https://stranger.example';

let catalogue: TestCatalogue;
const servers: TestServer[] = [];
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await catalogue.close();
});

async function serve(corsOrigins: string[]): Promise<TestServer> {
  const server = await testServer(catalogue, { corsOrigins });
  servers.push(server);
  return server;
}

const preflight = (server: TestServer, origin: string) =>
  fetch(server.url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
const ask = (server: TestServer, origin: string) => server.get({ query: '{ __typename }' }, { origin });
const readAllowedOrigin = (response: Response) => response.headers.get('access-control-allow-origin');

describe('CORS_ORIGINS', () => {
  it('lets nobody in by default', async () => {
    const server = await serve([]);
    expect(readAllowedOrigin(await preflight(server, LIBRARY))).toBeNull();
    expect(readAllowedOrigin(await ask(server, LIBRARY))).toBeNull();
  });

  it('lets in who is on the list, and nobody else', async () => {
    const server = await serve([LIBRARY, 'http://localhost:3000']);
    const response = await preflight(server, LIBRARY);
    expect(response.status).toBe(204);
    expect(readAllowedOrigin(response)).toBe(LIBRARY);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('access-control-max-age')).toBe('86400');
    expect(readAllowedOrigin(await preflight(server, STRANGER))).toBeNull();
    const answer = await ask(server, LIBRARY);
    expect(readAllowedOrigin(answer)).toBe(LIBRARY);
    expect(answer.headers.get('vary')).toBe('Origin, accept, accept-encoding, x-graphql-cost');
    expect(readAllowedOrigin(await ask(server, STRANGER))).toBeNull();
  });

  it('lets everyone in by *', async () => {
    const server = await serve(['*']);
    expect(readAllowedOrigin(await preflight(server, STRANGER))).toBe('*');
    const answer = await ask(server, STRANGER);
    expect(readAllowedOrigin(answer)).toBe('*');
    expect(answer.headers.get('vary')).toBe('accept, accept-encoding, x-graphql-cost');
  });
});
