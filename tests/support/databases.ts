import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { projectFolder } from '../../src/project.ts';

/** The URL of another database on the same server. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes a server that is started for tests alone lose data in a crash, so that no test waits for the disk. */
export async function stopSyncing(url: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await onServer(url, `alter system set ${setting} = off`);
  await onServer(url, 'select pg_reload_conf()');
}

/** Creates a database, as a copy of a template if one is given. The names are not escaped, so they must be our own. */
export async function createDatabase(url: string, name: string, template = 'template0'): Promise<void> {
  // Twice as fast as writing the copy to the WAL, on a server that doesn't sync.
  await onServer(url, `create database ${name} template ${template} strategy file_copy`);
}

/** Drops a database, if it exists, and closes its connections. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await onServer(url, `drop database if exists ${name} with (force)`);
}

/** The paths of the files in data/listings. */
export async function shippedListings(): Promise<string[]> {
  const folder = path.join(projectFolder, 'data', 'listings');
  return (await readdir(folder)).sort().map((file) => path.join(folder, file));
}
