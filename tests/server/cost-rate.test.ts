import { createBuckets } from '../../src/server/cost-rate.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { testServer } from '../support/server.ts';

describe('pointBuckets', () => {
  it('gives points back evenly, up to those of a minute', () => {
    let now = 0;
    const take = createBuckets(60, () => now);
    expect(take('a', 50)).toEqual({ isAllowed: true, remaining: 10, reset: 50, retryAfter: 0 });
    expect(take('a', 20)).toEqual({ isAllowed: false, remaining: 10, reset: 50, retryAfter: 10 });
    now = 10;
    expect(take('a', 20)).toEqual({ isAllowed: true, remaining: 0, reset: 60, retryAfter: 0 });
    expect(take('b', 0)).toEqual({ isAllowed: true, remaining: 60, reset: 0, retryAfter: 0 });
    now = 1000;
    expect(take('a', 0)).toMatchObject({ remaining: 60 });
  });

  it('lets an operation that costs more than a minute has run from a full bucket, which then owes the rest', () => {
    let now = 0;
    const take = createBuckets(60, () => now);
    expect(take('a', 90)).toEqual({ isAllowed: true, remaining: 0, reset: 90, retryAfter: 0 });
    expect(take('a', 90)).toMatchObject({ isAllowed: false, retryAfter: 90 });
    now = 31;
    expect(take('a', 1)).toMatchObject({ isAllowed: true });
  });
});

describe('LIMIT_RATE_COST', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());

  const query = '{ country(code: "NG") { name } }'; // 2 points

  it('is off by default', async () => {
    const server = await testServer(catalogue);
    const { headers } = await server.post({ query });
    expect([...headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
    await server.stop();
  });

  it('is spent by price, told in headers, and refused with 429 when spent', async () => {
    const server = await testServer(catalogue, { rateCostLimit: 3 });
    const ask = (text = query) => server.post({ query: text });
    try {
      const first = await ask();
      expect(first.status).toBe(200);
      expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=3;w=60');
      expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=1;t=\d\d$/);
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.headers.get('ratelimit')).toMatch(/^"cost";r=1;t=\d\d$/);
      expect(await refused.json()).toEqual({
        errors: [
          {
            message: expect.stringMatching(
              /^The operation costs 2, and 1 of your 3 points a minute are left; try again in \d+ seconds\.$/,
            ) as string,
            extensions: { code: 'LIMIT_EXCEEDED', limit: 'rateCost', value: 2, most: 3 },
          },
        ],
      });
      // A cheaper one still fits.
      expect((await ask('{ __typename }')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  it('is of each client, who is known through proxies by address, whatever stands in X-Forwarded-For', async () => {
    const server = await testServer(catalogue, { rateCostLimit: 2, trustProxy: ['loopback'] });
    const from = async (address: string) =>
      (await server.post({ query }, { 'x-forwarded-for': address })).status;
    try {
      expect(await from('192.0.2.1:5000')).toBe(200);
      expect(await from('192.0.2.1:5001')).toBe(429);
      expect(await from('203.0.113.1, 192.0.2.1')).toBe(429);
      expect(await from('192.0.2.2')).toBe(200);
      expect(await from('[2001:db8::1]:1')).toBe(200);
      expect(await from('2001:db8::2')).toBe(429);
      expect(await from('garbage')).toBe(200); // the proxy's own
      expect(await from('other garbage')).toBe(429);
    } finally {
      await server.stop();
    }
  });
});
