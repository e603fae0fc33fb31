import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { type Db, openDatabase } from '../../src/db/database.ts';
import { openReaders } from '../../src/db/readers.ts';
import { createSessions } from '../../src/db/sessions.ts';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import type { Context } from '../../src/context.ts';
import { createSchema } from '../../src/api/schema.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/graphql/limits.ts';
import { type ImportOptions, importFiles } from '../../src/import/import.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { createReferenceCache } from '../../src/reference/reference.cache.ts';
import { Counts } from '../../src/counts/copies.ts';
import { createDatabase, dropDatabase, inDatabase } from './databases.ts';

/** The result of an operation. */
export interface Answer<Data> {
  data: Data;
  errors: readonly GraphQLFormattedError[] | undefined;
  /** The SQL statements that the operation sent. */
  sql: string[];
}

/** A catalogue for one test file, with the server's real components. */
export interface TestCatalogue {
  db: Db;
  url: string;
  /** Runs an operation as the server does. `Data` is the expected type of the data; it is not checked. */
  execute<Data = never>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Imports texts as files. The keys are the file names. */
  importTexts(
    files: Record<string, string | Uint8Array>,
    options?: Partial<ImportOptions>,
  ): Promise<ImportReport>;
  /**
   * Counts in the column store until called with null. @returns the statements that the column store runs from now on
   */
  countInColumns(counts: 'columns' | null): Promise<string[]>;
  /** The unexpected errors that were masked. */
  unexpected: unknown[];
  close(): Promise<void>;
}

/**
 * Clones a template: an empty catalogue, or the catalogue of the shipped listings.
 * @param given limits that differ from the defaults
 */
export async function testCatalogue(
  template: 'empty' | 'listing',
  given: Partial<Limits> = {},
): Promise<TestCatalogue> {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const server = process.env.PUBATLAS_TEST_SERVER as string;
  const templates = JSON.parse(process.env.PUBATLAS_TEST_TEMPLATES as string) as Record<string, string>;
  const name = `pubatlas_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, templates[template]);
  const url = inDatabase(server, name);
  const statements: string[] = [];
  const db = openDatabase(url, { poolSize: 4 });
  const readers = openReaders(url, { poolSize: 4, isReadOnly: true });
  const openSession = createSessions(readers, (statement) => statements.push(statement), {
    bulkhead: null,
    mostStatements: limits.statements,
  });
  // The snapshot of the reference data belongs to the process, not to an operation.
  const referenceDb = openDatabase(url, { poolSize: 1 });
  const cache = createReferenceCache(referenceDb, (error) => unexpected.push(error));
  const unexpected: unknown[] = [];
  // Compile operations at their first use, because tests usually run an operation once.
  const apollo = createApollo(createSchema(), (error) => unexpected.push(error), limits, 0);
  await apollo.start();

  let counts: Counts | null = null;
  return {
    db,
    url,
    unexpected,
    async countInColumns(where) {
      await counts?.close();
      counts = null;
      const sent: string[] = [];
      if (where === null) return sent;
      counts = new Counts(db, {
        threads: 1,
        memory: 100,
        statementTimeout: 10_000,
        requestTimeout: limits.requestTimeout,
        onError: (error) => unexpected.push(error),
        onStatement: (statement) => sent.push(statement),
        mostInPostgres: 0,
      });
      await counts.refresh();
      return sent;
    },
    async execute<Data>(query: string, variables: Record<string, unknown> = {}) {
      const contextValue = await createContext(openSession(), cache, limits, undefined, counts);
      statements.length = 0;
      const { body } = await (apollo as ApolloServer<Context>).executeOperation(
        { query, variables },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('The answer came in parts.');
      const { data, errors } = body.singleResult;
      return { data: data as Data, errors, sql: [...statements] };
    },
    async importTexts(files, options = {}) {
      const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-import-'));
      try {
        const paths = Object.keys(files).map((file) => path.join(folder, file));
        for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
        return await importFiles(db, paths, { heading: 'topic', ...options });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close() {
      await apollo.stop();
      await counts?.close();
      await Promise.all([db.destroy(), readers.end(), referenceDb.destroy()]);
      await dropDatabase(server, name);
    },
  };
}
