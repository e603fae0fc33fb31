import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { browseCatalogue, listViolations, openPage } from '../support/browser.ts';
import type { TestCatalogue } from '../support/catalogue.ts';
import type { TestServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
browseCatalogue((served) => ({ catalogue, server, browser } = served));

const SLUG = 'legal-review-on-trafficking-in-persons-in-the-caribbean';

const open = (path: string, look = {}) => openPage(browser, new URL(path, server.url).href, look);

/** Clicks a link or button that downloads. @returns the file's name and content */
async function download(page: Page, clicked: Locator): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), clicked.click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

async function cite(style: string): Promise<string> {
  const { data } = await catalogue.execute<{ publication: { citation: string } }>(
    `{ publication(slug: "${SLUG}") { citation(style: ${style}) } }`,
  );
  return data.publication.citation;
}

describe('the page of a publication', () => {
  it('has its citation to copy, in several styles', async () => {
    const { page, complaints } = await open(`/explore/publication/${SLUG}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const citation = page.locator('.citation');
    await citation.waitFor();
    expect(await citation.innerText()).toBe(await cite('APA'));
    await page.getByLabel('Style').selectOption('MLA');
    const mla = await cite('MLA');
    await page.locator('.citation', { hasText: mla }).waitFor();
    await page.locator('.cite').getByRole('button', { name: 'Copy' }).click();
    await page.locator('.cite').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(mla);
    expect(complaints).toEqual([]);
  });

  it('downloads it for reference managers', async () => {
    const { page } = await open(`/explore/publication/${SLUG}`);
    await page.getByText('Download', { exact: true }).click();
    const bibtex = await download(page, page.getByRole('link', { name: 'BibTeX' }));
    expect(bibtex.name).toMatch(/\.bib$/);
    expect(`${bibtex.content}`).toContain(`{${SLUG},`);
    const ris = await download(page, page.getByRole('link', { name: /^RIS/ }));
    expect(`${ris.content}`).toMatch(/^TY {2}- /m);
  });

  it.each([390, 1440])('breaks no rule of accessibility, with its menu open, at %i pixels', async (width) => {
    const { page } = await open(`/explore/publication/${SLUG}`, { width, height: 900 });
    await page.locator('.citation').waitFor();
    await page.getByText('Download', { exact: true }).click();
    expect(await listViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});

describe('a list', () => {
  it('is downloaded as it is filtered, all pages of it', async () => {
    const { page } = await open('/explore?countries=NG&sort=title');
    await page.getByText('Download', { exact: true }).click();
    const { name, content } = await download(page, page.getByRole('link', { name: 'JSON Lines' }));
    expect(name).toMatch(/\.jsonl$/);
    const lines = `${content}`.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { countries: unknown }).countries)).toEqual([
      [{ code: 'NG', name: 'Nigeria' }],
    ]);
  });

  it('is narrowed by regions of one level at a time', async () => {
    const { page } = await open('/explore');
    const groups = page.getByRole('group', { name: 'Continents and groups of countries' });
    const subregions = page.getByRole('group', { name: 'Subregions' });
    await groups.getByText('Africa', { exact: true }).click();
    await page.waitForURL('**/explore?regions=africa');
    await subregions.getByText('Balkans').waitFor();
    expect(await groups.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await subregions.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });
});

describe('charts', () => {
  it('filter by the country that is clicked on the map', async () => {
    const { page } = await open('/explore?view=charts');
    const map = page.getByRole('figure', { name: 'Publications by country' }).locator('.picture svg');
    await map.scrollIntoViewIfNeeded();
    const area = await map.boundingBox();
    if (!area) throw new Error('The map is not shown.');
    // Nigeria: 8° east, 9° north, on the equal-earth projection.
    const [x, y] = [area.x + area.width * (0.5 + 8 / 360), area.y + area.height * (0.5 - 0.069)];
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await page.waitForURL('**/explore?countries=NG&view=charts');
  });

  it('filter by the region and decade that are clicked', async () => {
    const { page } = await open('/explore?view=charts', { height: 3000 });
    const cell = page.getByRole('figure', { name: 'Regions and decades' }).locator('.picture rect').first();
    await cell.hover();
    await cell.click();
    await page.waitForURL(/regions=[a-z-]+&from=\d{3}0&to=\d{3}9&view=charts$/);
  });

  it('are downloaded as CSV, SVG and PNG', async () => {
    const { page } = await open('/explore?view=charts', { height: 3000 });
    const figure = page.getByRole('figure', { name: 'Publications by year' });
    const csv = await download(page, figure.getByRole('button', { name: 'CSV' }));
    expect(csv.name).toBe('publications-by-year.csv');
    expect(`${csv.content}`).toMatch(/^\uFEFFYear,Publications\r\n2009,1\r\n2010,2\r\n/);
    const svg = await download(page, figure.getByRole('button', { name: 'SVG' }));
    expect(`${svg.content}`).toMatch(/^<svg [^]*<\/svg>$/);
    const png = await download(page, figure.getByRole('button', { name: 'PNG' }));
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('without a network', () => {
  it('says so, keeps what was loaded, and goes on when the network is back', async () => {
    const { page } = await open('/explore');
    await page.locator('.card').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    expect(await page.locator('.card').count()).toBe(10);
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'hidden' });
  });
});
