import type { Browser, Page } from 'playwright-core';
import { startBrowser, visit } from '../support/browser.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
let playground: string;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  server = await testServer(catalogue);
  playground = new URL('/playground', server.url).href;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await catalogue.close();
});

/** The text of an editor's lines that are in view. */
const lines = async (page: Page, editor: 'query' | 'variable' | 'result') => {
  const parts = await page.locator(`.${SELECTORS[editor]} .view-line`).allInnerTexts();
  return parts.join('\n').replaceAll('\u00a0', ' ');
};
const SELECTORS = {
  query: 'graphiql-query-editor',
  variable: 'graphiql-editor-tool',
  result: 'result-window',
};

async function run(page: Page): Promise<void> {
  await page.click('.graphiql-execute-button');
  await page.locator('.result-window .view-lines', { hasText: '"data"' }).waitFor();
}

describe('the playground', () => {
  it('runs the first example, and shows the ten titles', async () => {
    const { page, complaints, strays } = await visit(browser, playground, { height: 4500 });
    await run(page);
    const shown = (await lines(page, 'result')).replaceAll(/\s+/g, ' ');
    const { data } = await catalogue.execute<{ publications: { nodes: { title: string }[] } }>(
      '{ publications { nodes { title } } }',
    );
    expect(data.publications.nodes).toHaveLength(10);
    for (const { title } of data.publications.nodes) expect(shown).toContain(`"title": "${title}"`);
    expect({ complaints, strays }).toEqual({ complaints: [], strays: [] });
  });

  it('completes the name of a field', async () => {
    const { page, complaints } = await visit(browser, playground);
    await page.click('.graphiql-query-editor .view-lines');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ catalog');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row:has-text("catalogue")');
    await page.keyboard.press('Enter');
    await page.locator('.graphiql-query-editor .view-lines', { hasText: 'catalogue' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('has the manual, and the history of what was run', async () => {
    const { page, complaints } = await visit(browser, playground);
    await page.click('button[aria-label="Show Documentation Explorer"]');
    await page.click('.graphiql-doc-explorer a:text-is("Query")');
    await page.click('.graphiql-doc-explorer a:text-is("publications")');
    await page.waitForSelector('.graphiql-doc-explorer >> text=The publications');
    await run(page);
    await page.click('button[aria-label="Show History"]');
    await page.waitForSelector('.graphiql-history-item >> text=Newest');
    expect(complaints).toEqual([]);
  });

  it('offers examples with their variables', async () => {
    const { page, complaints } = await visit(browser, playground);
    await page.selectOption('#examples', 'country');
    await page.waitForURL('**/?example=country');
    await page.locator('.graphiql-query-editor .view-lines', { hasText: 'CountryByCode' }).waitFor();
    expect(await lines(page, 'variable')).toContain('"code": "ANT"');
    await run(page);
    expect(await lines(page, 'result')).toContain('"name": "Netherlands Antilles"');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(33, 42, 59)'],
  ] as const)('is %s where the system is', async (colorScheme, color) => {
    const { page } = await visit(browser, playground, { colorScheme });
    const backgrounds = await page.evaluate(
      `['body', '#graphiql .graphiql-container .graphiql-container']
        .map((selector) => getComputedStyle(document.querySelector(selector)).backgroundColor)`,
    );
    expect(backgrounds).toEqual([color, color]);
  });

  it('is where a browser arrives that opens /graphql, with what that asks', async () => {
    const asked = new URLSearchParams({
      query: 'query Named($code: String!) { country(code: $code) { name } }',
      variables: '{ "code": "ML" }',
    });
    const { page, complaints } = await visit(browser, `${server.url}?${asked.toString()}`);
    expect(new URL(page.url()).pathname).toBe('/playground');
    await run(page);
    expect(await lines(page, 'result')).toContain('"name": "Mali"');
    expect(complaints).toEqual([]);
  });
});
