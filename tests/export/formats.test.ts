import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { ExportRecord } from '../../src/export/export.record.ts';
import { atom } from '../../src/export/formats/atom/atom.ts';
import { bibtex } from '../../src/export/formats/bibtex/bibtex.ts';
import { type CslItem, type CslName, toCslItem } from '../../src/export/formats/csl/csl.item.ts';
import { writeRows } from '../../src/export/formats/csv/csv.ts';
import { csl } from '../../src/export/formats/csl/csl.ts';
import type { ExportFormat } from '../../src/export/formats/format.ts';
import { ris } from '../../src/export/formats/ris/ris.ts';
import { makeExportRecords } from '../support/export-records.ts';

const records = makeExportRecords(200, 1);

function write({ open }: ExportFormat, published: readonly ExportRecord[] = records): string {
  const writer = open({
    revision: 7,
    revisedAt: '2026-11-27T20:00:00.5Z',
    listId: 'list',
    csv: { shape: 'wide', by: 'country', hasBom: false },
    describe: () => null,
  });
  const half = Math.floor(published.length / 2);
  return (
    writer.begin + writer.write(published.slice(0, half)) + writer.write(published.slice(half)) + writer.end()
  );
}

/** What a second parser reads. */
const read = (text: string, type: string) => new Cite(text, { forceType: type }).data as unknown as CslItem[];

/** A name, however a parser divides it. */
const whole = (name: CslName) => {
  const { 'non-dropping-particle': particle = '', ...parts } = name as CslName & Record<string, string>;
  if ('literal' in parts) return parts.literal;
  return `${particle} ${parts.family}${parts.given === undefined ? '' : `, ${parts.given}`}`.trim();
};

const collapseSpaces = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

describe('CSV', () => {
  it('quotes cells with any line break, so that other programs read as many rows', () => {
    expect(writeRows([['A\nB', 'C\rD', 'E\r\nF', 'G, "H"', '=I', 7, null]])).toBe(
      `"A\nB","C\rD","E\r\nF","G, ""H""",'=I,7,\r\n`,
    );
  });
});

describe('CSL-JSON', () => {
  it('has every record, also if there is none', () => {
    expect(JSON.parse(write(csl))).toEqual(records.map(toCslItem));
    expect(JSON.parse(write(csl, []))).toEqual([]);
  });

  it('has names in parts, organisations whole, and dates as numbers', () => {
    expect(toCslItem(records[0] as ExportRecord)).toEqual({
      id: 'record-0',
      type: 'chapter',
      title: 'Of 50% & more: {braces}, $5 #1 under_scores ~ ^ \\ back',
      author: [{ family: 'Díaz', given: 'Ana María' }, { literal: 'Ministry of Justice and Peace' }],
      editor: [{ family: 'van der Berg', given: 'J. P.' }],
      issued: { 'date-parts': [[2016, 5, 12]] },
      'container-title': 'A {Report} & its Annexes',
      publisher: 'IOM',
      'publisher-place': 'Geneva',
      page: '12-34',
      volume: '3',
      issue: '4',
      DOI: '10.1000/a_b(c)',
      URL: 'https://example.org/a_b?c=%20d&e={f}',
      abstract: 'One.\n\nTwo.',
      keyword: 'migration, law',
      language: 'en',
    });
  });
});

describe('BibTeX', () => {
  it('gives a second parser the same titles, names, years, pages and identifiers', () => {
    const items = read(write(bibtex), '@bibtex/text');
    const pick = ({ title, author, editor, issued, page, volume, DOI }: CslItem) => ({
      title: collapseSpaces(title),
      authors: author?.map(whole),
      editors: editor?.map(whole),
      issued: issued?.['date-parts'][0].slice(0, 2),
      ...{ page, volume, DOI },
    });
    expect(items.map(pick)).toEqual(records.map(toCslItem).map(pick));
  });

  it('writes braces without a partner as commands', () => {
    const [record] = records as [ExportRecord];
    expect(write(bibtex, [{ ...record, title: '}a{b} {c' }])).toContain(
      'title = {{\\textbraceright{}a\\{b\\} \\textbraceleft{}c}}',
    );
  });
});

describe('RIS', () => {
  it('gives a second parser the same titles, names, years and identifiers', () => {
    // The parser knows authors of these types only, and editors of chapters.
    const known = records.filter(({ type }) => ['REPORT', 'BOOK', 'CHAPTER', 'ARTICLE'].includes(type ?? ''));
    const items = read(write(ris, known), '@ris/file');
    const pick = ({ type, title, author, editor, issued, volume, DOI, URL }: CslItem) => ({
      title: collapseSpaces(title),
      authors: author?.map(whole),
      editors: type === 'chapter' ? editor?.map(whole) : undefined,
      year: Number(issued?.['date-parts'][0][0]) || undefined,
      ...{ volume, DOI, URL },
    });
    expect(items.map(pick)).toEqual(known.map(toCslItem).map(pick));
  });

  it('has a tag on every line', () => {
    const lines = write(ris)
      .split('\r\n')
      .filter((line) => line !== '');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
  });
});

describe('Atom', () => {
  it('has valid ids and dates, each id once', () => {
    const feed = write(atom);
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(records.length + 1);
    expect(
      ids.filter((id) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')),
    ).toEqual([]);
    expect([...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, date]) => date)).toEqual([
      '2026-11-27T20:00:00.5Z',
      ...records.map(({ updatedAt }) => updatedAt),
    ]);
    expect(feed).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('leaves out what XML has no character for', () => {
    const [record] = records as [ExportRecord];
    expect(write(atom, [{ ...record, title: 'a\u0000\u000b<b>' }])).toContain('<title>a&lt;b&gt;</title>');
  });
});
