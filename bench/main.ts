import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/db/database.ts';
import { projectFolder } from '../src/project.ts';
import { compareAnswers, makeRequests } from './answers.ts';
import { installOthers, nodeVersion } from './contenders/contenders.ts';
import { benchFolder, prepareDatabase, startPostgres } from './data/database.ts';
import { startMeter } from './load/measure.ts';
import { countStatements } from './load/statements.ts';
import { type Server, startServer, toBytes } from './load/server.ts';
import { type Options, readOptions } from './options.ts';
import { type Report, type Result, toMarkdown } from './report.ts';
import { drawVariables } from './workloads.ts';

const FIRST_PORT = 4160;
const WARM_UP = 0.5;

const options = readOptions(process.argv.slice(2));
installOthers();
// Measure the compiled build, as in the Docker image.
execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: projectFolder, stdio: 'inherit' });
const tooOld = options.contenders.find(({ node = 0 }) => Number.parseInt(nodeVersion()) < node);
if (tooOld)
  throw new Error(
    `${tooOld.name} needs Node ${tooOld.node} or newer; run this with one, or leave it out with --contenders.`,
  );
const postgres = await startPostgres();
try {
  for (const size of options.sizes) {
    const { url, importRate } = await prepareDatabase(postgres, size);
    const results = await compare(url, size, options);
    if (!options.checkOnly) await write({ size, importRate, machine: machine(), date: today(), results });
  }
} finally {
  await postgres.stop();
}

/** Compares the contenders' answers for each workload, then measures the contenders in interleaved rounds. */
async function compare(url: string, size: number, options: Options): Promise<Result[]> {
  const db = openDatabase(url);
  const variables = await drawVariables(db, size).finally(() => db.destroy());
  const servers: Server[] = [];
  const meter = await startMeter(url);
  try {
    for (const [i, contender] of options.contenders.entries())
      servers.push(await startServer(contender, FIRST_PORT + i, url));
    const results: Result[] = [];
    for (const name of options.workloads) {
      const asked = await Promise.all(
        servers.map(async (server) => ({
          server,
          requests: await makeRequests(server, name, variables[name]),
        })),
      );
      await compareAnswers(name, asked);
      console.log(`${name}: the contenders give the same answers.`);
      if (options.checkOnly) continue;
      const ready = [];
      for (const { server, requests } of asked)
        ready.push({
          server,
          requests: requests.map((request) => toBytes(server.port, request)),
          result: {
            workload: name,
            contender: server.contender.name,
            statements: await countStatements(url, server, requests.slice(0, 50)),
            rounds: [],
          } as Result,
        });
      results.push(...ready.map(({ result }) => result));
      const { seconds, connections } = options;
      // A warm-up round: otherwise the first contender reads from disk what the others find in memory.
      for (const { server, requests } of ready)
        await meter.measure(server, requests, { seconds, connections });
      for (let round = 0; round < options.rounds; round++) {
        for (const { server, requests, result } of ready) {
          await meter.measure(server, requests, { seconds: seconds * WARM_UP, connections });
          const measured = await meter.measure(server, requests, { seconds, connections });
          result.rounds.push(measured);
          console.log(
            `${name} ${server.contender.name.padEnd(12)} ${measured.requestsPerSecond.toFixed(0).padStart(6)}/s`,
          );
        }
      }
    }
    return results;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await meter.close();
  }
}

async function write(report: Report): Promise<void> {
  const folder = path.join(benchFolder, 'results');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${report.date}-${report.size}`);
  const markdown = toMarkdown(report);
  await writeFile(`${file}.json`, JSON.stringify(report, null, 2));
  await writeFile(`${file}.md`, markdown);
  console.log(`\n${markdown}\nWritten to ${file}.md and .json`);
}

function machine(): string {
  const all = cpus();
  return `${all.length} × ${all[0]?.model.trim() || 'unknown processor'}, Node ${nodeVersion()}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 16).replace(':', '');
}
