import { Agent, request } from 'node:http';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(() => catalogue.close());

/** The status of a request, or the code of the error of its connection. */
function send(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ query: '{ country(code: "NG") { name } }' });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode as number));
    })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code as string))
      .end(body);
  });
}

it('a server that is stopped says so, answers on, and drops no request of clients that keep connections', async () => {
  const server = await testServer(catalogue, { shutdownDelay: 400 });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const outcomes: (number | string)[] = [];
  const client = setInterval(() => void send(server.url, agent).then((outcome) => outcomes.push(outcome)), 8);
  try {
    await until('requests to be answered', async () => outcomes.length > 50);
    const ready = async () => fetch(new URL('/health/ready', server.url)).then((response) => response.json());
    expect(await ready()).toEqual({ status: 'ok' });
    const stopped = server.stop();
    expect(await ready()).toEqual({ status: 'unavailable', reason: 'the server is stopping' });
    const before = outcomes.length;
    await stopped;
    expect(outcomes.length).toBeGreaterThan(before);
    await until('the server to be gone', async () => outcomes.at(-1) === 'ECONNREFUSED');
  } finally {
    clearInterval(client);
    agent.destroy();
  }
  expect(new Set(outcomes)).toEqual(new Set([200, 'ECONNREFUSED']));
  expect(outcomes.indexOf('ECONNREFUSED')).toBeGreaterThan(50);
});
