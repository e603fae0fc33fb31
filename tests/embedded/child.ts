import { startEmbeddedPostgres } from '../../src/embedded/embedded.ts';

/** A pubatlas to be killed: starts the server in the folder it is given, says its URL, and stays. */
async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  process.send?.(server.url);
}

void main();
