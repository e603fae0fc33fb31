import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let catalogue: TestCatalogue;
let server: TestServer;
serveCatalogue('listing', (served) => ({ catalogue, server } = served));

/** After whatever was sent, the server answers as ever. */
afterEach(async () => {
  const response = await server.post({ query: '{ publications { totalCount } }' });
  expect([response.status, await response.json()]).toEqual([
    200,
    { data: { publications: { totalCount: 10 } } },
  ]);
});

const graphql = { accept: 'application/graphql-response+json' };

async function askServer(query: string, variables?: Record<string, unknown>) {
  const response = await server.post({ query, variables }, graphql);
  const { errors } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string; limit?: string } }[];
  };
  const [error] = errors ?? [];
  return { status: response.status, code: error?.extensions.code, limit: error?.extensions.limit };
}

async function sendBody(body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

/** What comes back on a bare connection for bytes that need not be HTTP. */
async function raw(bytes: string | Buffer): Promise<string> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
  socket.on('error', () => undefined);
  socket.end(bytes);
  await once(socket, 'close');
  return answer.split('\r\n', 1)[0] ?? '';
}

describe('what is no HTTP', () => {
  it.each([
    ['no request line', 'hello\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['binary', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0xff, 0x00]), 'HTTP/1.1 400 Bad Request'],
    [
      'a length that is none',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'large headers',
      `GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
    [
      'a bare line feed in a header',
      'GET / HTTP/1.1\r\nhost: a\r\nx: a\nb: c\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
    ],
  ])('%s is refused', async (_, bytes, status) => expect(await raw(bytes)).toBe(status));

  it('a request that ends within its body is refused', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';
    expect(await raw(`${head}{"query":`)).toBe('HTTP/1.1 400 Bad Request');
  });
});

describe('bodies', () => {
  it('as large as the limit are read, larger ones are refused by its name', async () => {
    const body = (length: number) => {
      const start = '{"query":"{ __typename }","padding":"';
      return `${start}${' '.repeat(length - start.length - 2)}"}`;
    };
    /** As a client does that does not say before how large it is. */
    const inChunks = async (body: string) => {
      const half = body.length / 2;
      const chunks = new Blob([body.slice(0, half), body.slice(half)]).stream();
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST', headers, body: chunks, duplex: 'half' };
      const response = await fetch(server.url, request);
      return { status: response.status, body: await response.text() };
    };
    for (const send of [sendBody, inChunks]) {
      expect(await send(body(1024 * 1024))).toEqual({
        status: 200,
        body: '{"data":{"__typename":"Query"}}\n',
      });
      const { status, body: answer } = await send(body(1024 * 1024 + 1));
      expect(status).toBe(413);
      expect(JSON.parse(answer)).toEqual({
        errors: [
          {
            message:
              'The request body has more than 1048576 bytes, which is the limit; split it into several requests.',
            extensions: { code: 'LIMIT_EXCEEDED', limit: 'body', most: 1048576 },
          },
        ],
      });
    }
  });

  it('of 10 MB are refused', async () => {
    // The connection may be closed before all is sent.
    const answer = await sendBody('x'.repeat(10_000_000)).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
  });

  it.each([
    ['no JSON', 'hello'],
    ['JSON that ends early', '{"query": "{ __typename }'],
    ['an empty body', ''],
    ['no object', '[1, 2'],
    ['a key that would change prototypes', '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}'],
    ['the other such key', '{"query":"{ __typename }","constructor":{"prototype":{"a":1}}}'],
    ['bad UTF-8 outside of a string', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('with %s are refused', async (_, body) => {
    expect((await sendBody(body)).status).toBe(400);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('with bad UTF-8 in a string ask for U+FFFD, which nothing is called', async () => {
    const [before, after] = ['{"query":"{ topic(slug: \\"', '\\") { name } }"}'].map((text) =>
      Buffer.from(text),
    );
    const body = Buffer.concat([before as Buffer, Buffer.from([0xc3, 0x28, 0xff]), after as Buffer]);
    expect(await sendBody(body)).toEqual({ status: 200, body: '{"data":{"topic":null}}\n' });
  });

  it('in a form that cannot be read are refused', async () => {
    expect((await sendBody('{}', { 'content-type': 'application/xml' })).status).toBe(415);
    expect(await sendBody('{}', { 'content-encoding': 'gzip' })).toEqual({
      status: 415,
      body: '{"errors":[{"message":"content-encoding: \\"gzip\\" is not supported; send the body uncompressed.","extensions":{"code":"BAD_REQUEST"}}]}',
    });
  });
});

describe('operations', () => {
  it('of 5000 aliases are refused', async () => {
    const aliases = Array.from({ length: 5000 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(await askServer(`{ ${aliases} }`)).toEqual({
      status: 400,
      code: 'LIMIT_EXCEEDED',
      limit: 'tokens',
    });
  });

  it.each([
    ['cost', '{ publications { nodes { title } } }'],
    ['depth', '{ country(code: "NG") { regions { slug } } }'],
    ['tokens', `{ ${'__typename '.repeat(30)} }`],
  ])('over the limit of %s are refused with 400, or 200 in the older media type', async (limit, query) => {
    const limited = await testServer(catalogue, { limits: { cost: 21, depth: 2, tokens: 20 } });
    try {
      for (const [accept, status] of [
        [graphql.accept, 400],
        ['application/json', 200],
      ] as const) {
        const within = await limited.post({ query: '{ country(code: "NG") { name } }' }, { accept });
        expect([within.status, await within.json()]).toEqual([
          200,
          { data: { country: { name: 'Nigeria' } } },
        ]);
        const over = await limited.post({ query }, { accept });
        expect([over.status, await over.json()]).toMatchObject([
          status,
          { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit } }] },
        ]);
      }
    } finally {
      await limited.stop();
    }
  });

  it('as deep as the body allows are refused', async () => {
    const deep = (open: string, inside: string, close: string) =>
      `{ ${open.repeat(12_000)} ${inside} ${close.repeat(12_000)} }`;
    expect(await askServer(deep('a {', 'b', '}'))).toMatchObject({ status: 400, limit: 'tokens' });
    expect(await askServer(`{ publications(first: ${'['.repeat(100_000)}`)).toMatchObject({ status: 400 });
    expect(await askServer(deep('... {', '__typename', '}'))).toMatchObject({ status: 400, limit: 'tokens' });
  });

  it('whose fragments go round are refused', async () => {
    const circle = Array.from({ length: 200 }, (_, i) => `fragment F${i} on Query { ...F${(i + 1) % 200} }`);
    expect(await askServer(`{ ...F0 } ${circle.join(' ')}`)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  it('with variables as deep as JSON goes are refused', async () => {
    const query = 'query ($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }';
    for (const levels of [100, 5000, 100_000]) {
      const filter = `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;
      const { body } = await sendBody(`{"query":${JSON.stringify(query)},"variables":{"filter":${filter}}}`);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message:
              'The value of "$filter" nests more than 24 levels, and a filter may nest 10; send a flatter filter.',
            extensions: { code: 'LIMIT_EXCEEDED', limit: 'filterDepth', value: null, most: 10 },
          },
        ],
      });
    }
  });

  it.each(['2147483648', '-2147483649', '99999999999999999999999999', '1e400', '9007199254740993'])(
    'with the number %s are refused or answered',
    async (number) => {
      const literal = await askServer(`{ publications(first: ${number}) { totalCount } }`);
      expect(literal).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
      const query = 'query ($n: Int) { publications(first: $n) { totalCount } }';
      const { status } = await sendBody(
        `{"query":${JSON.stringify(query)},"variables":{"n":${number}}}`,
        graphql,
      );
      expect(status).toBe(400);
      const year = 'query ($n: Int) { publications(filter: { year: { from: $n } }) { totalCount } }';
      expect(
        (await sendBody(`{"query":${JSON.stringify(year)},"variables":{"n":${number}}}`, graphql)).status,
      ).toBe(400);
    },
  );

  it('with the largest numbers that fit are answered', async () => {
    const year = '{ publications(filter: { year: { from: -2147483648, to: 2147483647 } }) { totalCount } }';
    expect(await askServer(year)).toEqual({ status: 200 });
    expect(
      await askServer('{ publications(filter: { year: { in: [2147483647, -2147483648] } }) { totalCount } }'),
    ).toEqual({
      status: 200,
    });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'prototype', '__proto__'])(
    'with names such as %s are like any other',
    async (name) => {
      expect(
        await askServer(`query ${name}($${name}: Int) { publications(first: $${name}) { totalCount } }`),
      ).toEqual({
        status: 200,
      });
      expect(await askServer(`{ ${name} }`)).toMatchObject({
        status: 400,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
      expect(
        await askServer(`{ topic(slug: "${name}") { name } country(code: "${name}") { code } }`),
      ).toEqual({
        status: 200,
      });
    },
  );

  it('with texts that PostgreSQL holds not are answered', async () => {
    const query =
      'query ($text: String!) { topic(slug: $text) { name } publications(search: $text) { totalCount } }';
    for (const text of ['\0', '\ud800', '\u202e', '%_\\', "'; drop table publication; --"])
      expect(await askServer(query, { text })).toEqual({ status: 200 });
  });
});

describe('clients', () => {
  it('may ask as often as the limit says in a minute, and are told when they may again', async () => {
    const limited = await testServer(catalogue, { rateLimit: 3 });
    const ask = () => limited.post({ query: '{ __typename }' });
    try {
      for (let i = 0; i < 3; i++)
        expect(await (await ask()).json()).toEqual({ data: { __typename: 'Query' } });
      const refused = await ask();
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(await refused.json()).toEqual({
        errors: [
          {
            message: `You have sent more than 3 requests in a minute, which is the limit; try again in ${seconds} seconds.`,
            extensions: { code: 'LIMIT_EXCEEDED', limit: 'rate', most: 3 },
          },
        ],
      });
      expect((await fetch(new URL('/health/live', limited.url))).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });

  it('are told apart by the address that a trusted proxy gives, and by no other', async () => {
    for (const [trustProxy, second] of [
      [['loopback'], 200],
      [[], 429],
    ] as const) {
      const limited = await testServer(catalogue, { rateLimit: 1, trustProxy: [...trustProxy] });
      const from = async (address: string) =>
        (await limited.post({ query: '{ __typename }' }, { 'x-forwarded-for': address })).status;
      expect(await from('192.0.2.1')).toBe(200);
      expect(await from('192.0.2.2')).toBe(second);
      await limited.stop();
    }
  });
});
