import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { html, htmlToText } from '../../../src/import/formats/html/html.ts';
import { readListing } from '../../../src/import/formats/listing/listing.read.ts';

const PAGES = path.join(__dirname, '../pages');

/** A page as its site might mark it up: what blank lines separate are paragraphs, lines are blocks. */
function toMarkup(text: string): string {
  const escape = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const groups = text
    .split(/\n{2,}/)
    .map((group) => group.split('\n').map((line) => `<div>\n   <span>${escape(line)}</span></div>`));
  return `<!DOCTYPE html>\n<html><head><title>x</title><style>p{}</style></head><body>${groups.map((lines) => `<section>${lines.join('')}</section>`).join('\n')}<script>1 < 2</script></body></html>`;
}

describe('htmlToText', () => {
  it.each(['studies.txt', 'handbooks.txt', 'natural-disaster.txt'])(
    'gives what the text of the page gives: %s',
    (page) => {
      const text = readFileSync(path.join(PAGES, page), 'utf8').replaceAll('\r\n', '\n');
      const valuesOf = (read: ReturnType<typeof readListing>) =>
        read.records.map(({ title, abstract, fields }) => ({ title, abstract, fields }));
      const read = readListing(htmlToText(toMarkup(text)), page);
      const expected = readListing(text, page);
      expect(valuesOf(read)).toEqual(valuesOf(expected));
      expect(read.heading).toBe(expected.heading);
    },
  );

  it('shows what a browser shows', () => {
    const markup =
      '<p>One &amp;  <b>two</b>\n three<br>four</p><script>no</script><div hidden>no</div><ul><li>a</li><li>b</li></ul>';
    expect(htmlToText(markup)).toBe('One & two three\nfour\n\na\nb\n\n');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void htmlToText(text)));
  });

  it('is told from text', () => {
    expect(html.isLike('<!DOCTYPE html>\n<html>')).toBe(true);
    expect(html.isLike('Capacity Building\n<html> is a tag')).toBe(false);
  });
});
