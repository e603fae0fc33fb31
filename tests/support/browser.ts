import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core';
import { type ServedCatalogue, serveCatalogue } from './served.ts';

/** Starts the Chromium that jest.config.js found. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.PUBATLAS_TEST_CHROMIUM as string,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** Serves the sample listing before the tests of a file, and starts a browser. @param use receives them */
export function browseCatalogue(use: (served: ServedCatalogue & { browser: Browser }) => void): void {
  let browser: Browser;
  let served: ServedCatalogue;
  // Hooks run in the order of their definition: the browser is closed before the server stops.
  afterAll(() => browser.close());
  serveCatalogue('listing', (given) => (served = given));
  beforeAll(async () => {
    browser = await startBrowser();
    use({ ...served, browser });
  });
}

/** A page in a fresh browser context, with its errors and its requests to other origins. */
export interface VisitedPage {
  page: Page;
  /** Console errors and warnings, uncaught errors, and failed requests. */
  complaints: string[];
  /** URLs of requests to other origins. */
  strays: string[];
}

/** Options of the browser context. */
interface Look {
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** Opens the playground, and waits until it is usable. */
export async function visit(browser: Browser, url: string, look: Look = {}): Promise<VisitedPage> {
  const visited = await openPage(browser, url, look);
  // The schema was loaded, and the documentation explorer is available.
  await visited.page.waitForSelector('button[aria-label="Show Documentation Explorer"]');
  await visited.page.waitForSelector('.graphiql-query-editor .view-line');
  return visited;
}

/** Contexts by how they look. A context keeps the scripts that its pages have loaded. */
const contexts = new Map<string, BrowserContext>();

/** Opens a URL in a page without stored data. Closes what was opened before with the same look. */
export async function openPage(
  browser: Browser,
  url: string,
  { colorScheme = 'light', width = 1360, height = 800 }: Look = {},
): Promise<VisitedPage> {
  const page = await openFreshPage(browser, { viewport: { width, height }, colorScheme });
  const complaints: string[] = [];
  const strays: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // Leaving a page aborts its pending requests.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strays.push(request.url());
  });
  await page.goto(url);
  return { page, complaints, strays };
}

async function openFreshPage(browser: Browser, look: BrowserContextOptions): Promise<Page> {
  const key = JSON.stringify(look);
  const context = contexts.get(key) ?? (await browser.newContext(look));
  contexts.set(key, context);
  for (const page of context.pages()) {
    await page.evaluate('localStorage.clear()');
    await page.close();
  }
  return context.newPage();
}

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Lists the accessibility rules that the page violates within an element, each with its first occurrence. */
export async function listViolations(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run('${within}').then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}
