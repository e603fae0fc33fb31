import { createHash } from 'node:crypto';
import { serverAudits } from 'graphql-http';
import type { TestCatalogue } from '../support/catalogue.ts';
import { PREFLIGHT, type TestServer, testServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let catalogue: TestCatalogue;
let server: TestServer;
serveCatalogue('listing', (served) => ({ catalogue, server } = served));

const COUNT = '{ publications { totalCount } }';
const COUNTED = { data: { publications: { totalCount: 10 } } };
const RESPONSE_JSON = 'application/graphql-response+json';

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => server.url,
    fetchFn: (url: string, init: RequestInit = {}) => fetch(url, init),
  });

  it('is audited 61 times', () => expect(audits).toHaveLength(61));

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_, __, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('POST /graphql', () => {
  it('answers', async () => {
    const response = await server.post({ query: COUNT });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(COUNTED);
  });

  it.each([
    ['application/json', 200],
    [RESPONSE_JSON, 400],
    [`application/json;q=0.9, ${RESPONSE_JSON}`, 400],
    [`application/json, ${RESPONSE_JSON};q=0.9`, 200],
  ])('to someone who accepts %s, gives an invalid document the status %i', async (accept, status) => {
    const response = await server.post({ query: '{ nothing }' }, { accept });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it.each([
    ['no JSON', '{"query":', 'application/json', 400],
    ['no object', '[]', 'application/json', 400],
    ['no content type that is known', 'query={ __typename }', 'application/x-www-form-urlencoded', 415],
  ])('refuses a body that is %s, in the form of a GraphQL answer', async (_, body, type, status) => {
    const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it.each([
    '{"query": "{ __typename }", "variables": {"__proto__": 1}}',
    '{"constructor": {"prototype": 1}}',
  ])('refuses %s by the name of the key', async (body) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'The body has a key "__proto__", or "constructor" with "prototype" in it; leave it out: no argument has that name.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });

  it.each([
    ['text/plain', '"text/plain" is not supported'],
    ['application/x-www-form-urlencoded', '"application/x-www-form-urlencoded" is not supported'],
    ['application/graphql', '"application/graphql" is not supported'],
    ['', 'is missing'],
  ])('refuses the content type %j, which a form of another site could send', async (type, reason) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ query: COUNT }),
    });
    expect([response.status, await response.json()]).toEqual([
      415,
      {
        errors: [
          {
            message: `content-type: ${reason}; send JSON as "application/json".`,
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });

  it('says the methods that it has to OPTIONS', async () => {
    const response = await fetch(server.url, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST']);
  });
});

describe('GET /graphql', () => {
  it('answers a query with variables', async () => {
    const response = await server.get({
      query: 'query Count($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }',
      variables: JSON.stringify({ filter: { countries: { anyOf: ['NG'] } } }),
      operationName: 'Count',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { publications: { totalCount: 1 } } });
  });

  it('takes an empty operationName, variables or extensions as left out', async () => {
    const response = await server.get({ query: COUNT, operationName: '', variables: '', extensions: '' });
    expect([response.status, await response.json()]).toEqual([200, COUNTED]);
  });

  it('answers a plain link', async () => {
    const response = await fetch(`${server.url}?query=${encodeURIComponent(COUNT)}`);
    expect([response.status, await response.json()]).toEqual([200, COUNTED]);
  });

  it('refuses it by REQUIRE_PREFLIGHT, but not with a header that a link can’t send', async () => {
    const strict = await testServer(catalogue, { requirePreflight: true });
    const url = `${strict.url}?query=${encodeURIComponent(COUNT)}`;
    const refused = await fetch(url);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('CSRF')]);
    expect((await fetch(url, { headers: PREFLIGHT })).status).toBe(200);
    await strict.stop();
  });

  it('answers at /graphql/ too', async () => {
    const response = await fetch(`${server.url}/?query=${encodeURIComponent(COUNT)}`);
    expect(await response.json()).toEqual(COUNTED);
  });

  it('is the head of the answer by HEAD', async () => {
    const response = await fetch(`${server.url}?query=${encodeURIComponent(COUNT)}`, {
      method: 'HEAD',
      headers: PREFLIGHT,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe((await server.get({ query: COUNT })).headers.get('etag'));
    expect(await response.text()).toBe('');
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('is not %s', async (method) => {
    const response = await fetch(server.url, { method, headers: PREFLIGHT });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: `${method} is not allowed; send GraphQL by GET or POST.`,
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });
});

describe('automatic persisted queries', () => {
  const sha256Hash = createHash('sha256').update(COUNT).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };

  it('are unknown at first, known once their text was sent, by POST and by GET', async () => {
    const unknown = await server.post({ extensions });
    expect(await unknown.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await (await server.post({ query: COUNT, extensions })).json()).toEqual(COUNTED);
    expect(await (await server.post({ extensions })).json()).toEqual(COUNTED);
    const got = await server.get({ extensions: JSON.stringify(extensions) });
    expect(await got.json()).toEqual(COUNTED);
    expect(got.headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('are refused under a hash that is not theirs, as a mistake of the client', async () => {
    const response = await server.post({
      query: COUNT,
      extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
    });
    expect(await response.json()).toEqual({
      errors: [{ message: 'provided sha does not match query', extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(catalogue.unexpected).toEqual([]);
  });

  it('that are not known yet are kept by nobody', async () => {
    const response = await server.get({
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } }),
    });
    expect(response.headers.get('cache-control')).toContain('no-');
    expect(response.headers.get('etag')).toBeNull();
  });
});
