import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { toNotebook } from '../../scripts/reference/notebook.ts';
import { projectFolder } from '../../src/project.ts';
import { startBrowser } from '../support/browser.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { runs } from '../support/commands.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { type Tutorial, expectAsShown, follow, runInProcess } from '../support/tutorial.ts';

jest.setTimeout(240_000);

let catalogue: TestCatalogue;
let server: TestServer;
let tutorial: Tutorial | undefined;
beforeEach(async () => {
  catalogue = await testCatalogue('listing');
  server = await testServer(catalogue);
});
afterEach(async () => {
  await tutorial?.close();
  tutorial = undefined;
  await server.stop();
  await catalogue.close();
});

/** Follows a tutorial, and expects that it prints what it shows. @returns the tutorial, which has that many outputs */
async function expectAsWritten(page: string, outputs: number): Promise<Tutorial> {
  const file = `docs/tutorials/${page}`;
  tutorial = await follow(file, new URL(server.url).origin, runInProcess(catalogue.url));
  expectAsShown(file, tutorial, outputs);
  return tutorial;
}

describe('docs/tutorials/web-page.md', () => {
  it('builds a page that lists, loads more and searches', async () => {
    const { folder } = await expectAsWritten('web-page.md', 2);
    if (!process.env.PUBATLAS_TEST_CHROMIUM) return;
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const built = path.join(folder, 'dist');
      // The page and the API have one origin, as behind Vite's proxy.
      await page.route('**/page/**', (route) => {
        const file = new URL(route.request().url()).pathname.replace('/page/', '') || 'index.html';
        return route.fulfill({ path: path.join(built, file) });
      });
      await page.route('**/assets/**', (route) =>
        route.fulfill({ path: path.join(built, new URL(route.request().url()).pathname) }),
      );
      await page.goto(new URL('/page/', server.url).href);
      await page.locator('#found', { hasText: '10 found' }).waitFor();
      expect(await page.locator('li').count()).toBe(5);
      await page.getByRole('button', { name: 'Load more' }).click();
      await page.locator('li').nth(9).waitFor();
      expect(await page.getByRole('button', { name: 'Load more' }).isVisible()).toBe(false);
      await page.getByRole('searchbox').fill('traficking engagement');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.locator('#found', { hasText: '1 found' }).waitFor();
      expect(await page.locator('li').allInnerTexts()).toEqual([
        'Community Engagement in Preventing and Responding to Gender-based Violence and Trafficking in Persons (Training Guide). Shukri Hirabe Gesod. 2020',
      ]);
    } finally {
      await browser.close();
    }
  });
});

describe('docs/tutorials/analysis.md', () => {
  it('prints its tables and draws its charts, in Python and R', async () => {
    const { folder, leftOut } = await expectAsWritten('analysis.md', 8);
    for (const [language, chart] of [
      ['python', 'regions.png'],
      ['r', 'regions-r.png'],
    ] as const)
      if (!leftOut.includes(language))
        expect((await stat(path.join(folder, chart))).size).toBeGreaterThan(1000);
  });

  it('is a notebook that runs', async () => {
    const page = await readFile(path.join(projectFolder, 'docs/tutorials/analysis.md'), 'utf8');
    const notebook = await readFile(path.join(projectFolder, 'docs/public/analysis.ipynb'), 'utf8');
    expect(notebook).toBe(toNotebook(page));
    const command = ['jupyter', '/usr/bin/jupyter'].find((name) => runs(name, ['nbconvert', '--version']));
    if (!command)
      return void process.stderr.write('\nLEFT OUT: analysis.ipynb, for there is no Jupyter here.\n');
    const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-notebook-'));
    const file = path.join(folder, 'analysis.ipynb');
    await writeFile(file, notebook.replace('http://localhost:4000', new URL(server.url).origin));
    const options = ['--to', 'notebook', '--execute', '--stdout', file];
    const { stdout } = await promisify(execFile)(command, ['nbconvert', ...options], {
      maxBuffer: 10_000_000,
    });
    await rm(folder, { recursive: true });
    expect(stdout).toContain('Mediterranean');
  });
});

describe('docs/tutorials/service.md', () => {
  it('asks a gateway over pubatlas and a second subgraph', async () => {
    await expectAsWritten('service.md', 2);
  });
});

describe('docs/tutorials/operation.md', () => {
  it('observes, backs up and restores', async () => {
    await expectAsWritten('operation.md', 6);
  });
});

describe('docs/tutorials/catalogue.md', () => {
  it('imports two files, repairs a name and withdraws a file', async () => {
    await expectAsWritten('catalogue.md', 6);
  });
});
