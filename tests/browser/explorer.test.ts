import type { Browser, Page } from 'playwright-core';
import { browseCatalogue, listViolations, openPage } from '../support/browser.ts';
import type { TestCatalogue } from '../support/catalogue.ts';
import type { TestServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
browseCatalogue((served) => ({ catalogue, server, browser } = served));

const open = (path: string, look = {}) => openPage(browser, new URL(path, server.url).href, look);

const waitForTotal = (page: Page, text: string) =>
  page.locator('.toolbar h2', { hasText: new RegExp(`^${text}$`) }).waitFor();
const titles = (page: Page) => page.locator('.card h3').allInnerTexts();
const box = (page: Page) => page.getByRole('combobox', { name: 'Search publications' });
const address = (page: Page) => decodeURIComponent(new URL(page.url()).pathname + new URL(page.url()).search);

describe('the explorer', () => {
  it('starts from /, with the whole catalogue, the newest first', async () => {
    const { page, complaints, strays } = await open('/');
    await waitForTotal(page, '10 publications');
    expect(address(page)).toBe('/explore');
    expect((await page.locator('.sizes').innerText()).split(/\s+/)).toEqual([
      ...['Publications', '10', 'Countries', '15', 'Authors', '10', 'Topic', '1', 'Years', '2009–2020'],
    ]);
    const { data } = await catalogue.execute<{ publications: { nodes: { title: string }[] } }>(
      '{ publications { nodes { title } } }',
    );
    expect(await titles(page)).toEqual(data.publications.nodes.map(({ title }) => title));
    expect({ complaints, strays }).toEqual({ complaints: [], strays: [] });
  });

  it('searches, marks what was found, and says what a misspelt word was taken for', async () => {
    const { page } = await open('/explore');
    await box(page).fill('traficking');
    await page.keyboard.press('Enter');
    await page.locator('.search-info', { hasText: 'trafficking' }).waitFor();
    expect(address(page)).toBe('/explore?q=traficking');
    expect(await page.locator('.card h3 mark').first().innerText()).toMatch(/^traffick/i);
  });

  it('suggests while typing, by keyboard', async () => {
    const { page } = await open('/explore');
    await box(page).pressSequentially('ivory c');
    await page.getByRole('option', { name: /Côte d'Ivoire/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: "Côte d'Ivoire" }).waitFor();
    expect(address(page)).toBe('/explore/country/CI');
  });

  it('narrows by several values of a facet, whose counts stay, and goes back', async () => {
    const { page } = await open('/explore');
    await waitForTotal(page, '10 publications');
    const facet = page.getByRole('group', { name: 'Countries', exact: true });
    const labels = await facet.locator('label').allInnerTexts();
    const boxes = facet.getByRole('checkbox');
    await boxes.nth(0).click();
    await page.waitForURL('**/explore?countries=*');
    await boxes.nth(1).click();
    await page.waitForURL(/countries=[^&]+(,|%2C)/);
    await page.locator('.chosen .chip').nth(1).waitFor();
    expect(await facet.locator('label').allInnerTexts()).toEqual(labels);
    const { data } = await catalogue.execute<{ publications: { totalCount: number } }>(
      'query ($codes: [String!]) { publications(filter: { countries: { anyOf: $codes } }) { totalCount } }',
      { codes: new URL(page.url()).searchParams.get('countries')?.split(',') },
    );
    await waitForTotal(page, `${data.publications.totalCount} publications?`);
    await page.goBack();
    await page.goBack();
    await waitForTotal(page, '10 publications');
  });

  it('says what to drop if nothing is found', async () => {
    const { page } = await open('/explore?q=trafficking&from=1900&to=1901');
    await page.getByRole('button', { name: /^Drop the filter “year”: \d+ publications?$/ }).click();
    await page.locator('.card').first().waitFor();
    expect(address(page)).toBe('/explore?q=trafficking');
  });

  it('shows a publication, and leads on to its authors and places', async () => {
    const { page, complaints } = await open('/explore?q=engagement');
    await page.locator('.card h3 a').first().click();
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(title).toMatch(/^Community Engagement/);
    await page.getByRole('heading', { name: 'Related publications' }).waitFor();
    await page.locator('header .authors a').first().click();
    await page.waitForURL('**/explore/author/*');
    await page.locator('.card h3', { hasText: title }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('draws charts that filter, and tabulates what they show', async () => {
    const { page, complaints } = await open('/explore?view=charts', { height: 3000 });
    await page.locator('.figure .picture svg').nth(4).waitFor();
    const figure = page.getByRole('figure', { name: 'Publications by country' });
    await figure.getByText('Show as a table').click();
    const name = await figure.locator('tbody button').first().innerText();
    await figure.locator('tbody button').first().click();
    await page.locator('.chosen .chip', { hasText: name }).waitFor();
    expect(address(page)).toMatch(/^\/explore\?countries=[A-Z]{2}&view=charts$/);
    expect(complaints).toEqual([]);
  });

  it('filters by the years that are dragged over', async () => {
    const { page } = await open('/explore?view=charts');
    const svg = page.getByRole('figure', { name: 'Publications by year' }).locator('svg').first();
    const area = await svg.boundingBox();
    if (!area) throw new Error('The chart is not shown.');
    await page.mouse.move(area.x + area.width * 0.5, area.y + 100);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.9, area.y + 100, { steps: 3 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}&to=\d{4}/);
  });

  it('hands out the query behind a view, which the playground takes', async () => {
    const { page } = await open('/explore?q=trafficking');
    await page.locator('.toolbar').getByRole('button', { name: 'Show the query' }).click();
    const dialog = page.getByRole('dialog', { name: 'The query behind this view' });
    expect(await dialog.locator('pre').innerText()).toContain('query Publications(');
    await dialog.getByLabel('Language').selectOption('curl');
    expect(await dialog.locator('pre').innerText()).toContain(`curl '${server.url}'`);
    await dialog.getByRole('link', { name: 'Open in the playground' }).click();
    await page.locator('.graphiql-query-editor .view-lines', { hasText: 'query' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/playground');
  });

  it.each([
    [
      'where a page of plain http has no clipboard',
      'Object.defineProperty(navigator, "clipboard", { value: undefined })',
    ],
    ['with the clipboard of a secure page', ''],
  ])('copies a query %s', async (_, script) => {
    const { page } = await open('/explore');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = await page.evaluateHandle('navigator.clipboard');
    await page.evaluate(script);
    await page.locator('.toolbar').getByRole('button', { name: 'Show the query' }).click();
    const dialog = page.getByRole('dialog', { name: 'The query behind this view' });
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied').waitFor();
    expect(await clipboard.evaluate((given: { readText(): Promise<string> }) => given.readText())).toBe(
      await dialog.locator('pre').innerText(),
    );
  });

  it('offers to try again after a failure', async () => {
    const { page } = await open('/explore');
    await waitForTotal(page, '10 publications');
    await page.route('**/graphql', (route) => route.abort());
    await box(page).fill('migration');
    await page.keyboard.press('Enter');
    await page.locator('.results .failure', { hasText: 'The server could not be reached.' }).waitFor();
    await page.unroute('**/graphql');
    await page.locator('.results').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.card').first().waitFor();
  });

  it.each([
    ['/explore', '.card'],
    ['/explore?q=trafficking&view=charts', '.figure svg'],
    ['/explore/country/NG', '.card, .notice'],
    ['/explore/nowhere', '.notice'],
  ])('breaks no rule of accessibility at %s, and fits in 390 pixels', async (path, selector) => {
    const { page, complaints } = await open(path, { width: 390, height: 844, colorScheme: 'dark' });
    await page.locator(selector).first().waitFor();
    expect(complaints).toEqual([]);
    expect(await listViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
