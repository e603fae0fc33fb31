import { readCrossref } from '../../../src/import/formats/crossref/crossref.ts';
import { readDataCite } from '../../../src/import/formats/datacite/datacite.ts';
import { readWebOfScience } from '../../../src/import/formats/wos/wos.ts';
import { readEndNoteTags } from '../../../src/import/formats/endnote/endnote.tags.ts';
import { readNbib } from '../../../src/import/formats/nbib/nbib.ts';
import { readOaiPage } from '../../../src/import/formats/oai/oai.page.ts';
import { readBibtex, bibtex } from '../../../src/import/formats/bibtex/bibtex.ts';
import { readCsv } from '../../../src/import/formats/csv/csv.ts';
import { readCsl } from '../../../src/import/formats/csl/csl.ts';
import { readOaiDc } from '../../../src/import/formats/oai/oai.ts';
import { readRis } from '../../../src/import/formats/ris/ris.ts';
import type { ReadRecords } from '../../../src/import/formats/format.ts';
import { testCatalogue } from '../../support/catalogue.ts';

/** Long enough that a time that grows with the square of the length is over a minute. */
const LONG = 500_000;
const many = (text: string) => text.repeat(LONG / text.length);

const csl = (values: object) =>
  readCsl(JSON.stringify([{ type: 'book', title: 'A title', ...values }]), {} as never);
const ris = (line: string) => readRis(`TY  - JOUR\nTI  - A title\n${line}\nER  - \n`, {} as never);
const oai = (elements: string) =>
  readOaiDc(
    `<record><metadata><oai_dc:dc><dc:title>A title</dc:title>${elements}</oai_dc:dc></metadata></record>`,
    {} as never,
  );

/** A property that every object has, as the type of a record. */
const WORD = 'constructor';

describe('a hostile value', () => {
  it.each<[string, () => ReadRecords]>([
    ['nested tags', () => csl({ abstract: many('<i>') })],
    ['a tag that does not end', () => csl({ abstract: `<i a=${many(' ')}` })],
    ['spaces between pages', () => csl({ page: `1${many(' ')}2` })],
    ['spaces between keywords', () => csl({ keyword: `a${many(' ')}b` })],
    ['a publisher of brackets', () => csl({ publisher: many('(a ') })],
    ['a date of years', () => csl({ issued: many('2001 ') })],
    ['a DOI of full stops', () => csl({ DOI: `10.1000/${many('.')}x` })],
    ['a name of commas', () => ris(`AU  - ${many('A, ')}`)],
    ['spaces in a name', () => ris(`AU  - Ab${many(' ')}Cd`)],
    ['a list of names in one field', () => oai(`<dc:creator>${many('Doe, J; ')}</dc:creator>`)],
    ['a name of a property of every object', () => ris('LA  - constructor\nM3  - __proto__')],
  ])('does not keep its record from being read: %s', (_, read) => {
    const { records, refused } = read();
    expect(refused).toEqual([]);
    expect(records.map(({ record }) => record.title)).toEqual(['A title']);
  });

  it.each<[string, () => ReadRecords, string | null]>([
    ['Crossref', () => readCrossref(JSON.stringify({ type: WORD, title: ['A title'] }), {} as never), null],
    [
      'DataCite',
      () =>
        readDataCite(
          JSON.stringify({ types: { resourceType: WORD }, titles: [{ title: 'A title' }] }),
          {} as never,
        ),
      null,
    ],
    ['Web of Science', () => readWebOfScience(`PT J\nTI A title\nDT ${WORD}\nER\n`, {} as never), 'ARTICLE'],
    ['PubMed', () => readNbib(`PMID- 1\nTI  - A title\nPT  - ${WORD}\nPT  - Book\n`, {} as never), 'BOOK'],
    ['EndNote', () => readEndNoteTags(`%0 ${WORD}\n%T A title\n`, {} as never), null],
  ])('is no type that is known: %s', (_, read, type) => {
    const { records, refused } = read();
    expect(refused).toEqual([]);
    expect(records.map(({ record }) => record.type)).toEqual([type]);
  });

  it('does not keep a format from being detected', () => {
    expect(bibtex.isLike(`@book{${many(' ')}`)).toBe(false);
    expect(bibtex.isLike('@book{ , title={A}}')).toBe(true);
    expect(bibtex.isLike('@book{title = {A}}')).toBe(true);
    expect(readOaiPage(`<html>${many('<title ')}`)).toBe('a web page');
  });

  it.each<[string, string, number]>([
    ['commands', `@misc{a, title = {A ${many('\\foo')}}}\n`, 1],
    ['names', `@misc{a, title = {A}, author = {${many('a, ')}}}\n`, 1],
    ['types', `${many('@a')}\n`, 1],
    ['entries without an end', `@misc{${many('@a{')}\n`, 1],
    ['lines without an entry', many('@a\n'), 166_666],
  ])('is refused with its entry, and the next entry is read: many %s', async (_, text, count) => {
    const { records, refused } = await readBibtex(`${text}@misc{b, title = {B}}`, {} as never);
    expect(refused).toHaveLength(count);
    expect(refused[0]?.reason).toMatch(/^is too long|^can't be read as an entry: there is no "\{" after/);
    expect(records.map(({ record }) => record.title)).toEqual(['B']);
  });

  it('does not keep a table of many columns from being read', () => {
    const { records } = readCsv(`title,${many('title,')}\nA title\n`, {} as never);
    expect(records.map(({ record }) => record.title)).toEqual(['A title']);
  });

  it('reads cross-references in a circle', async () => {
    const text =
      '@article{a,title={A},crossref={b},xdata={c}}\n@article{b,title={B},crossref={a}}\n@xdata{c,xdata={c}}';
    const { records } = await readBibtex(text, {} as never);
    expect(records.map(({ record }) => record.title)).toEqual(['A', 'B']);
  });
});

it.each([
  ['JSON', 'deep.json', `{"type":"book","items":${'{"items":'.repeat(50_000)}[]${'}'.repeat(50_001)}`],
  ['XML', 'deep.xml', `<oai_dc:dc xmlns:oai_dc="a">${'<a>'.repeat(50_000)}</oai_dc:dc>`],
])('a file of %s that nests too deeply is refused in one sentence', async (_, name, text) => {
  const catalogue = await testCatalogue('empty');
  try {
    await expect(catalogue.importTexts({ [name]: text })).rejects.toThrow(/nest too deeply/);
  } finally {
    await catalogue.close();
  }
});
