import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { bringUpToDate } from '../../src/cli/migrate.ts';
import { type Db, openDatabase } from '../../src/db/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/embedded.ts';
import { importFiles } from '../../src/import/import.ts';
import { projectFolder } from '../../src/project.ts';
import { generatePublications } from './publications.ts';

/** Folder of the benchmark's PostgreSQL and results. */
export const benchFolder = path.join(projectFolder, '.data', 'bench');

export function startPostgres(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: benchFolder, share: true, log: (line) => console.log(line) });
}

/** A catalogue that is ready for queries. */
export interface BenchDatabase {
  url: string;
  /** Imported records per second; null if the catalogue exists from an earlier run. */
  importRate: number | null;
}

/**
 * Opens the catalogue of a size. Reuses one of an earlier run if neither the schema nor the data has changed since;
 * otherwise imports a new one.
 */
export async function prepareDatabase(postgres: EmbeddedPostgres, size: number): Promise<BenchDatabase> {
  const name = `bench_${size}_${await digestSources()}`;
  const url = urlOf(postgres, name);
  const importRate = await onServer(postgres.url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like $1`,
      [`bench\\_${size}\\_%`],
    );
    if (rows.some(({ datname }) => datname === name)) return null;
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
    console.log(`Making a catalogue of ${size.toLocaleString('en')} publications.`);
    const unfinished = `making_${name}`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template template0`);
    const rate = await fill(urlOf(postgres, unfinished), size);
    await client.query(`alter database ${unfinished} rename to ${name}`);
    return rate;
  });
  return { url, importRate };
}

/** A text that changes when a catalogue of an earlier run is out of date. */
async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'bench/data']) {
    const files = await readdir(path.join(projectFolder, folder), { withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1)))
      hash.update(await readFile(path.join(projectFolder, folder, file.name)));
  }
  return hash.digest('hex').slice(0, 8);
}

async function fill(url: string, size: number): Promise<number> {
  const db = openDatabase(url);
  const file = path.join(benchFolder, `${size}.jsonl`);
  try {
    await bringUpToDate(db);
    await writeRecords(size, file);
    const start = performance.now();
    await importFiles(db, [file], { heading: 'topic' });
    const rate = Math.round((size / (performance.now() - start)) * 1000);
    console.log(`Imported ${rate.toLocaleString('en')} records a second.`);
    await addWhatOthersNeed(db);
    return rate;
  } finally {
    await rm(file, { force: true });
    await db.destroy();
  }
}

/** Writes the publications of a catalogue as JSON Lines. */
export async function writeRecords(size: number, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(Readable.from(lines(size)), createWriteStream(file));
}

function* lines(size: number): Generator<string> {
  let chunk = '';
  for (const publication of generatePublications(size)) {
    chunk += `${JSON.stringify(publication)}\n`;
    if (chunk.length < 1_000_000) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Adds what the other contenders need: indexes of the join tables' other side, and functions for PostGraphile. */
async function addWhatOthersNeed(db: Db): Promise<void> {
  const script = await readFile(path.join(projectFolder, 'bench', 'data', 'others.sql'), 'utf8');
  await sql.raw(script).execute(db);
  await sql`vacuum analyze`.execute(db);
}

/** Runs `work` with an empty database, which is dropped afterwards. */
export async function withEmptyDatabase<T>(
  postgres: EmbeddedPostgres,
  name: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  return onServer(postgres.url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
    try {
      return await work(urlOf(postgres, name));
    } finally {
      await client.query(`drop database ${name} with (force)`);
    }
  });
}

function urlOf({ url }: EmbeddedPostgres, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
