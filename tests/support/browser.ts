import { type Browser, type Page, chromium } from 'playwright-core';

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

/** A page of a browser that knows nothing yet, and what it complained of and asked others for. */
export interface VisitedPage {
  page: Page;
  /** Errors and warnings of the console, uncaught errors, failed requests. */
  complaints: string[];
  /** Requests to elsewhere. */
  strays: string[];
}

/** What a browser is like that opens a page. */
interface Look {
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** Opens the playground, and waits until it can be used. */
export async function visit(browser: Browser, url: string, look: Look = {}): Promise<VisitedPage> {
  const visited = await openPage(browser, url, look);
  // The schema was read, and the manual is there.
  await visited.page.waitForSelector('button[aria-label="Show Documentation Explorer"]');
  await visited.page.waitForSelector('.graphiql-query-editor .view-line');
  return visited;
}

/** Opens an address in a browser that knows nothing yet. */
export async function openPage(
  browser: Browser,
  url: string,
  { colorScheme = 'light', width = 1360, height = 800 }: Look = {},
): Promise<VisitedPage> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strays: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // What a page still loads when it is left is broken off.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strays.push(request.url());
  });
  await page.goto(url);
  return { page, complaints, strays };
}
