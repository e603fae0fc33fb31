import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import type { Usage } from '../../src/context.ts';
import { RequestAborted } from '../../src/db/failures.ts';
import { createTurns } from '../../src/server/turns.ts';
import { closeGate } from '../support/gate.ts';
import { type TestServer, testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  // One client may have operations for 4,000 points running, and those up to 10 don't count.
  server = await testServer(catalogue, {
    limits: { cost: 1000 },
    poolSize: 20,
    heavyPoolSize: 15,
    countsMemory: 0,
    trustProxy: ['loopback'],
  });
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

/** Costs 802, with a statement of its own for each number. */
const list = (number: number) =>
  `publications(first: 100, filter: { year: { from: ${number} } }) { nodes { title year slug issued type place edition } }`;
const expensive = (number: number) => `{ ${list(number)} }`;
const ask = (query: string, client: string, signal?: AbortSignal) =>
  server.post({ query }, { 'x-forwarded-for': client, 'x-graphql-cost': '1' }, signal);

describe('many expensive operations of one client', () => {
  it('run four at a time, while other clients and inexpensive operations don’t wait', async () => {
    const gate = await closeGate(catalogue);
    const leaving = new AbortController();
    const answers = [1, 2, 3, 4, 5, 6].map((number) => ask(expensive(number), '192.0.2.1'));
    await gate.waitFor(4);
    const left = ask(expensive(7), '192.0.2.1', leaving.signal).catch((error: unknown) => error);
    answers.push(ask(expensive(8), '192.0.2.2'));
    await gate.waitFor(5);
    expect((await ask('{ __typename }', '192.0.2.1')).status).toBe(200);
    leaving.abort();
    await left;
    await gate.open();
    for (const answer of await Promise.all(answers))
      expect(await answer.json()).toMatchObject({ extensions: { cost: { estimated: 802 } } });
    expect((await ask(expensive(9), '192.0.2.1')).status).toBe(200);
  });

  it('leave no trace if another check refuses them while they wait', async () => {
    const turns = createTurns(10);
    /** Has the price of what one client may have running. */
    const begin = async () => {
      const usage = { client: '192.0.2.1', cost: 40 } as Usage;
      const session = { signal: new AbortController().signal };
      const hooks = await turns.plugin.requestDidStart?.({ contextValue: { usage, session } } as never);
      return { usage, turn: hooks?.didResolveOperation?.({} as never) };
    };
    const first = await begin();
    await first.turn;
    const refused = await begin();
    turns.end(refused.usage);
    await expect(refused.turn).rejects.toBeInstanceOf(RequestAborted);
    const next = await begin();
    turns.end(first.usage);
    await next.turn;
    turns.end(next.usage);
  });
});

describe('hundreds of inexpensive operations of one client', () => {
  it('let another client pass', async () => {
    // Each takes milliseconds to parse and validate.
    const document = (number: number) =>
      `{ ${Array.from({ length: 150 }, (_, i) => `a${number}x${i}: country(code: "NG") { name code }`).join(' ')} }`;
    let answered = 0;
    const flood = Array.from({ length: 200 }, async (_, number) => {
      const { status } = await ask(document(number), '192.0.2.1');
      answered++;
      return status;
    });
    const bystander = await ask('{ __typename }', '192.0.2.2');
    const before = answered;
    expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
    expect(bystander.status).toBe(200);
    // It was the last to ask, and would be answered last.
    expect(before).toBeLessThan(190);
  });
});
