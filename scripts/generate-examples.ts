import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringUpToDate } from '../src/cli/migrate.ts';
import { openDatabase } from '../src/db/database.ts';
import { startEmbeddedPostgres } from '../src/embedded/embedded.ts';
import { importFiles } from '../src/import/import.ts';
import { projectFolder } from '../src/project.ts';
import { readConfig } from '../src/server/config.ts';
import { readExamples } from '../src/server/playground.examples.ts';
import { startServer } from '../src/server/server.ts';
import { examplesPage } from './reference/examples.ts';
import { writeIfChanged } from './write-if-changed.ts';

/** Writes docs/reference/examples.md with answers of a temporary server that has the sample listing. */
const dataDir = await mkdtemp(path.join(tmpdir(), 'pubatlas-examples-'));
const postgres = await startEmbeddedPostgres({ dataDir });
try {
  const db = openDatabase(postgres.url);
  await bringUpToDate(db);
  await importFiles(db, [path.join(projectFolder, 'data/listings/capacity-building.txt')], {
    heading: 'topic',
  });
  await db.destroy();
  const config = {
    ...readConfig({}),
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent' as const,
    shutdownDelay: 0,
  };
  const server = await startServer(config, postgres.url);
  try {
    const answered = [];
    for (const example of readExamples(path.join(projectFolder, 'playground/examples')))
      answered.push({ ...example, data: await ask(server.url, example.query, example.variables) });
    writeIfChanged(path.join(projectFolder, 'docs/reference/examples.md'), examplesPage(answered));
  } finally {
    await server.stop();
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function ask(url: string, query: string, variables: string | null): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: JSON.parse(variables ?? '{}') as unknown }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
