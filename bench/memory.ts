import { execFileSync } from 'node:child_process';
import { Agent, type IncomingMessage, request as sendRequest } from 'node:http';
import { parseArgs } from 'node:util';
import { projectFolder } from '../src/project.ts';
import { contenders } from './contenders/contenders.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { makeDocument } from './documents.ts';
import { residentMemory } from './load/cpu.ts';
import { type Server, startServer } from './load/server.ts';
import { sizesOf } from './options.ts';
import { type Random, between, seededRandom } from './random.ts';

/**
 * Measures a server's memory over time while clients send many distinct documents. The results are in
 * docs/explanation/benchmarks.md.
 */

const PORT = 4170;
const MEGABYTE = 1024 * 1024;

/** Executions per operation in a run without `--minutes`. Must be enough for the operation to be compiled. */
const TIMES = 7;

/** Share of requests with a frequent document, in a run with `--minutes`. */
const FREQUENT_SHARE = 0.5;
const FREQUENT = 50;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    documents: { type: 'string', default: '50000' },
    minutes: { type: 'string', default: '0' },
    connections: { type: 'string', default: '8' },
    rows: { type: 'string', default: '12' },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const [size = 0] = sizesOf(values.size);
const [documents, minutes, connections, rows] = [
  Number(values.documents),
  Number(values.minutes),
  Number(values.connections),
  Number(values.rows),
] as const;

// Measure the compiled build, as in the Docker image.
if (values.build)
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: projectFolder, stdio: 'inherit' });
const postgres = await startPostgres();
try {
  const { url } = await prepareDatabase(postgres, size);
  const [pubatlas] = contenders;
  if (!pubatlas) throw new Error('There is no server to measure.');
  const server = await startServer(pubatlas, PORT, url);
  try {
    await measure(server);
  } finally {
    await server.stop();
  }
} finally {
  await postgres.stop();
}

/** Sends the load in `rows` steps, and prints a row of the table after each. */
async function measure(server: Server): Promise<void> {
  console.log(
    minutes > 0
      ? `${minutes} minutes of ${documents} distinct documents over ${size} publications; half of the requests send one of ${FREQUENT} of them.`
      : `${documents} distinct documents over ${size} publications, each sent ${TIMES} times.`,
  );
  console.log();
  console.log('| after | requests | RSS MB | heap used MB | heap MB | outside the heap MB |');
  console.log('| ----- | -------: | -----: | -----------: | ------: | ------------------: |');
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const random = seededRandom(1);
  let requests = 0;
  await printRow(server, 'start', requests);
  try {
    for (let row = 1; row <= rows; row++) {
      if (minutes > 0) requests += await sendFor((minutes / rows) * 60_000, random, agent);
      else {
        const [from, to] = [row - 1, row].map((part) => Math.round((part * documents) / rows)) as [
          number,
          number,
        ];
        requests += await sendEach(from, to, agent);
      }
      await printRow(
        server,
        minutes > 0
          ? `${((row * minutes) / rows).toFixed(1)} min`
          : String(Math.round((row * documents) / rows)),
        requests,
      );
    }
  } finally {
    agent.destroy();
  }
}

async function printRow(server: Server, after: string, requests: number): Promise<void> {
  const metrics = await (await fetch(`http://localhost:${server.port}/metrics`)).text();
  const megabytes = (name: string) => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1];
    return value === undefined ? '' : String(Math.round(Number(value) / MEGABYTE));
  };
  const cells = [
    after,
    requests,
    await residentMemory(server.pid),
    megabytes('nodejs_heap_size_used_bytes'),
    megabytes('nodejs_heap_size_total_bytes'),
    megabytes('nodejs_external_memory_bytes'),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** Sends the documents `from` to `to` - 1, each `TIMES` times in a row. @returns the number of requests */
async function sendEach(from: number, to: number, agent: Agent): Promise<number> {
  let next = from;
  const client = async () => {
    while (next < to) {
      const query = makeDocument(next++, size);
      for (let i = 0; i < TIMES; i++) await post(query, agent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return (to - from) * TIMES;
}

/** Sends random documents for a time. @returns the number of requests */
async function sendFor(milliseconds: number, random: Random, agent: Agent): Promise<number> {
  const end = performance.now() + milliseconds;
  let requests = 0;
  const client = async () => {
    while (performance.now() < end) {
      const most = random() < FREQUENT_SHARE ? FREQUENT : documents;
      await post(makeDocument(between(random, 0, most - 1), size), agent);
      requests++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return requests;
}

async function post(query: string, agent: Agent): Promise<void> {
  const body = JSON.stringify({ query });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sendRequest(
      {
        ...{ port: PORT, path: '/graphql', method: 'POST', agent },
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      resolve,
    )
      .on('error', reject)
      .end(body);
  });
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
  // A busy machine may leave a request waiting for the database until the server refuses it.
  if (response.statusCode !== 200 && response.statusCode !== 503)
    throw new Error(`${response.statusCode} ${text.slice(0, 500)} for ${query}`);
}
