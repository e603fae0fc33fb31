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

/** Creates a database, as a copy of a template if one is given. The names are not escaped, so they must be our own. */
export async function createDatabase(url: string, name: string, template = 'template0'): Promise<void> {
  await onServer(url, `create database ${name} template ${template}`);
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
