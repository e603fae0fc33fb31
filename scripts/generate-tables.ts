import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate, getDialect } from 'kysely-codegen';
import { openDatabase } from '../src/db/database.ts';
import { startEmbeddedPostgres } from '../src/embedded/embedded.ts';
import { migrateUp } from '../src/db/migrator.ts';
import { CONTRIBUTION_ROLES, PUBLICATION_TYPES } from '../src/publication/publication.ts';
import { writeIfChanged } from './write-if-changed.ts';

/** Names by language. Written as text. */
const NAMES = 'ColumnType<{ en?: string; fr?: string; es?: string; ar?: string }, string, string>';

/**
 * Writes src/db/tables.generated.ts from an empty database with all migrations, in a temporary server. The types are
 * those that src/db/database.ts reads: timestamps as text, counts as numbers.
 */
const dataDir = await mkdtemp(path.join(tmpdir(), 'pubatlas-tables-'));
const server = await startEmbeddedPostgres({ dataDir });
const db = openDatabase(server.url);
try {
  await migrateUp(db);
  const text = await generate({
    // Our own pool has an error listener. One of kysely-codegen would throw when the server stops. Kysely has separate
    // types for modules and for CommonJS, hence the assertion.
    db: db as never,
    dialect: getDialect('postgres'),
    outFile: null,
    excludePattern: 'kysely_*',
    typeMapping: { timestamptz: 'string', int8: 'number' },
    // Columns that CHECK constraints limit to these values, and the form of JSON that pubatlas writes.
    overrides: {
      columns: {
        'author.kind': union(['PERSON', 'ORGANIZATION', 'UNKNOWN']),
        'contribution.role': union(CONTRIBUTION_ROLES),
        'country.names': NAMES,
        'region.names': NAMES,
        'country.status': union(['CURRENT', 'FORMER', 'USER_ASSIGNED']),
        'publication.type': `${union(PUBLICATION_TYPES)} | null`,
      },
    },
  });
  writeIfChanged(path.join(import.meta.dirname, '../src/db/tables.generated.ts'), text);
} finally {
  await db.destroy();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function union(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(' | ');
}
