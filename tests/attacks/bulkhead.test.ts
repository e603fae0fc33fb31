import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeGate } from '../support/gate.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

/** Clients whose heavy questions never end, beside one with light questions. */

let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  server = await testServer(catalogue, {
    poolSize: 3,
    heavyPoolSize: 2,
    countPoolSize: 2,
    heavyWaitingLimit: 2,
    // The test ends the statements, not their time limit.
    limits: { statementTimeout: 60_000, requestTimeout: 60_000 },
    trustProxy: ['loopback'],
  });
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const ask = (query: string, client: string) => server.post({ query }, { 'x-forwarded-for': client });
const heavy = (client: string) =>
  ask('{ publications(search: "migrants trafficking") { totalCount } }', client);
/** Reads the table of a topic's members, not the publications that are locked. */
const light = () => ask('{ topic(slug: "capacity-building") { publications { totalCount } } }', '10.0.0.9');

async function waitForQueue(statements: number): Promise<void> {
  const address = new URL('/metrics', server.url);
  const line = `pubatlas_heavy_statements{state="waiting"} ${statements}\n`;
  await until(`${statements} statements to wait`, async () =>
    (await (await fetch(address)).text()).includes(line),
  );
}

it('light questions are answered while heavy ones take and fill what they may', async () => {
  await (await heavy('10.0.0.1')).text(); // looks the words up, which is light
  const gate = await closeGate(catalogue);
  const running = [heavy('10.0.0.1'), heavy('10.0.0.1')];
  await gate.waitFor(2);
  const waiting = [heavy('10.0.0.1')];
  await waitForQueue(1);
  const answers = async () => Promise.all(Array.from({ length: 5 }, async () => (await light()).status));
  expect(await answers()).toEqual([200, 200, 200, 200, 200]);

  const refused = await heavy('10.0.0.1');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({
    errors: [
      {
        message:
          'Too many searches, counts and statistics are waiting, of all clients or of yours; try again in a moment.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      },
    ],
  });
  // Another client has the other half of the queue.
  waiting.push(heavy('10.0.0.2'));
  await waitForQueue(2);
  expect(await answers()).toEqual([200, 200, 200, 200, 200]);
  await gate.waitFor(2);
  await gate.open();
  for (const answer of await Promise.all([...running, ...waiting])) expect(answer.status).toBe(200);
});
