import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import citeproc from 'citeproc';
import { type CitationStyle, formatCitation } from '../../src/citation/citation.ts';
import { type CslItem, toCslItem } from '../../src/export/formats/csl/csl.item.ts';
import { CITATION_CASES } from '../support/citation-cases.ts';
import { makeExportRecords } from '../support/export-records.ts';
import { makeOddCitations } from '../support/odd-citations.ts';

/** The forms that the styles here know: the catalogue's records are reports and chapters unless their source says more. */
const items = makeExportRecords(700, 1)
  .map(toCslItem)
  .filter(({ id }) => id !== 'record-0')
  .filter(({ type }) => ['report', 'book', 'chapter', 'article-journal'].includes(type))
  // An article's editors are those of its journal, which the catalogue does not know.
  .map((item) => (item.type === 'article-journal' ? omitEditors(item) : item))
  .slice(0, 200);

function omitEditors({ editor: _, ...item }: CslItem): CslItem {
  return item;
}

const config = plugins.config.get('@csl');

/** What citeproc-js makes of the official style, as HTML. */
function citeAll(style: string, items: readonly CslItem[]): Map<string, string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: () => config.locales.get('en-US'),
    retrieveItem: (id: string) => byId.get(id),
  };
  const engine = new citeproc.Engine(system, config.styles.get(style), 'en-US', true);
  engine.setOutputFormat('html');
  return new Map(
    items.map(({ id }) => {
      engine.updateItems([id]);
      const [, [entry = '']] = engine.makeBibliography();
      const text = entry
        .replace(/<div[^>]*>|<\/div>/g, '')
        .replace(/&#38;/g, '&amp;')
        .replace(/&#60;/g, '&lt;')
        .replace(/&#62;/g, '&gt;');
      return [id, text.trim()];
    }),
  );
}

/** With British quotation marks, as the style is used; citeproc-js has the American locale here. */
const toBritish = (text: string) =>
  text
    .split(/(<i>.*?<\/i>)/)
    .map((part) =>
      part.startsWith('<i>')
        ? part
        : part
            .replace(/“(.*?)([,.]?)”/g, '{$1}$2')
            .replace(/‘/g, '“')
            .replace(/’(?!\p{L})/gu, '”')
            .replace(/[{}]/g, (brace) => (brace === '{' ? '‘' : '’')),
    )
    .join('')
    .replace(', and ', ' and ')
    // What has neither volume nor pages is no preprint for that.
    .replace(' [Preprint]', '');

const ORACLES: [CitationStyle, string, (text: string) => string][] = [
  ['APA', 'apa', (text) => text.replace('Retrieved https', 'https')],
  ['HARVARD', 'harvard1', toBritish],
  ['VANCOUVER', 'vancouver', (text) => text.replace(/^1\./, '')],
];

it.each(ORACLES)('%s is what citeproc-js makes of the official style', (style, name, normalize) => {
  expect(items).toHaveLength(200);
  const expected = citeAll(name, items);
  const differing = items
    .map((item: CslItem) => [normalize(expected.get(item.id) ?? ''), formatCitation(item, style, 'HTML')])
    .filter(([official, own]) => official !== own);
  expect(differing.slice(0, 12)).toEqual([]);
});

it.each(ORACLES)('%s cites odd references as citeproc-js does', (style, name, normalize) => {
  const odd = makeOddCitations(200, 20_261_128);
  const expected = citeAll(name, odd);
  const differing = odd
    .map((item) => [normalize(expected.get(item.id) ?? ''), formatCitation(item, style, 'HTML')])
    .filter(([official, own]) => official !== own);
  expect(differing.slice(0, 12)).toEqual([]);
});

it('differs between formats only in markup', () => {
  for (const item of makeOddCitations(200, 3))
    for (const style of ['APA', 'CHICAGO', 'HARVARD', 'MLA', 'VANCOUVER'] as const) {
      const text = formatCitation(item, style, 'TEXT');
      const html = formatCitation(item, style, 'HTML').replace(/<\/?i>/g, '');
      expect(html).toBe(text.replaceAll('&', '&amp;'));
      const markdown = formatCitation(item, style, 'MARKDOWN').replace(/(?<!\\)\*/g, '');
      expect(markdown.replace(/\\([\\`*_[\]<>])/g, '$1')).toBe(text);
      expect(text).not.toMatch(/undefined|null|\.\.|,,|\s\s|\s[.,]|[\uE000\uE001]/);
    }
});

// No package has these styles, so the answers of citeproc-js to them are written down.
it.each(CITATION_CASES)('CHICAGO and MLA cite %s as the official styles do', (_, item, chicago, mla) => {
  expect(formatCitation(item, 'CHICAGO', 'HTML')).toBe(chicago);
  expect(formatCitation(item, 'MLA', 'HTML')).toBe(mla);
});

it.each([
  ['APA', '<i>Atlas</i> (2nd ed.). (n.d.).'],
  ['CHICAGO', '<i>Atlas</i>. n.d. 2nd ed.'],
  ['HARVARD', '<i>Atlas</i> (no date). 2nd edn.'],
  ['MLA', '<i>Atlas</i>. 2nd ed.'],
  ['VANCOUVER', 'Atlas. 2nd ed.'],
] as const)('%s says once that "2nd ed." and "2nd edition" are editions', (style, expected) => {
  for (const edition of ['2', '2nd ed.', '2nd edition', '2 edn'])
    expect(formatCitation({ id: 'a', type: 'book', title: 'Atlas', edition }, style, 'HTML')).toBe(expected);
});
