import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectFolder, version } from '../../src/project.ts';
import { buildPackage } from '../support/build.ts';
import { expectAsShown, follow } from '../support/tutorial.ts';

// It builds, packs and installs; a busy machine is no failure.
jest.setTimeout(900_000);

const run = promisify(execFile);
const COUNT = '{ publications { totalCount nodes { title } } }';

let folder: string;
/** Where the tarball is installed. */
let consumer: string;
let env: NodeJS.ProcessEnv;
/** The paths of the files in the tarball. */
let packed: string[];
let server: ChildProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-package-'));
  consumer = path.join(folder, 'consumer');
  const home = path.join(folder, 'home');
  await Promise.all([mkdir(consumer), mkdir(home)]);
  const browser = path.join(folder, 'browser');
  await writeFile(browser, `#!/bin/sh\necho "$1" >'${browser}.opened'\n`, { mode: 0o755 });
  env = { ...process.env, DATABASE_URL: '', DATA_DIR: '', XDG_DATA_HOME: '', PORT: '0' };
  Object.assign(env, { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, BROWSER: browser, DISPLAY: '' });
});
afterAll(() => rm(folder, { recursive: true }));

/** Packs what `npm run build` made. */
async function pack(): Promise<{ filename: string; files: { path: string }[] }> {
  await buildPackage();
  const packed = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder],
    { cwd: projectFolder, maxBuffer: 1e8 },
  );
  const [report] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[\n'))) as [
    { filename: string; files: { path: string }[] },
  ];
  return report;
}

const bin = () => path.join(consumer, 'node_modules', '.bin', 'pubatlas');
const pubatlas = (...args: string[]) => run(bin(), args, { cwd: consumer, env });

/** Starts a server and resolves with the address of its API. */
async function start(argument: string, variables: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn(bin(), [argument], {
    cwd: consumer,
    env: { ...env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^pubatlas listens at (\S+)$/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error('The server ended before it listened.');
}

async function stop(): Promise<void> {
  if (server === null || server.exitCode !== null) return;
  server.kill('SIGINT');
  await once(server, 'exit');
}

async function titlesAt(url: string): Promise<string[]> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: COUNT }),
  });
  const { data } = (await answer.json()) as { data: { publications: { nodes: { title: string }[] } } };
  return data.publications.nodes.map(({ title }) => title);
}

beforeAll(async () => {
  const { filename, files } = await pack();
  packed = files.map((file) => file.path);
  await writeFile(path.join(consumer, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--prefer-offline', '--no-audit', path.join(folder, filename)], {
    cwd: consumer,
    maxBuffer: 1e8,
  });
});
afterEach(stop);

test('the package has the program, licences and built pages, and no source maps', () => {
  for (const file of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/THIRD_PARTY_NOTICES.txt',
    'dist/build/explorer/index.html',
    'dist/build/docs/index.html',
  ])
    expect(packed).toContain(file);
  expect(packed.filter((file) => !/^(dist\/|[^/]+$)/.test(file))).toEqual([]);
  expect(packed.filter((file) => /\.(map|tsbuildinfo)$/.test(file))).toEqual([]);
});

test('npx finds the installed package', async () => {
  const { stdout } = await run('npx', ['pubatlas', '--version'], { cwd: consumer, env });
  expect(stdout).toBe(`${version}\n`);
});

test('an installed package imports a file, serves it, and opens the explorer', async () => {
  await writeFile(path.join(consumer, 'one.bib'), '@book{one, title={A First Book}, year={1990}}');
  await writeFile(path.join(consumer, 'two.bib'), '@book{two, title={A Second Book}, year={1991}}');
  const url = await start('one.bib');
  expect(await titlesAt(url)).toEqual(['A First Book']);
  for (const [page, part] of [
    ['/explore', '<script'],
    ['/docs/', 'Documentation'],
  ] as const) {
    const answer = await fetch(new URL(page, url));
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(part)]);
  }

  const imported = await pubatlas('import', 'two.bib');
  expect(imported.stdout).toContain('created     1 publication');
  expect((await titlesAt(url)).sort()).toEqual(['A First Book', 'A Second Book']);
  expect((await pubatlas('doctor')).stdout).toMatch(/\n0 problems, 0 warnings\.\n$/);
  if (process.platform === 'linux')
    expect(await readFile(path.join(folder, 'browser.opened'), 'utf8')).toBe(`${new URL('/', url).href}\n`);
  await stop();

  // Without files the next start serves the same catalogue: the data is in the user's folder, not in the current one.
  expect((await titlesAt(await start('start'))).sort()).toEqual(['A First Book', 'A Second Book']);
  expect((await readdir(consumer)).sort()).toEqual([
    ...['node_modules', 'one.bib', 'package-lock.json', 'package.json', 'two.bib'],
  ]);
});

// tests/docs/tutorials.test.ts follows all tutorials. The commands of this one need most parts of the package.
test('docs/tutorials/operation.md works with the installed package', async () => {
  const page = 'docs/tutorials/operation.md';
  const dataDir = path.join(folder, 'operation');
  const url = await start('start', { DATA_DIR: dataDir });
  const tutorial = await follow(page, new URL(url).origin, async (args, cwd) => {
    const { stdout } = await run(bin(), args, { cwd, env: { ...env, DATA_DIR: dataDir } });
    return stdout;
  });
  try {
    expectAsShown(page, tutorial, 6);
  } finally {
    await tutorial.close();
  }
});
