import { readListing, type Listing } from '../../../src/import/formats/listing/listing.read.ts';

const FIRST = 'This paper describes a study of the protection of migrants in many countries of the world.';
const SECOND = 'Another paper says how the police and the courts respond to trafficking in persons today.';
const PAGE = `Skip to main content

Law Enforcement

First Title of a Paper

${FIRST}
Country
Nigeria
Region
West Africa
Year
2016
Category
Handbooks
Studies

Second Title of a Paper

${SECOND}
Country
Worldwide
Year
2017
Category
`;
const FIRST_FIELDS = {
  country: ['Nigeria'],
  region: ['West Africa'],
  year: ['2016'],
  category: ['Handbooks', 'Studies'],
};
const SECOND_FIELDS = { country: ['Worldwide'], year: ['2017'], category: [] };

const read = (text: string) => readListing(text, 'page.txt');
const content = ({ heading, records }: Listing) => ({
  heading,
  records: records.map(({ title, abstract, fields }) => ({ title, abstract, fields })),
});
const lines = ({ records }: Listing) => records.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
const whole = content(read(PAGE));

describe('readListing', () => {
  it('reads a page', () => {
    expect(whole).toEqual({
      heading: 'Law Enforcement',
      records: [
        { title: 'First Title of a Paper', abstract: FIRST, fields: FIRST_FIELDS },
        { title: 'Second Title of a Paper', abstract: SECOND, fields: SECOND_FIELDS },
      ],
    });
    expect(lines(read(PAGE))).toEqual([
      [5, 16],
      [18, 25],
    ]);
  });

  it.each<[string, string]>([
    ['without navigation', PAGE.replace('Skip to main content\n\n', '')],
    [
      'with a breadcrumb',
      PAGE.replace(
        'content\n',
        'content\nHome / Topics / Law\nYou are here: Home » Topics\nEnglish | Français\n',
      ),
    ],
    ['with more navigation', PAGE.replace('content\n', 'content\nHome\nSearch\n')],
    ['with the heading repeated', PAGE.replace('Enforcement\n', 'Enforcement\n\nLaw Enforcement\n')],
    ['with a BOM', `\ufeff${PAGE}`],
    ['with CRLF', PAGE.replaceAll('\n', '\r\n')],
    ['with CR', PAGE.replaceAll('\n', '\r')],
    ['with trailing blanks', PAGE.replaceAll('\n', ' \t\n')],
    ['with Unicode spaces', PAGE.replaceAll(' ', '\u00a0').replace('Nigeria', '\u2003Nigeria\u3000')],
    [
      'with invisible characters',
      PAGE.replace('Country', '\u200bCountry').replace('Nigeria', 'Nig\0eria\u200b'),
    ],
    ['with colons and capitals', PAGE.replaceAll('Country', 'COUNTRY:').replaceAll('Year', 'year')],
    ['without a blank line', PAGE.replace(/\n+/g, '\n')],
    ['double-spaced', PAGE.replaceAll('\n', '\n\n')],
    ['with a blank line after every line', PAGE.replace(/\n+/g, '\n\n')],
    [
      'double-spaced below a navigation that is not',
      PAGE.replaceAll('\n', '\n\n').replace('content\n\n', 'content\nHome\nAbout\nSearch\n'),
    ],
    ['with more blank lines', PAGE.replaceAll('\n\n', '\n \n\n\n')],
    ['with the blank line before a title lost', PAGE.replace('Studies\n\n', 'Studies\n')],
    [
      'with the blank line after a title lost',
      PAGE.replace('Second Title of a Paper\n\n', 'Second Title of a Paper\n'),
    ],
    ['with a title over two lines', PAGE.replace('Second Title of', 'Second Title\nof')],
    ['with a blank line inside values', PAGE.replace('Handbooks\n', 'Handbooks\n\n')],
    ['with a pager', `${PAGE}\n1 2 3 … last »\n`],
    [
      'with a pager line by line',
      `${PAGE}\nPagination\n\nPage 1\nPage 2\n\nNext page\n\nLast »\n© 2020 A Site\nContact us`,
    ],
    ['with a pager right below the last label', `${PAGE}« Previous\nNext ›`],
    ['with a label doubled', PAGE.replace('West Africa\n', 'West Africa\nRegion\n')],
  ])('reads it %s', (_, text) => {
    expect(content(read(text))).toEqual(whole);
    expect(read(text).refused).toEqual([]);
  });

  it('reads two pages in one file', () => {
    const both = read(`${PAGE}\nNext page\n\n${PAGE}`);
    expect(content(both).records).toEqual([...whole.records, ...whole.records]);
    expect(lines(both)).toEqual([
      [5, 16],
      [18, 25],
      [33, 44],
      [46, 53],
    ]);
  });

  it('reads labels in another order, doubled, and missing', () => {
    const text = `Heading\n\nA Title\n\n${FIRST}\nYear\n2010\nAuthors\nIOM\nCountry\nGhana\nCountry\nTogo\n\nB Title\n\n${SECOND}\nYear\n2011\n`;
    expect(content(read(text)).records).toEqual([
      {
        title: 'A Title',
        abstract: FIRST,
        fields: { year: ['2010'], authors: ['IOM'], country: ['Ghana', 'Togo'] },
      },
      { title: 'B Title', abstract: SECOND, fields: { year: ['2011'] } },
    ]);
  });

  it('reads titles without abstracts', () => {
    const text =
      'Heading\n\nA Title\nCountry\nGhana\nCategory\n\nB Title\n\nCountry\nTogo\n\nC Title of Some Length\nCountry\nMali\n';
    expect(
      content(read(text)).records.map(({ title, abstract, fields }) => [title, abstract, fields.country]),
    ).toEqual([
      ['A Title', null, ['Ghana']],
      ['B Title', null, ['Togo']],
      ['C Title of Some Length', null, ['Mali']],
    ]);
  });

  it('keeps a label’s word as a paragraph of an abstract', () => {
    const text = `Heading\n\nA Title\n\nCountry\n\n${FIRST}\n\nAuthors\n\n${SECOND}\nCountry\nGhana\n`;
    expect(content(read(text)).records).toEqual([
      {
        title: 'A Title',
        abstract: `Country\n\n${FIRST}\n\nAuthors\n\n${SECOND}`,
        fields: { country: ['Ghana'] },
      },
    ]);
  });

  it('reads a page without a heading', () => {
    expect(content(read(PAGE.slice(PAGE.indexOf('First'))))).toEqual({ ...whole, heading: null });
  });

  it.each([
    ['', null],
    ['\n \n', null],
    ['Skip to main content\n', null],
    ['Skip to main content\n\nLaw Enforcement\n', 'Law Enforcement'],
    ['Law Enforcement', 'Law Enforcement'],
  ])('reads no record from %j', (text, heading) => {
    expect(read(text)).toEqual({ heading, records: [], refused: [] });
  });

  it.each([
    ['{"data": [1, 2]}', 'not a listing: JSON, not text'],
    ['<!DOCTYPE html>\n<p>Country</p>', 'not a listing: markup, not text'],
    ['\u0089PNG\r\n\u001a\0\0\0\rIHDR\0\0\ufffd\ufffd', 'not a listing: binary data, or not UTF-8 text'],
    [
      'A read-me.\n\nIt says something.\n',
      'not a listing: no line is a label (Country, Region, Authors, Year or Category)',
    ],
  ])('refuses %j as a whole', (text, reason) => {
    const { records, refused } = read(text);
    expect(records).toEqual([]);
    expect(refused).toMatchObject([{ file: 'page.txt', firstLine: 1, reason }]);
  });
});

describe('readListing, a record without a title', () => {
  it.each([
    ['first', PAGE.replace(`First Title of a Paper\n\n${FIRST}\n`, ''), [5, 13], ['Second Title of a Paper']],
    [
      'last',
      PAGE.replace(`Second Title of a Paper\n\n${SECOND}\n`, ''),
      [18, 22],
      ['First Title of a Paper'],
    ],
  ])(
    'is refused with its lines, and takes no other with it: the %s',
    (_, text, [firstLine, lastLine], titles) => {
      const { records, refused } = read(text);
      expect(records.map(({ title }) => title)).toEqual(titles);
      expect(records[0]?.fields).toEqual(
        titles[0] === 'First Title of a Paper' ? FIRST_FIELDS : SECOND_FIELDS,
      );
      expect(refused).toEqual([
        { file: 'page.txt', firstLine, lastLine, reason: 'no title before the label "Country"' },
      ]);
    },
  );
});

describe('readListing, a page cut off', () => {
  const upTo = (part: string) => read(PAGE.slice(0, PAGE.lastIndexOf(part) + part.length)).records.at(-1);

  it.each([
    ['Another paper says', 'abstract'],
    ['2017', 'year'],
    ['Worldw', 'country'],
    ['Worldwide\nYear', undefined],
    ['Worldwide\nYea', undefined],
    ['2017\nCatego', undefined],
    ['Worldwide\n', undefined],
  ])('in %j', (part, cutField) => {
    const record = upTo(part);
    expect(record?.title.startsWith('Second Ti')).toBe(true);
    expect(record?.isTruncated).toBe(true);
    expect(record?.cutField).toBe(cutField);
  });

  it('in a title refuses the record, for a part of a title is the title of another publication', () => {
    const { records, refused } = read(PAGE.slice(0, PAGE.lastIndexOf('Second Ti') + 9));
    expect(records.map(({ title }) => title)).toEqual(['First Title of a Paper']);
    expect(refused).toEqual([
      { file: 'page.txt', firstLine: 18, lastLine: 18, reason: 'the file ends within its title' },
    ]);
  });

  it('takes no part of a label for text or value', () => {
    expect(upTo('2017\nCatego')?.fields).toEqual({ country: ['Worldwide'], year: ['2017'] });
    expect(upTo('today.\nCoun')?.abstract).toBe(SECOND);
  });

  it('is whole before the cut, wherever it is', () => {
    const first = read(PAGE).records[0];
    for (let end = PAGE.indexOf('Second'); end < PAGE.length; end += 1) {
      expect(read(PAGE.slice(0, end)).records[0]).toEqual(first);
    }
  });

  it('is complete where a blank line or a pager follows the labels', () => {
    expect(read(`${PAGE}\n`).records.at(-1)?.isTruncated).toBe(false);
    expect(read(`${PAGE}Next page`).records.at(-1)?.isTruncated).toBe(false);
    expect(read(PAGE).records.at(-1)?.isTruncated).toBe(true);
  });
});
