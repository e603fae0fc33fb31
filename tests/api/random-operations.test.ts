import type { ApolloServer } from '@apollo/server';
import fc from 'fast-check';
import type { GraphQLFormattedError } from 'graphql';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import type { Context } from '../../src/context.ts';
import { createSchema } from '../../src/api/schema.ts';
import { Counts } from '../../src/counts/copies.ts';
import { type Readers, openReaders } from '../../src/db/readers.ts';
import { type Session, createSessions } from '../../src/db/sessions.ts';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.ts';
import { type ReferenceCache, createReferenceCache } from '../../src/reference/reference.cache.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type RandomOperation, randomOperation } from '../support/random-operation.ts';

/** Set another seed or number to try other operations. */
const SEED = Number(process.env.SEED ?? 20_261_127);
const RUNS = Number(process.env.RUNS ?? 1000);

const schema = createSchema();
let catalogue: TestCatalogue;
let readers: Readers;
let openSession: () => Session;
let cache: ReferenceCache;
let interpreting: ApolloServer<Context>;
let compiling: ApolloServer<Context>;
let counts: Counts;
let unexpected: unknown[];
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  readers = openReaders(catalogue.url, { poolSize: 4 });
  openSession = createSessions(readers);
  cache = createReferenceCache(catalogue.db, (error) => unexpected.push(error));
  interpreting = createApollo(createSchema(), (error) => unexpected.push(error), DEFAULT_LIMITS, Infinity);
  compiling = createApollo(createSchema(), (error) => unexpected.push(error), DEFAULT_LIMITS, 0);
  counts = new Counts(catalogue.db, {
    threads: 1,
    memory: 100,
    statementTimeout: 10_000,
    requestTimeout: 30_000,
    onError: (error) => unexpected.push(error),
    mostInPostgres: 0,
  });
  await Promise.all([interpreting.start(), compiling.start(), counts.refresh()]);
});
beforeEach(() => (unexpected = []));
afterAll(async () => {
  await Promise.all([interpreting.stop(), compiling.stop(), counts.close(), readers.end()]);
  await catalogue.close();
});

async function answer(apollo: ApolloServer<Context>, operation: RandomOperation, counts: Counts | null) {
  const contextValue = await createContext(openSession(), cache, DEFAULT_LIMITS, undefined, counts);
  const { body, http } = await apollo.executeOperation(operation, { contextValue });
  if (body.kind !== 'single') throw new Error('The answer came in parts.');
  const { data, errors } = body.singleResult;
  return { status: http.status ?? 200, data, errors: comparable(data, errors) };
}

/**
 * Errors in an order of their own. The specification leaves open how many errors are listed for one null: of several errors that
 * make the same parent null, only the parent's path stays.
 */
function comparable(data: unknown, errors: readonly GraphQLFormattedError[] = []): unknown[] {
  const texts = errors.map((error) => {
    const path = error.path && pathOfNull(data, error.path);
    return JSON.stringify(path && path.length < (error.path?.length ?? 0) ? { path } : error);
  });
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as unknown);
}

function pathOfNull(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Record<string, unknown>)[step];
  }
  return path;
}

/** How the answers went, to see that the operations are worth asking. */
const outcomes = { data: 0, partial: 0, refused: 0 };

test('random operations have the same answer interpreted and counted in PostgreSQL as compiled and counted in columns, and none is an internal error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const operation = randomOperation(schema, (most) => generate(fc.nat, { max: most }));
      const interpreted = await answer(interpreting, operation, null);
      // graphql-js completes every value by its type: an equal answer is valid by the schema, too.
      const compiled = await answer(compiling, operation, counts);
      expect({ ...compiled, operation, unexpected }).toEqual({ ...interpreted, operation, unexpected: [] });
      expect(interpreted.status).toBeLessThan(500);
      outcomes[interpreted.data ? (interpreted.errors.length > 0 ? 'partial' : 'data') : 'refused']++;
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  expect(outcomes.data).toBeGreaterThan(RUNS / 4);
  expect(outcomes.partial).toBeGreaterThan(RUNS / 20);
  expect(outcomes.refused).toBeGreaterThan(RUNS / 8);
}, 300_000);
