import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser } from '../support/browser.ts';
import { serveCatalogue } from '../support/served.ts';
import type { TestCatalogue } from '../support/catalogue.ts';
import type { TestServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let browser: Browser;
afterAll(() => browser.close());
serveCatalogue('empty', (served) => ({ catalogue, server } = served));
beforeAll(async () => {
  browser = await startBrowser();
  // 120 authors with two publications each, and one with a single publication, who is beyond the 100 most frequent.
  const records = Array.from({ length: 240 }, (_, index) => ({
    title: `Study ${index + 1}`,
    year: 1990 + (index % 30),
    authors: [{ name: `Frequent Name${index % 120}`, kind: 'PERSON' }],
    type: index % 3 === 0 ? 'REPORT' : 'BOOK',
    languages: [index % 2 === 0 ? 'en' : 'fr'],
  }));
  const full = {
    ...{ title: 'A Full Record', type: 'ARTICLE', languages: ['pt-BR'], issued: '2016-05', place: 'Geneva' },
    ...{ edition: '2nd ed.', keywords: ['borders', 'returns'], license: 'CC-BY-4.0' },
    identifiers: ['doi:10.1000/182'],
    authors: [{ name: 'Rare Zuber', kind: 'PERSON' }],
    publishers: [{ name: 'Lagos University Press', kind: 'ORGANIZATION' }],
    partOf: { title: 'Journal of Routes', volume: '7', issue: '2', pages: '12-34', issn: '2049-3630' },
  };
  await catalogue.importTexts({
    'records.jsonl': [...records, full].map((record) => JSON.stringify(record)).join('\n'),
  });
});

const open = (path: string) => openPage(browser, new URL(path, server.url).href);
const facetOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const waitForTotal = (page: Page, text: string) =>
  page.locator('.toolbar h2', { hasText: new RegExp(`^${text}$`) }).waitFor();

describe('a facet with more values than the API lists', () => {
  it('finds a rare value by its name, with its count in the list', async () => {
    const { page, complaints } = await open('/explore');
    const facet = facetOf(page, 'People and organisations');
    await facet.getByRole('button', { name: 'Show more' }).click();
    await facet.getByText('The 100 most frequent of 122. Find others by name.').waitFor();
    expect(await facet.getByText('Rare Zuber').count()).toBe(0);
    await facet.getByRole('searchbox').fill('zuber');
    const choice = facet.locator('label', { hasText: 'Rare Zuber' });
    expect(await choice.locator('.count').innerText()).toBe('1');
    await choice.click();
    await waitForTotal(page, '1 publication');
    await page.getByRole('button', { name: 'Remove Rare Zuber' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says so if no value has the name', async () => {
    const { page } = await open('/explore');
    const facet = facetOf(page, 'People and organisations');
    await facet.getByRole('button', { name: 'Show more' }).click();
    await facet.getByRole('searchbox').fill('nobody');
    await facet.getByText('No value has that name.').waitFor();
  });
});

describe('facets of types, languages and publishers', () => {
  it('narrow the list, and are named beside it', async () => {
    const { page, complaints } = await open('/explore');
    await facetOf(page, 'Types').getByText('Report').click();
    await waitForTotal(page, '80 publications');
    await facetOf(page, 'Languages').getByText('French').click();
    await waitForTotal(page, '40 publications');
    expect(new URL(page.url()).search).toBe('?types=REPORT&languages=fr');
    await page.getByRole('button', { name: 'Remove Report' }).waitFor();
    await page.getByRole('button', { name: 'Remove French' }).click();
    await waitForTotal(page, '80 publications');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await facetOf(page, 'Publishers').getByText('Lagos University Press').click();
    await waitForTotal(page, '1 publication');
    expect(complaints).toEqual([]);
  });

  it('are left out if the catalogue has no such values', async () => {
    const { page } = await open('/explore');
    await facetOf(page, 'Types').waitFor();
    expect(await facetOf(page, 'Countries').count()).toBe(0);
  });
});

describe('the page of a publication', () => {
  it('shows everything that is known of it', async () => {
    const { page, complaints } = await open('/explore/publication/a-full-record');
    const facts = page.locator('dl.facts');
    await facts.waitFor();
    const shown = await facts.locator('.fact:visible').allInnerTexts();
    expect(shown.map((text) => text.replaceAll(/\s*\n\s*/g, ': ')).slice(0, -1)).toEqual([
      'Type: Article',
      'Languages: Brazilian Portuguese',
      'Contributors: Rare Zuber: Author: Lagos University Press: Publisher',
      'Published: Geneva, May 2016',
      'Part of: Journal of Routes, Volume 7, Issue 2, Pages 12-34, ISSN 2049-3630',
      'Edition: 2nd ed.',
      'Identifiers: DOI 10.1000/182',
      'Keywords: borders · returns',
      'Licence: CC-BY-4.0',
    ]);
    expect(await facts.getByRole('link', { name: '10.1000/182' }).getAttribute('href')).toBe(
      'https://doi.org/10.1000/182',
    );
    expect(complaints).toEqual([]);
  });
});
