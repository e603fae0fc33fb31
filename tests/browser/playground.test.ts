import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { browseCatalogue, listViolations, visit } from '../support/browser.ts';
import type { TestCatalogue } from '../support/catalogue.ts';
import type { TestServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
let playground: string;
browseCatalogue((served) => {
  ({ catalogue, server, browser } = served);
  playground = new URL('/playground', server.url).href;
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

  it('shows the status if a proxy answers with a page in place of the API', async () => {
    const { page } = await visit(browser, playground);
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }),
    );
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window .view-lines', { hasText: '"errors"' }).waitFor();
    expect((await lines(page, 'result')).replaceAll(/\s+/g, ' ')).toContain(
      '"message": "The API could not be reached: the answer was 502 Bad Gateway, and no JSON. Try again in a moment."',
    );
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
    await page.waitForSelector('.graphiql-doc-explorer >> text=Publications: search');
    await run(page);
    await page.click('button[aria-label="Show History"]');
    await page.waitForSelector('.graphiql-history-item >> text=Newest');
    expect(complaints).toEqual([]);
  });

  it('offers examples with their variables', async () => {
    const { page, complaints } = await visit(browser, playground);
    await page.selectOption('#examples', 'country');
    await page.waitForURL('**/playground?example=country');
    await page.locator('.graphiql-query-editor .view-lines', { hasText: 'CountryByCode' }).waitFor();
    expect(await lines(page, 'variable')).toContain('"code": "ANT"');
    await run(page);
    expect(await lines(page, 'result')).toContain('"name": "Netherlands Antilles"');
    expect(complaints).toEqual([]);
  });

  it('keeps one tab while examples are chosen', async () => {
    const { page } = await visit(browser, playground);
    for (const [example, operation] of [
      ['search', 'Search'],
      ['related', 'Related'],
    ] as const) {
      await page.selectOption('#examples', example);
      await page.locator('.graphiql-query-editor .view-lines', { hasText: `query ${operation}` }).waitFor();
    }
    expect(await page.locator('.graphiql-tab').count()).toBe(1);
  });

  it('copies what is in the editor as a program', async () => {
    const { page } = await visit(browser, `${playground}?example=search`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.selectOption('#language', 'Python');
    await page.click('#copy');
    await page.locator('#copied', { hasText: 'Copied' }).waitFor();
    const program = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(program).toContain('query Search($search: String!) {');
    expect(program).toContain(`Request("${server.url}"`);
  });

  it('says why it did not copy', async () => {
    const { page } = await visit(browser, `${playground}?query={__typename}&variables={"a":}`);
    await page.click('#copy');
    await page.locator('#copied', { hasText: 'Not copied: the variables are not valid JSON.' }).waitFor();
  });

  it('downloads an answer as a table', async () => {
    const { page } = await visit(browser, `${playground}?example=last-page`);
    const button = page.getByRole('button', { name: 'Download as CSV' });
    expect(await button.isDisabled()).toBe(true);
    await run(page);
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe('LastPage.csv');
    const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    // trim() takes the byte order mark away, too.
    expect([head, rows.length]).toEqual(['title,year', 3]);
  });

  it('fits a phone, and its header breaks no rule of accessibility', async () => {
    const { page } = await visit(browser, playground, { width: 390, height: 1600 });
    const editor = await page.locator('.graphiql-query-editor').boundingBox();
    const result = await page.locator('.graphiql-response').boundingBox();
    expect([editor?.width, result?.width].map((width) => (width ?? 0) > 300)).toEqual([true, true]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await listViolations(page, 'body > header')).toEqual([]);
    const links = page.locator('body > header nav a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/explore',
      '/docs',
    ]);
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
