import { createSchema } from '../src/api/schema.ts';
import { openReaders } from '../src/db/readers.ts';
import { openSnapshot } from '../src/db/snapshot.ts';
import { readExportArguments } from '../src/export/arguments.ts';
import { exportPublications } from '../src/export/download.ts';
import { EXPORT_FORMATS } from '../src/export/formats/formats.ts';
import { createExportContext } from '../src/export/snapshot.ts';
import { DEFAULT_LIMITS } from '../src/graphql/limits.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { readOptions } from './options.ts';

/**
 * Measures the speed and memory growth of an export in each format, without HTTP and with the options of Node that the
 * server has: `npm run bench:export -- --size 100k`. CPU time is that of this process, without PostgreSQL.
 */

const MB = 1024 * 1024;

const { sizes } = readOptions(process.argv.slice(2));
const postgres = await startPostgres();
try {
  for (const size of sizes) await measure((await prepareDatabase(postgres, size)).url, size);
} finally {
  await postgres.stop();
}

interface Measured {
  seconds: number;
  /** CPU time of this process in seconds. */
  processor: number;
  bytes: number;
  /** Maximum growth of the resident set during the export, in bytes. */
  growth: number;
}

async function measure(url: string, size: number): Promise<void> {
  const readers = openReaders(url, { poolSize: 1, isReadOnly: true });
  const schema = createSchema();
  const run = async (format: (typeof EXPORT_FORMATS)[number], limit: string): Promise<Measured> => {
    const snapshot = await openSnapshot(readers);
    try {
      const context = await createExportContext(snapshot, DEFAULT_LIMITS, null);
      const args = readExportArguments({ limit }, schema, DEFAULT_LIMITS);
      const before = {
        at: performance.now(),
        processor: process.cpuUsage(),
        memory: process.memoryUsage.rss(),
      };
      const { chunks } = await exportPublications(format, args, context);
      let [bytes, most] = [0, before.memory];
      for await (const chunk of chunks) {
        bytes += Buffer.byteLength(chunk);
        most = Math.max(most, process.memoryUsage.rss());
      }
      const { user, system } = process.cpuUsage(before.processor);
      const seconds = (performance.now() - before.at) / 1000;
      return { seconds, processor: (user + system) / 1e6, bytes, growth: most - before.memory };
    } finally {
      await snapshot.end();
    }
  };
  const perSecond = (seconds: number) => Math.round(size / seconds).toLocaleString('en');
  console.log(
    `\n| ${size.toLocaleString('en')} publications | records a second | of processor time | MB written | memory grows by, MB |`,
  );
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const format of EXPORT_FORMATS) {
    // Warm up the compiler, the plans and the heap, as in a running server.
    await run(format, String(Math.min(size, 5000)));
    const { seconds, processor, bytes, growth } = await run(format, String(size));
    console.log(
      `| ${format.extension} | ${perSecond(seconds)} | ${perSecond(processor)} | ${(bytes / MB).toFixed(1)} | ${(growth / MB).toFixed(1)} |`,
    );
  }
  await readers.end();
}
