import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringUpToDate } from '../../src/cli/migrate.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/embedded/embedded.ts';
import { importFiles } from '../../src/import/import.ts';
import { buildExplorer } from './build.ts';
import { createDatabase, dropDatabase, inDatabase, shippedListings, stopSyncing } from './databases.ts';

/**
 * The teardown for global-teardown.ts, which runs in the same process. Jest offers no other way to share state with it.
 */
export const teardown = globalThis as unknown as { pubatlasTeardown?: () => Promise<void> };

/**
 * Starts one PostgreSQL for all tests, unless DATABASE_URL names a server. Creates two templates there that tests
 * clone: a migrated, empty catalogue, and one with the shipped listings.
 */
export default async function globalSetup(): Promise<void> {
  buildExplorer();
  const given = process.env.DATABASE_URL;
  const folder = given ? null : await mkdtemp(path.join(tmpdir(), 'pubatlas-tests-'));
  const server = folder ? await startEmbeddedPostgres({ dataDir: folder }) : null;
  const url = given ?? (server?.url as string);
  if (server) await stopSyncing(url);
  process.env.PUBATLAS_TEST_SERVER = url;

  const suffix = `${process.pid}`;
  const templates = { empty: `pubatlas_test_empty_${suffix}`, listing: `pubatlas_test_listing_${suffix}` };
  process.env.PUBATLAS_TEST_TEMPLATES = JSON.stringify(templates);
  await createDatabase(url, templates.empty);
  const empty = openDatabase(inDatabase(url, templates.empty));
  await bringUpToDate(empty);
  await empty.destroy();
  await createDatabase(url, templates.listing, templates.empty);
  const listing = openDatabase(inDatabase(url, templates.listing));
  await importFiles(listing, await shippedListings(), { heading: 'topic' });
  await listing.destroy();

  teardown.pubatlasTeardown = async () => {
    for (const template of Object.values(templates)) await dropDatabase(url, template);
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
