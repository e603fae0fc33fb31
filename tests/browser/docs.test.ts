import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { projectFolder } from '../../src/project.ts';
import { browseCatalogue, listViolations, openPage } from '../support/browser.ts';
import { buildDocs } from '../support/build.ts';
import type { TestCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

const built = path.join(projectFolder, 'build', 'docs');

beforeAll(buildDocs, 180_000);

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
browseCatalogue((served) => ({ catalogue, server, browser } = served));

const at = (address: string) => new URL(address, server.url).href;
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

describe('/docs', () => {
  it('redirects to the start page, and serves pages, pictures and errors', async () => {
    const start = await fetch(at('/docs'));
    expect([start.status, start.url]).toEqual([200, at('/docs/')]);
    const folder = await fetch(at('/docs/explanation/adr?a=b'), { redirect: 'manual' });
    expect([folder.status, folder.headers.get('location')]).toEqual([302, '/docs/explanation/adr/']);
    const page = await fetch(at('/docs/tutorials/web-page'));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const missing = await fetch(at('/docs/nowhere'));
    expect(missing.status).toBe(404);
    expect(policyOf(missing)).toBe(policyOf(page));
  });

  it('lets browsers keep assets for ever, and asks for pages again', async () => {
    const [asset] = readdirSync(path.join(built, 'assets')).filter((name) => name.endsWith('.js'));
    const kept = await fetch(at(`/docs/assets/${asset}`));
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const page = await fetch(at('/docs/'));
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(at('/docs/'), { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('has a policy that allows the scripts in every page, and no others', async () => {
    const policy = policyOf(await fetch(at('/docs/')));
    const allowed = [...policy.matchAll(/'(sha256-[^']+)'/g)].map(([, hash]) => hash);
    const pages = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const scripts = pages.flatMap((name) => [
      ...readFileSync(path.join(built, name), 'utf8').matchAll(
        /<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g,
      ),
    ]);
    const hashes = scripts.map(
      ([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
    );
    expect(allowed.sort()).toEqual([...new Set(hashes)].sort());
    expect(policy).toContain("default-src 'none'");
  });

  it('is off with the playground', async () => {
    const other = await testServer(catalogue, { playground: false });
    try {
      expect((await fetch(new URL('/docs/', other.url))).status).toBe(404);
    } finally {
      await other.stop();
    }
  });
});

describe('the documentation', () => {
  it('finds pages by a search, with nothing from other hosts', async () => {
    const { page, complaints, strays } = await openPage(browser, at('/docs/'));
    await page
      .getByRole('button', { name: /^Search/ })
      .first()
      .click();
    await page.locator('#localsearch-input').fill('bulkhead');
    await page.locator('.VPLocalSearchBox .result').first().click();
    await page.waitForURL('**/docs/**bulkhead*');
    expect({ complaints, strays }).toEqual({ complaints: [], strays: [] });
  });

  it('opens the examples of the schema in the playground', async () => {
    const { page, complaints } = await openPage(browser, at('/docs/reference/schema'));
    await page.getByRole('link', { name: 'Open in the playground' }).first().click();
    await page.locator('.graphiql-query-editor .view-lines', { hasText: 'publications' }).waitFor();
    expect(new URL(page.url()).searchParams.get('query')).toContain('regions: {anyOf: ["africa"]}');
    expect(complaints).toEqual([]);
  });

  it('shows the files that it links to', async () => {
    const { page, complaints } = await openPage(browser, at('/docs/how-to/clients'));
    await page.getByRole('link', { name: 'apollo.ts' }).click();
    await page.getByRole('heading', { level: 1, name: 'examples/clients/apollo.ts' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('breaks no rule of accessibility, $colorScheme at $width pixels', async (look) => {
    for (const address of ['/docs/tutorials/web-page', '/docs/reference/configuration']) {
      const { page, complaints } = await openPage(browser, at(address), { ...look, height: 900 });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect({ address, violations: await listViolations(page, 'main, .VPNav') }).toEqual({
        address,
        violations: [],
      });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
      expect(complaints).toEqual([]);
    }
  });
});
