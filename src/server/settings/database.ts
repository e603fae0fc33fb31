import path from 'node:path';
import { z } from 'zod';
import { readHosts } from '../../db/hosts.ts';
import { defineNumber, defineVariable } from '../variables.ts';

const urlSchema = z
  .string()
  .refine((text) => readHosts(text) !== null)
  .nullable()
  .default(null);

const optionalConnections = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((connections) => connections >= 1)
  .nullable()
  .default(null);

/** Reads the settings of the database and of the column store. */
export const databaseSettings = {
  /** Has a password, so never log it. Null: use the bundled PostgreSQL. */
  databaseUrl: defineVariable('DATABASE_URL', {
    schema: urlSchema,
    expected: 'a URL such as postgresql://user:password@host:5432/database',
    default: 'none',
    meaning:
      'URL of a PostgreSQL 15 or newer. Without it, pubatlas runs the bundled PostgreSQL. Separate several hosts by commas. See [Set up PostgreSQL](../how-to/set-up-postgresql.md).',
    isSecret: true,
  }),
  /** Null is `databaseUrl`. */
  databaseReadUrl: defineVariable('DATABASE_READ_URL', {
    schema: urlSchema,
    expected: 'a URL such as postgresql://reader:password@host:5432/database',
    default: '`DATABASE_URL`',
    meaning:
      'URL that the API reads from: a read-only role, one or several replicas. See [Set up PostgreSQL](../how-to/set-up-postgresql.md).',
    isSecret: true,
  }),
  poolSize: defineNumber('POOL_SIZE', {
    defaultValue: 10,
    least: 1,
    most: 1000,
    meaning: 'Maximum number of connections to each database host.',
  }),
  /** Null is a third of `poolSize`. */
  heavyPoolSize: defineVariable('POOL_HEAVY', {
    schema: optionalConnections,
    expected: 'a whole number from 1 to 9999',
    default: 'a third of `POOL_SIZE`',
    meaning:
      'Connections that heavy statements (searches, filters, counts, facets, statistics) may use at a time; the others are reserved for light statements. See [Limit clients](../how-to/limit-clients.md#heavy-and-light-statements).',
  }),
  /** Null is half of the processors, at most `heavyPoolSize`. */
  countPoolSize: defineVariable('POOL_COUNT', {
    schema: optionalConnections,
    expected: 'a whole number from 1 to 9999',
    default: "half of this machine's processors",
    meaning:
      'Connections of `POOL_HEAVY` that may count at a time (`totalCount`, facets, statistics). Counts may take seconds of a processor each. Set it if PostgreSQL has a machine of its own.',
  }),
  exportPoolSize: defineNumber('POOL_EXPORT', {
    defaultValue: 2,
    least: 1,
    most: 1000,
    meaning:
      'Connections to each host of the database beside `POOL_SIZE`, for downloads. This many downloads run at a time, those of one client in all but one of the connections; others wait. See [Export publications](../how-to/export.md#limits).',
  }),
  countsMemory: defineNumber('COUNTS_MEMORY', {
    defaultValue: 256,
    least: 0,
    most: 1_000_000,
    meaning: 'Megabytes of memory for counting facets and statistics in columns. `0`: PostgreSQL counts.',
  }),
  countsThreads: defineNumber('COUNTS_THREADS', {
    defaultValue: 2,
    least: 1,
    most: 1000,
    meaning: 'Threads that count in columns, all requests together.',
  }),
  /** Absolute path; null is the default folder. */
  dataDir: defineVariable('DATA_DIR', {
    schema: z
      .string()
      .transform((folder) => path.resolve(folder))
      .nullable()
      .default(null),
    expected: 'the path of a folder',
    default: '`.data`, or a folder of the user',
    meaning:
      'Data folder of the bundled PostgreSQL; created at the first start. The default is `.data` in a checkout. The installed package uses `~/.local/share/pubatlas` (or `$XDG_DATA_HOME/pubatlas`), on macOS `~/Library/Application Support/pubatlas`, on Windows `%LOCALAPPDATA%\\pubatlas`.',
  }),
};
