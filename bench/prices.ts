import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { projectFolder } from '../src/project.ts';
import { contenders } from './contenders/contenders.ts';
import { countryCodes } from './data/publications.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { vocabulary } from './data/words.ts';
import { cpuTimes, parentPid, spent } from './load/cpu.ts';
import { type Server, startServer } from './load/server.ts';
import { sizesOf } from './options.ts';

/**
 * Measures operations that cost nearly LIMIT_COST: CPU time of the server and of PostgreSQL, and size of the answer.
 * The results are in docs/explanation/cost.md.
 */

const PORT = 4180;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100k' },
    /** Megabytes for the column store; with 0, PostgreSQL does all counting. */
    counts: { type: 'string', default: '256' },
    only: { type: 'string', default: '' },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const aliases = (count: number, make: (i: number) => string) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${make(i)}`).join(' ')} }`;
/** Returns a frequent word, because frequent words have the most hits. */
const word = (i: number) => vocabulary[i + 5] as string;
const years = (i: number) => `filter: { year: { from: ${1950 + i}, to: 2030 } }`;
const anyOf = (words: number, i: number) =>
  Array.from({ length: words }, (_, n) => word((i + 7 * n) % 400)).join(' OR ');
const anyPrefix = (prefixes: number, i: number) =>
  Array.from({ length: prefixes }, (_, n) => `${word(i + n).slice(0, 2)}*`).join(' OR ');
const named = (names: number) =>
  Array.from({ length: names }, (_, i) => `{ contributors: { name: "${word(i).slice(0, 3)}" } }`).join(' ');
const statistics = (given: string) => `publicationStatistics(${given}) { rowCount rows { count } }`;
const PAIRS = [
  'AUTHOR, COUNTRY',
  'AUTHOR, REGION',
  'AUTHOR, TOPIC',
  'COUNTRY, REGION',
  'AUTHOR, YEAR',
  'CONTRIBUTOR, REGION',
];

const operations: Record<string, string> = {
  'statistics by author, country, region': `{ ${statistics('by: [AUTHOR, COUNTRY, REGION]')} }`,
  'statistics by contributor, country, region, filtered': `{ ${statistics(`by: [CONTRIBUTOR, COUNTRY, REGION] ${years(1)}`)} }`,
  '5 statistics by two dimensions': aliases(5, (i) =>
    statistics(`by: [${PAIRS[i]}]`).replace(' rows { count }', ''),
  ),
  '4 statistics by two dimensions, filtered': aliases(4, (i) => statistics(`by: [${PAIRS[i]}] ${years(i)}`)),
  '30 statistics by region, filtered': aliases(30, (i) => statistics(`by: [REGION] ${years(i)}`)),
  '30 statistics by author, filtered': aliases(30, (i) => statistics(`by: [AUTHOR] ${years(i)}`)),
  '9 facets of searches': aliases(
    9,
    (i) => `publications(search: "${word(i)}") { facets { authors(first: 1) { distinct } } }`,
  ),
  '18 facets of filters': aliases(
    18,
    (i) => `publications(${years(i)}) { facets { regions(first: 1) { distinct } } }`,
  ),
  '19 searches with counts': aliases(
    19,
    (i) => `publications(search: "${word(i)}", first: 1) { totalCount nodes { title } }`,
  ),
  '18 searches for two words, 20 hits with highlights': aliases(
    18,
    (i) => `publications(search: "${word(i)} ${word(i + 1)}", first: 20) { edges { highlights { field } } }`,
  ),
  '45 filtered counts': aliases(45, (i) => `publications(${years(i)}) { totalCount }`),
  '7 counts by a name of a contributor': aliases(
    7,
    (i) => `publications(filter: { contributors: { name: "${word(i).slice(0, 3)}" } }) { totalCount }`,
  ),
  '7 names of contributors in a filter': `{ publications(filter: { not: { or: [${named(7)}] } }) { totalCount } }`,
  '99 years in a filter': `{ publications(filter: { or: [${Array.from({ length: 99 }, (_, i) => `{ year: { from: ${1950 + i}, to: ${1950 + i} } }`).join(' ')}] }) { totalCount } }`,
  '9 facets of searches for 3 words': aliases(
    9,
    (i) => `publications(search: "${anyOf(3, i)}") { facets { authors(first: 1) { distinct } } }`,
  ),
  '3 facets of searches for 80 words': aliases(
    3,
    (i) => `publications(search: "${anyOf(80, i)}") { facets { authors(first: 1) { distinct } } }`,
  ),
  '9 facets of searches for 2 prefixes': aliases(
    9,
    (i) => `publications(search: "${anyPrefix(2, i)}") { facets { authors(first: 1) { distinct } } }`,
  ),
  '3 counts of searches for 80 words': aliases(
    3,
    (i) => `publications(search: "${anyOf(80, i)}", first: 1) { totalCount }`,
  ),
  '19 counts of searches for 3 words': aliases(
    19,
    (i) => `publications(search: "${anyOf(3, i)}", first: 1) { totalCount }`,
  ),
  '19 counts of searches for 2 prefixes': aliases(
    19,
    (i) => `publications(search: "${anyPrefix(2, i)}", first: 1) { totalCount }`,
  ),
  '500 publications with related': aliases(
    5,
    (i) => `publications(first: 100, ${years(i)}) { nodes { related(first: 20) { publication { title } } } }`,
  ),
  '8 relaxations of searches': aliases(
    8,
    (i) =>
      `publications(search: "${word(i)} ${word(i + 1)} ${word(i + 2)} zzzz", first: 0) { relaxations { count } }`,
  ),
  '15 suggestions': aliases(15, (i) => `suggest(text: "${word(i).slice(0, 2)}") { __typename }`),
  '100 countries with publications': `{ countries(first: 100) { nodes { publications(first: 20) { nodes { title abstract year } } } } }`,
  '100 countries with filtered counts': `{ countries(first: 100) { nodes { publications(filter: { year: { from: 1950 } }) { totalCount } } } }`,
  '100 countries with searched counts': `{ countries(first: 100) { nodes { publications(search: "${word(1)}") { totalCount } } } }`,
  '19 countries with facets': `{ countries(first: 19) { nodes { publications { facets { authors(first: 1) { distinct } } } } } }`,
  '40 publications with related': `{ publications(first: 40) { nodes { related(first: 20) { publication { title } } } } }`,
  '39 pages of 100 abstracts': aliases(
    39,
    (i) => `publications(first: 100, ${years(i)}) { nodes { abstract } }`,
  ),
  '100 publications with all lists': `{ publications(first: 100) { nodes { title abstract countries { code name regions { slug } } authors { name publications(first: 1) { totalCount } } } } }`,
  'authors of the world': `{ authors(first: 100) { nodes { name publications(first: 20) { nodes { title authors { name } } } } } }`,
  '10 pages with contributions': `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: publications(filter: { countries: { anyOf: ["${countryCodes[i]}"] } }, first: 100) { totalCount nodes { title contributions { author { name } } } }`).join(' ')} }`,
};

// Measure the compiled build, as in the Docker image.
if (values.build)
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: projectFolder, stdio: 'inherit' });
const postgres = await startPostgres();
try {
  const [size = 0] = sizesOf(values.size);
  const { url } = await prepareDatabase(postgres, size);
  const [pubatlas] = contenders;
  if (!pubatlas) throw new Error('There is no server to measure.');
  process.env.COUNTS_MEMORY = values.counts;
  process.env.LOG_LEVEL = 'silent';
  // Raise the timeouts, so that operations finish on a busy machine. CPU time is measured, not elapsed time.
  process.env.LIMIT_STATEMENT_TIMEOUT = '100000';
  process.env.LIMIT_REQUEST_TIMEOUT = '100000';
  const server = await startServer(pubatlas, PORT, url);
  try {
    await measureAll(server, url);
  } finally {
    await server.stop();
  }
} finally {
  await postgres.stop();
}

async function measureAll(server: Server, url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = await parentPid(rows[0]?.pid as number);
  await client.end();
  const readCpu = async () =>
    [
      await cpuTimes(server.pid, { descend: false }),
      postmaster === null ? new Map<number, number>() : await cpuTimes(postmaster, { descend: true }),
    ] as const;
  console.log('| operation | cost | answer | server CPU s | PostgreSQL CPU s | MB |');
  console.log('| --------- | ---: | ------ | -----------: | ---------------: | -: |');
  if (values.counts !== '0') await isCountingInColumns(server.port);
  for (const [name, query] of Object.entries(operations)) {
    if (!name.includes(values.only)) continue;
    const before = await readCpu();
    const { status, text } = await ask(server.port, query);
    const after = await readCpu();
    const answer = JSON.parse(text) as {
      extensions?: { cost?: { estimated: number } };
      errors?: { message: string; extensions: { code: string } }[];
    };
    const seconds = (i: 0 | 1) => (spent(before[i], after[i]) / 1000).toFixed(2);
    const code = answer.errors?.[0]
      ? `${answer.errors[0].extensions.code} ${answer.errors[0].message.slice(0, 120)}`
      : '';
    console.log(
      `| ${[name, answer.extensions?.cost?.estimated ?? '', `${status} ${code}`.trim(), seconds(0), seconds(1), (text.length / 1e6).toFixed(2)].join(' | ')} |`,
    );
  }
}

/** Waits until the column store is ready. Before that, the server refuses statistics by three dimensions. */
async function isCountingInColumns(port: number): Promise<void> {
  while ((await ask(port, `{ ${statistics('by: [YEAR, COUNTRY, TOPIC]')} }`)).status !== 200)
    await delay(1000);
}

async function ask(port: number, query: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://localhost:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-graphql-cost': '1',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}
