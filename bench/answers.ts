import { isDeepStrictEqual } from 'node:util';
import type { Operation } from './contenders/contender.ts';
import type { Server } from './load/server.ts';
import type { Variables, WorkloadName } from './workloads.ts';

/** Number of requests per workload whose answers are compared. */
const COMPARED = 40;

/** Makes the requests of a workload for a contender. For later pages, it fetches the contender's own cursors. */
export async function makeRequests<Name extends WorkloadName>(
  server: Server,
  name: Name,
  all: readonly Variables[Name][],
): Promise<object[]> {
  const operation = server.contender.operations[name] as Operation<Name>;
  const pages = new Map<string, object[]>();
  const requests: object[] = [];
  for (const variables of all) {
    const { page = 0, ...rest } = variables as Variables[Name] & { page?: number };
    const key = JSON.stringify(rest);
    const known = pages.get(key) ?? [operation.request(variables, null)];
    pages.set(key, known);
    while (known.length <= page) {
      const { data } = await server.ask(known.at(-1) as object);
      const cursor = operation.cursor(data);
      if (cursor === null) break;
      known.push(operation.request(variables, cursor));
    }
    requests.push(known[Math.min(page, known.length - 1)] as object);
  }
  return requests;
}

/** Sends the same requests to every contender. @throws if an answer differs from the first contender's */
export async function compareAnswers(
  name: WorkloadName,
  contenders: readonly { server: Server; requests: readonly object[] }[],
): Promise<void> {
  for (let i = 0; i < COMPARED; i++) {
    const answers = await Promise.all(
      contenders.map(async ({ server, requests }) => {
        const operation = server.contender.operations[name];
        return operation.read((await server.ask(requests[i] as object)).data as never);
      }),
    );
    const other = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
    if (other < 0) continue;
    const [first, differing] = [contenders[0], contenders[other]].map(
      (server) => server?.server.contender.name,
    );
    throw new Error(
      `${name}: ${differing} answers otherwise than ${first} where it is asked\n` +
        `${JSON.stringify(contenders[other]?.requests[i])}\n${difference(answers[0], answers[other])}`,
    );
  }
}

/** Returns the path and the values of the first difference between two answers. */
function difference(expected: unknown, actual: unknown, path = 'answer'): string {
  if (typeof expected === 'object' && typeof actual === 'object' && expected && actual)
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const [one, other] = [expected, actual].map((answer) => (answer as Record<string, unknown>)[key]);
      if (!isDeepStrictEqual(one, other)) return difference(one, other, `${path}.${key}`);
    }
  return `${path}: ${JSON.stringify(expected)} and ${JSON.stringify(actual)}`;
}
