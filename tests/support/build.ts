import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { projectFolder } from '../../src/project.ts';

/** A part of the build: the script that builds it, its last file, and what it is built from. */
interface Part {
  script: string;
  output: string;
  sources: string[];
}

const EXPLORER: Part = {
  script: 'build:explorer',
  output: 'build/explorer/index.html',
  sources: ['vite.config.ts', 'explorer'],
};
const DOCS: Part = {
  script: 'build:docs',
  output: 'build/docs/index.html',
  sources: ['CONTRIBUTING.md', 'CHANGELOG.md', 'docs', 'examples'],
};
const PACKAGE: Part = {
  script: 'build:package',
  output: 'dist/THIRD_PARTY_NOTICES.txt',
  sources: [
    ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'src', 'migrations'],
    ...['schema', 'data', 'playground', 'build'],
  ],
};

/** Builds the explorer if it was never built, or if a source file is newer than the build. */
export function buildExplorer(): void {
  build(EXPLORER);
}

/** Builds the documentation if it was never built, or if a source file is newer than the build. */
export async function buildDocs(): Promise<void> {
  await buildAlone([DOCS]);
}

/** Builds what the package contains, if it was never built, or if a source file is newer than the build. */
export async function buildPackage(): Promise<void> {
  await buildAlone([EXPLORER, DOCS, PACKAGE]);
}

/** Builds while no other test file does, because they run in parallel. */
async function buildAlone(parts: readonly Part[]): Promise<void> {
  const client = new pg.Client(process.env.PUBATLAS_TEST_SERVER);
  await client.connect();
  await client.query(`select pg_advisory_lock(hashtext('build'))`);
  try {
    for (const part of parts) build(part);
  } finally {
    await client.end();
  }
}

function build({ script, output, sources }: Part): void {
  const file = path.join(projectFolder, output);
  const newest = Math.max(...sources.flatMap(listFiles).map((source) => statSync(source).mtimeMs));
  if (existsSync(file) && statSync(file).mtimeMs >= newest) return;
  execSync(`npm run --silent ${script}`, { cwd: projectFolder, stdio: 'inherit' });
}

/** The path of a file, or those of all files in a folder. */
function listFiles(name: string): string[] {
  const start = path.join(projectFolder, name);
  if (statSync(start).isFile()) return [start];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
