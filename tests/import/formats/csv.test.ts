import fc from 'fast-check';
import { csv, readCsv } from '../../../src/import/formats/csv/csv.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const OPTIONS = { heading: 'topic' } as const;
const read = (text: string) => readCsv(text, OPTIONS);

describe('readCsv', () => {
  it('reads the documented columns', () => {
    const text = [
      'title,authors,editors,publishers,place,issued,type,countries,regions,coverage,isWorldwide,topics,categories,keywords,languages,doi,isbn,partOf,volume,issue,pages,license,url',
      '"Rivers, counted","Ade, Ngozi; IOM","Roe, Ann",Lyon Press,Geneva,2021-05,journal article,NG; Kenya,West Africa,"Nairobi, Kenya",no,Migration,Studies,a; b,English; fr,10.1000/ABC,,Valleys,7,2,12–34,https://creativecommons.org/licenses/by/4.0/,https://example.org/1',
    ].join('\n');
    expect(statedValues(read(text))).toEqual([
      {
        title: 'Rivers, counted',
        type: 'ARTICLE',
        issued: '2021-05',
        place: 'Geneva',
        url: 'https://example.org/1',
        countries: ['NG', 'KE'],
        regions: ['west-africa'],
        topics: ['Migration'],
        categories: ['Studies'],
        keywords: ['a', 'b'],
        languages: ['en', 'fr'],
        identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }],
        license: 'CC-BY-4.0',
        partOf: { title: 'Valleys', volume: '7', issue: '2', pages: '12-34' },
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR ORGANIZATION International Organization for Migration = International Organization for Migration',
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([]);
  });

  it.each([
    ['commas', 'Title,Year\nA,2001\n'],
    ['semicolons and a mark', '\uFEFFTitle;Year\r\nA;2001\r\n'],
    ['tabs', 'Title\tYear\nA\t2001\n'],
    ['bars', 'Title|Year\nA|2001\n'],
    ["Excel's line", 'sep=;\nTitle;Year\nA;2001\n'],
    ['quotes', '"Title","Year"\n"A","2001"\n'],
  ])('tells the separator: %s', (_, text) => {
    expect(statedValues(read(text))).toEqual([{ title: 'A', issued: '2001' }]);
  });

  it('gives the lines of rows that go over several', () => {
    const { records } = read('title,abstract\nA,"one\ntwo"\nB,x\n');
    expect(records.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [2, 3],
      [4, 4],
    ]);
  });

  it('reads other columns by a mapping, and lists by its separator', () => {
    const text = 'Nr\tName des Werks\tWer\n1\tÜber Flüsse\tAde, Ngozi / Roe, Ann\n';
    const mapping = { columns: { title: 'Name des Werks', authors: 'Wer' }, listSeparator: '/' };
    const result = readCsv(text, { ...OPTIONS, mapping });
    expect(statedValues(result)).toEqual([
      {
        title: 'Über Flüsse',
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
  });

  it('says which columns are missing or not read', () => {
    const reasonsFor = (columns: Record<string, string>) =>
      readCsv('Name, Year\nA,2001\n', { ...OPTIONS, mapping: { columns } }).refused.map(
        ({ reason }) => reason,
      );
    expect(reasonsFor({ title: 'Titel' })).toEqual([
      'has no column "Titel", which the mapping names; it has Name, Year',
    ]);
    expect(reasonsFor({ title: 'Titel', year: 'Year', doi: 'DOI' })).toEqual([
      'has no columns "Titel", "DOI", which the mapping names; it has Name, Year',
    ]);
    expect(reasonsFor({ title: 'Name', partOf: 'Name' })).toEqual([
      `can't have the column "Name" for both title and partOf; the mapping names it twice`,
    ]);
    expect(reasonsFor({ year: 'Year' })).toEqual([
      'has no column for the title; name it "title", or say with --mapping which it is; it has Name, Year',
    ]);
    expect(read('name,year\nA,2001\n').refused).toEqual([
      {
        firstLine: 1,
        lastLine: 1,
        reason:
          'has no column for the title; name it "title", or say with --mapping which it is; it has name, year',
      },
    ]);
    expect(unresolvedValues(read('title,Shelf\nA,1\nB,2\n'))).toEqual([
      'other: Shelf (a column that is not read; --mapping says which field it states)',
    ]);
  });

  it('reads tables as spreadsheets save them: a byte order mark, "sep=", breaks and quotes in cells, lists, empty rows', () => {
    const text =
      '\uFEFFsep=;\r\nTitle;Author;Publication Year;Manual Tags\r\n"Rivers; ""a"" study\r\nof them";Ade, Ngozi; 2001 ;a; b\r\n;;;\r\n';
    const { records, refused } = read(text.replace(';a; b', ';"a; b"'));
    expect(refused).toEqual([]);
    expect(statedValues({ records, refused })).toEqual([
      {
        title: 'Rivers; "a" study of them',
        issued: '2001',
        keywords: ['a', 'b'],
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi'],
      },
    ]);
  });

  it('refuses rows with too many cells, without a title, and what follows an open quote', () => {
    const { records, refused } = read('title,year\nA,2001,x\n,2001\nB,2002\n"C,2003\n');
    expect(records.map(({ record }) => record.title)).toEqual(['B']);
    expect(refused.map(({ firstLine, reason }) => `${firstLine} ${reason}`)).toEqual([
      '2 has 3 cells, but the header has 2: a quote or a separator is wrong',
      '3 has no title',
      expect.stringMatching(/^5 the rest is no table: Quote Not Closed/),
    ]);
  });

  it('keeps what it cannot read: a range of years, an unknown place, a country that shares its name', () => {
    const text = 'title;year;countries;coverage\nA;2010-11;Atlantis;"Georgia, United States"\n';
    expect(unresolvedValues(read(text))).toEqual([
      'year: 2010-11 (does not say one date of publication)',
      'country: Atlantis (no country or region that is known)',
      'country: Georgia, United States (a name that a country shares with a part of another)',
    ]);
  });

  it('reads what Scopus exports: full names, first and last page', () => {
    const text =
      'Authors,Author full names,Title,Year,Source title,Volume,Page start,Page end,Document Type\n"Ade N.; Roe A.","Ade, Ngozi (57190000001); Roe, Ann (57190000002)",A,2021,Valleys,7,12,34,Article\n';
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        type: 'ARTICLE',
        issued: '2021',
        partOf: { title: 'Valleys', volume: '7', pages: '12-34' },
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
  });

  it('reads what DSpace exports: languages of columns, two bars between values', () => {
    const text =
      'id,collection,dc.contributor.author,dc.title[en],dc.title[fr],dc.date.issued[],dc.subject[en],dc.language.iso[]\n7,1/2,"Ade, Ngozi||Roe, Ann",A,Un,2021-05,"rivers||dams, old",en\n';
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        issued: '2021-05',
        keywords: ['rivers', 'dams, old'],
        languages: ['en'],
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([
      'other: Un (another value of title, which has one)',
      'other: collection (a column that is not read; --mapping says which field it states)',
    ]);
  });

  it("reads Web of Science's tables", () => {
    const text =
      'PT\tAU\tAF\tTI\tSO\tDE\tPY\tVL\tIS\tBP\tEP\tDI\nJ\tAde, N\tAde, Ngozi\tA\tVALLEYS\trivers; dams\t2021\t7\t2\t12\t34\t10.1000/ABC\n';
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        issued: '2021',
        keywords: ['rivers', 'dams'],
        identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }],
        partOf: { title: 'VALLEYS', volume: '7', issue: '2', pages: '12-34' },
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi'],
      },
    ]);
  });

  it('separates lists at bars if these are more frequent than semicolons', () => {
    const contributors = ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann'];
    expect(
      statedValues(
        read('title,authors,keywords\nA,"Ade, Ngozi|Roe, Ann",rivers|dams; weirs\nB,Ann Roe,c|d\n'),
      ),
    ).toEqual([
      { title: 'A', keywords: ['rivers', 'dams; weirs'], contributors },
      { title: 'B', keywords: ['c', 'd'], contributors: [contributors[1]] },
    ]);
    expect(statedValues(read('title,slug,keywords\nA,a,c|d\n'))).toEqual([{ title: 'A', keywords: ['c|d'] }]);
  });

  it('reads the lists and missing values of data frames; in countries, NA is Namibia', () => {
    const text =
      "title,authors,year,doi,countries,keywords\nA,\"['Ade, Ngozi', 'Roe, Ann']\",2021,nan,NA,N/A\n";
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        issued: '2021',
        countries: ['NA'],
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([]);
  });

  it('removes markup, but not from a table that a catalogue exported', () => {
    expect(statedValues(read('title,year\n<i>A</i> &amp; b,2021\n'))).toEqual([
      { title: 'A & b', issued: '2021' },
    ]);
    expect(statedValues(read('slug,title,year\na,<i>A</i> &amp; b,2021\n'))).toEqual([
      { title: '<i>A</i> &amp; b', issued: '2021' },
    ]);
    expect(statedValues(read("slug,title,keywords\na,A,None; ['b']\n"))).toEqual([
      { title: 'A', keywords: ['None', "['b']"] },
    ]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string())),
        (rows) => void read(`title,year,countries,isbn\n${rows.map((row) => row.join(',')).join('\n')}`),
      ),
    );
  });
});

describe('csv.isLike', () => {
  it.each([
    ['Title,Year\n', true],
    ['title\n', false],
    ['Capacity Building\n\nA title, and more\nCountry\n', false],
  ])('tells %j', (start, expected) => {
    expect(csv.isLike(start)).toBe(expected);
  });
});
