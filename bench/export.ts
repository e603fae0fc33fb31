import { createSchema } from '../src/api/schema.ts';
import { openReaders } from '../src/db/readers.ts';
import { openSnapshot } from '../src/db/snapshot.ts';
import { readExportArguments } from '../src/export/arguments.ts';
import { exportPublications } from '../src/export/download.ts';
import { FORMATS } from '../src/export/formats/formats.ts';
import { createExportContext } from '../src/export/snapshot.ts';
import { DEFAULT_LIMITS } from '../src/graphql/limits.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { readOptions } from './options.ts';

/**
 * How fast each format is exported, without HTTP, and how far memory grows while it is: `npm run bench:export -- --size 100k`.
 * The processor time is that of this process; PostgreSQL's is apart.
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
  /** Processor time of this process, in seconds. */
  processor: number;
  bytes: number;
  /** Growth of the resident set from its size before the export, in bytes. */
  growth: number;
}

async function measure(url: string, size: number): Promise<void> {
  const readers = openReaders(url, { poolSize: 1, isReadOnly: true });
  const schema = createSchema();
  const run = async (format: (typeof FORMATS)[number], limit: string): Promise<Measured> => {
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
  for (const format of FORMATS) {
    // The compiler and the plan are warm, and the heap has its size, as in a server.
    await run(format, String(Math.min(size, 5000)));
    const { seconds, processor, bytes, growth } = await run(format, String(size));
    console.log(
      `| ${format.extension} | ${perSecond(seconds)} | ${perSecond(processor)} | ${(bytes / MB).toFixed(1)} | ${(growth / MB).toFixed(1)} |`,
    );
  }
  await readers.end();
}
