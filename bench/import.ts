import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { bringUpToDate } from '../src/cli/migrate.ts';
import { openDatabase } from '../src/db/database.ts';
import type { EmbeddedPostgres } from '../src/embedded/embedded.ts';
import { importFiles } from '../src/import/import.ts';
import { benchFolder, startPostgres, withEmptyDatabase, writeRecords } from './data/database.ts';
import { cpuTimes, spent } from './load/cpu.ts';
import { postmasterOf } from './load/measure.ts';
import { readOptions } from './options.ts';

/**
 * Measures the import of JSON Lines into an empty catalogue, and a second import of the same file:
 * `npm run bench:import -- --size 10k`. On a busy machine, compare the CPU time per record, not the rate.
 */

interface Figures {
  seconds: number;
  /** Milliseconds of CPU time per record. */
  nodeCpu: number;
  postgresCpu: number;
  /** Maximum resident memory of this process in MiB. */
  memory: number;
}

const { sizes } = readOptions(process.argv.slice(2));
const postgres = await startPostgres();
try {
  console.log('| records | import | records/s | CPU of Node | CPU of PostgreSQL | memory |');
  console.log('| ---: | --- | ---: | ---: | ---: | ---: |');
  for (const size of sizes) await measureSize(postgres, size);
} finally {
  await postgres.stop();
}

async function measureSize(postgres: EmbeddedPostgres, size: number): Promise<void> {
  const file = path.join(benchFolder, `import-${size}.jsonl`);
  await writeRecords(size, file);
  try {
    await withEmptyDatabase(postgres, 'bench_import', async (url) => {
      for (const kind of ['first', 'unchanged'] as const) {
        const { seconds, nodeCpu, postgresCpu, memory } = await measureImport(url, file, size);
        const rate = Math.round(size / seconds).toLocaleString('en');
        const cells = [size.toLocaleString('en'), kind, rate];
        const costs = [`${nodeCpu.toFixed(3)} ms`, `${postgresCpu.toFixed(3)} ms`, `${memory} MB`];
        console.log(`| ${[...cells, ...costs].join(' | ')} |`);
      }
    });
  } finally {
    await rm(file, { force: true });
  }
}

async function measureImport(url: string, file: string, size: number): Promise<Figures> {
  const db = openDatabase(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await bringUpToDate(db);
    const postmaster = await postmasterOf(client);
    const readCpu = () =>
      postmaster === null ? new Map<number, number>() : cpuTimes(postmaster, { descend: true, reaped: true });
    const before = await readCpu();
    const nodeBefore = process.cpuUsage();
    const start = performance.now();
    let memory = 0;
    const noteMemory = () => (memory = Math.max(memory, process.memoryUsage.rss()));
    await importFiles(db, [file], { heading: 'topic', onProgress: noteMemory });
    noteMemory();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(nodeBefore);
    return {
      seconds,
      nodeCpu: (user + system) / 1000 / size,
      postgresCpu: spent(before, await readCpu()) / size,
      memory: Math.round(memory / 2 ** 20),
    };
  } finally {
    await client.end();
    await db.destroy();
  }
}
