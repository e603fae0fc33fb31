import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '../src/db/database.ts';
import { projectFolder } from '../src/project.ts';
import { type Question, heavyQuestions, questionsOf, walk } from './analyst/questions.ts';
import { makeRequests } from './answers.ts';
import { contenders, installOthers, nodeVersion } from './contenders/contenders.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { vocabulary } from './data/words.ts';
import { residentMemory } from './load/cpu.ts';
import { startMeter } from './load/measure.ts';
import { type Server, startServer, toBytes } from './load/server.ts';
import { sizesOf } from './options.ts';
import { median, quantile } from './statistics.ts';
import { type WorkloadName, drawVariables } from './workloads.ts';

/**
 * Measures an analyst's queries (W8 to W15), sent one at a time over HTTP: `npm run bench:analyst -- --size 1m`. W8 to
 * W12 are compared with a hand-written SQL statement each, sent to PostgreSQL directly. Times are medians of
 * five rounds in milliseconds. Each round asks other questions of the same kind, each twice.
 */

const PORT = 4159;
const ROUNDS = 5;
/** If a statement takes longer than this, in milliseconds, later rounds don't send it. */
const SLOW = 1000;
/** Milliseconds that a count takes at most if PostgreSQL need not read all rows of frequent words. */
const FAST = 150;
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100k' },
    only: { type: 'string' },
    /** Seconds of measuring for W14, once alone and once beside heavy clients. */
    seconds: { type: 'string', default: '20' },
    /** Maximum number of hits that W15 reads. */
    hits: { type: 'string', default: '100000' },
  },
});
const only = values.only?.toUpperCase().split(',');
const isAsked = (workload: string) => !only || only.includes(workload);

installOthers();
execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: projectFolder, stdio: 'inherit' });
const postgres = await startPostgres();
try {
  for (const size of sizesOf(values.size)) {
    const { url } = await prepareDatabase(postgres, size);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const server = await startServer(contenders[0] as (typeof contenders)[0], PORT, url);
    console.log(`\n## ${size.toLocaleString('en')} publications, Node ${nodeVersion()}\n`);
    try {
      await untilCopied(server);
      await measureQuestions(server, client);
      if (isAsked('W13')) await measureSuggestions(server, client);
      if (isAsked('W14')) await measureBystanders(server, url, size);
      if (isAsked('W15')) await measureWalk(server);
      console.log(`\nThe server has ${await residentMemory(server.pid)} MB.`);
    } finally {
      await server.stop();
      await client.end();
    }
  }
} finally {
  await postgres.stop();
}

/**
 * Waits until the server has its copy in columns with the publications of frequent words, which it makes in the
 * background: then counts of frequent words are fast. Each try asks another question, because counts are kept.
 */
async function untilCopied(server: Server): Promise<void> {
  const query = 'query ($search: String!) { publications(search: $search) { totalCount } }';
  for (let rank = 3000; rank < 3060; rank++) {
    const variables = { search: `${vocabulary[3]} ${vocabulary[4]} -${vocabulary[rank]}` };
    const [, took] = await timed(() => server.ask({ query, variables }).catch(() => delay(SLOW)));
    if (took < FAST) return;
    await delay(SLOW);
  }
}

async function measureQuestions(server: Server, client: pg.Client): Promise<void> {
  console.log('|  | question | goal at 1 M, ms | pubatlas, ms | asked again, ms | SQL by hand, ms |');
  console.log('| --- | --- | ---: | ---: | ---: | ---: |');
  for (const [i, { workload, name, goal }] of questionsOf(0).entries()) {
    if (!isAsked(workload)) continue;
    const asked: number[] = [];
    const again: number[] = [];
    const byHand: number[] = [];
    // The first round is a warm-up: it reads from disk what later rounds find in memory.
    for (let round = 0; round <= ROUNDS; round++) {
      const question = questionsOf(round)[i] as Question;
      const isSlow = byHand.some((ms) => ms > SLOW);
      const [answer, took] = await timed(() => askFor(server, question));
      const [, tookAgain] = await timed(() => askFor(server, question));
      const [rows, tookByHand] = isSlow ? [answer, 0] : await timed(() => askByHand(client, question));
      if (!isDeepStrictEqual(answer, rows))
        throw new Error(`${name}: pubatlas counts ${answer.join()}, SQL ${rows.join()}.`);
      if (round === 0) continue;
      asked.push(took);
      again.push(tookAgain);
      if (!isSlow) byHand.push(tookByHand);
    }
    console.log(
      `| ${workload} | ${name} | ${goal} | ${[asked, again, byHand].map((times) => shown(median(times))).join(' | ')} |`,
    );
  }
}

async function askFor(server: Server, { query, variables, read }: Question): Promise<number[]> {
  return read((await server.ask({ query, variables })).data as never);
}

async function askByHand(client: pg.Client, { sql }: Question): Promise<number[]> {
  const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
  return rows.map(([count]) => Number(count));
}

/** Measures W13: suggestions for all prefixes, up to 20 characters long, of a thousand titles and names. */
async function measureSuggestions(server: Server, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ text: string }>(`
    (select title as text from publication where id % 97 = 0 order by id limit 500)
    union all (select name from author where id % 89 = 0 order by id limit 500)`);
  const prefixes = new Set(
    rows.flatMap(({ text }) => Array.from({ length: 20 }, (_, end) => text.slice(0, end + 1).trim())),
  );
  const times: number[] = [];
  const query = 'query ($text: String!) { suggest(text: $text) { kind value label } }';
  for (const text of prefixes) times.push((await timed(() => server.ask({ query, variables: { text } })))[1]);
  console.log(
    `\nW13, suggestions for ${prefixes.size} prefixes: median ${shown(median(times))} ms, ` +
      `p99 ${shown(quantile(times, 0.99))} ms (goal 30), slowest ${shown(Math.max(...times))} ms`,
  );
}

/** Measures W14: the p99 of a web page's queries, alone and while eight clients ask for facets and statistics. */
async function measureBystanders(server: Server, url: string, size: number): Promise<void> {
  const db = openDatabase(url);
  const variables = await drawVariables(db, size).finally(() => db.destroy());
  const meter = await startMeter(url);
  const seconds = Number(values.seconds);
  console.log(
    `\nW14, p99 in ms, alone and beside 8 clients that repeat W11 and W12 (goal: 3 times at most):\n`,
  );
  console.log('|  | alone | beside them | ratio |');
  console.log('| --- | ---: | ---: | ---: |');
  try {
    for (const name of ['W1', 'W2', 'W4', 'W6'] as const satisfies WorkloadName[]) {
      const requests = (await makeRequests<WorkloadName>(server, name, variables[name])).map((request) =>
        toBytes(server.port, request),
      );
      const measure = () => meter.measure(server, requests, { seconds: seconds / 4, connections: 4 });
      await measure();
      const alone = await measure();
      const clients = startHeavyClients(server);
      const beside = await measure();
      const failed = await clients.stop();
      console.log(
        `| ${name} | ${shown(alone.p99)} | ${shown(beside.p99)} | ${(beside.p99 / alone.p99).toFixed(1)} |` +
          (failed > 0 ? ` ${failed} heavy questions failed` : ''),
      );
    }
  } finally {
    await meter.close();
  }
}

/** Starts eight clients that send heavy queries. `stop` returns how many queries failed. */
function startHeavyClients(server: Server): { stop(): Promise<number> } {
  const questions = heavyQuestions();
  let [isStopped, failed, next] = [false, 0, 0];
  const ask = async () => {
    while (!isStopped) {
      const question = questions[next++ % questions.length] as Question;
      await askFor(server, question).catch(() => failed++);
    }
  };
  const clients = Array.from({ length: 8 }, ask);
  return {
    async stop() {
      isStopped = true;
      await Promise.all(clients);
      return failed;
    },
  };
}

/** Measures W15: reads all pages of 100 of a search, and prints the rate of all, the first tenth and the last tenth. */
async function measureWalk(server: Server): Promise<void> {
  const most = Number(values.hits);
  const pages: number[] = [];
  let after: string | null = null;
  for (let walked = 0; walked < most; walked += 100) {
    const [{ data }, took] = await timed(() =>
      server.ask({ query: walk.query, variables: { search: walk.search, after } }),
    );
    const { pageInfo } = (data as Walk).publications;
    pages.push(took);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const rate = (times: readonly number[]) =>
    Math.round((times.length * 100_000) / times.reduce((sum, time) => sum + time, 0)).toLocaleString('en');
  const tenth = Math.ceil(pages.length / 10);
  console.log(
    `\nW15, a walk through ${(pages.length * 100).toLocaleString('en')} hits in pages of 100: ${rate(pages)} publications a ` +
      `second (goal 3,000), ${rate(pages.slice(0, tenth))} in its first tenth, ${rate(pages.slice(-tenth))} in its last`,
  );
}

interface Walk {
  publications: { pageInfo: { hasNextPage: boolean; endCursor: string } };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

function shown(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}
