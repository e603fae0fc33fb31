import fc from 'fast-check';
import { readRis, ris } from '../../../src/import/formats/ris/ris.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const OPTIONS = { heading: 'topic' } as const;
const read = (text: string) => readRis(text, OPTIONS);

const ARTICLE = `TY  - JOUR
AU  - Ade, Ngozi
AU  - van der Berg, Jan
AU  - Smith, John, Jr.
AU  - Oram S
TI  - Counting those who left
T2  - Journal of Invented Valleys
JF  - J Inv Val
PY  - 2021
DA  - 2021/05/12/
VL  - 7
IS  - 2
SP  - 12
EP  - 34
SN  - 0378-5955
DO  - https://doi.org/10.1000/ABC.1
UR  - https://example.org/counting
LA  - eng
KW  - Migration
KW  - Valleys
rivers
AB  - First line
second line.
N1  - a note
ER  - 
`;

describe('readRis', () => {
  it('reads an article with its journal', () => {
    expect(statedValues(read(ARTICLE))).toEqual([
      {
        title: 'Counting those who left',
        abstract: 'First line\nsecond line.',
        type: 'ARTICLE',
        issued: '2021-05-12',
        url: 'https://example.org/counting',
        languages: ['en'],
        identifiers: [{ scheme: 'DOI', value: '10.1000/abc.1' }],
        keywords: ['Migration', 'Valleys', 'rivers'],
        partOf: {
          title: 'Journal of Invented Valleys',
          volume: '7',
          issue: '2',
          pages: '12-34',
          issn: '0378-5955',
        },
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR PERSON Jan van der Berg = van der Berg, Jan',
          'AUTHOR PERSON John Smith Jr. = Smith, John, Jr.',
          'AUTHOR PERSON S. Oram = Oram, S.',
        ],
      },
    ]);
    expect(unresolvedValues(read(ARTICLE))).toEqual([]);
  });

  it('reads a report with its organisation, series and publisher; the place of printing is no country', () => {
    const text = `TY  - RPRT\r\nAU  - World Health Organization\r\nAU  - IOM\r\nTI  - On Rivers\r\nT2  - Valley Papers\r\nSV  - 4\r\nPY  - 2019\r\nPB  - Lyon Press\r\nCY  - Nairobi, Kenya\r\nSN  - 978-3-16-148410-0\r\nER  - \r\n`;
    expect(statedValues(read(text))).toEqual([
      {
        title: 'On Rivers',
        type: 'REPORT',
        issued: '2019',
        place: 'Nairobi, Kenya',
        identifiers: [{ scheme: 'ISBN', value: '9783161484100' }],
        partOf: { title: 'Valley Papers', volume: '4' },
        contributors: [
          'AUTHOR ORGANIZATION World Health Organization = World Health Organization',
          'AUTHOR ORGANIZATION International Organization for Migration = International Organization for Migration',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
    ]);
  });

  it('leaves the ISBN of the book that a chapter is a part of unresolved', () => {
    const text = `TY  - CHAP\nAU  - Doe, Jane\nTI  - The Third Valley\nBT  - All Valleys\nA2  - Roe, Ann\nSN  - 978-3-16-148410-0\nER  -\n`;
    expect(statedValues(read(text))).toEqual([
      {
        title: 'The Third Valley',
        type: 'CHAPTER',
        partOf: { title: 'All Valleys' },
        contributors: ['AUTHOR PERSON Jane Doe = Doe, Jane', 'EDITOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([
      'identifiers: 978-3-16-148410-0 (identifies the book that this is a part of)',
    ]);
  });

  it('keeps what it cannot read, with the reason', () => {
    const text = `TY  - SCROLL\nTI  - A\nPY  - 2010-2011\nDO  - 10.x\nUR  - ftp://example.org\nLA  - Elvish\nSN  - 978-3-16-148410-1\nAU  - et al.\nER  - \n`;
    expect(unresolvedValues(read(text))).toEqual([
      'type: SCROLL (no type of publication that is known)',
      'authors: et al. (stands for contributors that are not named)',
      'year: 2010-2011 (does not say one date of publication)',
      'languages: Elvish (no language that is known)',
      'identifiers: 10.x (no valid DOI)',
      'identifiers: 978-3-16-148410-1 (neither a valid ISBN nor a valid ISSN)',
      'url: ftp://example.org (no http or https address)',
    ]);
  });

  it('takes a name that could be either for neither a person nor an organisation', () => {
    const text = `TY  - GEN\nTI  - A\nAU  - Walk Together\nAU  - Ministry of Gender, Children and Social Protection\nAU  - Plato\nER  - \n`;
    expect(statedValues(read(text))[0]?.contributors).toEqual([
      'AUTHOR UNKNOWN Walk Together = Walk Together',
      'AUTHOR ORGANIZATION Ministry of Gender, Children and Social Protection = Ministry of Gender, Children and Social Protection',
      'AUTHOR UNKNOWN Plato = Plato',
    ]);
  });

  it('reads the editors and proceedings as EndNote and Zotero write them', () => {
    const text = `TY  - BOOK\nTI  - A\nA2  - Series, Sue\nA3  - Roe, Ann\nA4  - Doe, Jane\nTA  - Other, Olga\nER  - \nTY  - CPAPER\nTI  - B\nT2  - Conference of Rivers\nC3  - Proceedings of Rivers\nCY  - Nairobi\nC1  - Geneva\nA4  - Doe, Jane\nER  - \n`;
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        type: 'BOOK',
        contributors: [
          'CONTRIBUTOR PERSON Sue Series = Series, Sue',
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'TRANSLATOR PERSON Jane Doe = Doe, Jane',
        ],
      },
      {
        title: 'B',
        type: 'CONFERENCE_PAPER',
        place: 'Geneva',
        partOf: { title: 'Proceedings of Rivers' },
        contributors: ['CONTRIBUTOR PERSON Jane Doe = Doe, Jane'],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([
      'authors: Other, Olga (a translator or a translated name; the source says neither)',
    ]);
  });

  it('reads what exporting programs make of it: tags in any order, keywords in one line, old dates, other line breaks', () => {
    const text = `\uFEFFTY - JOUR\rKW - rivers; valleys;\rEP - 9\rJF - J\u2028Rivers\rSP - 1\rY1 - 2020/07//\rT1 - On: rivers\rER -\r`;
    expect(statedValues(read(text))).toEqual([
      {
        title: 'On: rivers',
        type: 'ARTICLE',
        issued: '2020-07',
        keywords: ['rivers', 'valleys'],
        partOf: { title: 'J Rivers', pages: '1-9' },
      },
    ]);
  });

  it.each([
    ['PY  - 2015\nY1  - 2015/09/10', '2015-09-10'],
    ['PY  - 2015\nY1  - 2016/09/10', '2015'],
    ['Y1  - 2016/09/10', '2016-09-10'],
    ['PY  - 2016\nDA  - 2016/09/', '2016-09'],
  ])('reads the date of %j', (lines, issued) => {
    expect(statedValues(read(`TY  - BOOK\nTI  - A\n${lines}\nER  - \n`))).toEqual([
      { title: 'A', type: 'BOOK', issued },
    ]);
  });

  it('takes neither of two dates that contradict each other', () => {
    expect(
      unresolvedValues(read('TY  - JOUR\nTI  - A\nY1  - 1900/01/01\nDA  - 1950/01/01\nER  - \n')),
    ).toEqual(['year: 1900/01/01; 1950/01/01 (two dates of different years)']);
  });

  it('refuses a record without a title, and takes a last record that nothing ends for cut off', () => {
    const { records, refused } = read('TY  - BOOK\nAU  - Doe, Jane\nER  - \nTY  - BOOK\nTI  - B\n');
    expect(refused).toEqual([{ firstLine: 1, lastLine: 2, reason: 'has no title' }]);
    expect(records.map(({ firstLine, lastLine, isComplete }) => [firstLine, lastLine, isComplete])).toEqual([
      [4, 5, false],
    ]);
  });

  it('reports translated titles, series of books of chapters, other DOIs, and what has another meaning in a law', () => {
    const text = [
      'TY  - CHAP\nTI  - A\nTT  - B\nT2  - Book\nT3  - Series\nDO  - 10.1000/a\nDO  - 10.1000/b\nER  - ',
      'TY  - STAT\nTI  - C\nVL  - 7\nER  - \n',
    ].join('\n');
    expect(unresolvedValues(read(text))).toEqual([
      'title: B (a translated title; one is kept)',
      'identifiers: 10.1000/b (another DOI; one is kept)',
      'partOf: Series (the series of the work that this is a part of)',
      'other: 7 (VL of the type STAT, in which it has another meaning)',
    ]);
  });

  it('reads the dialects of databases: missing values, marks, notes in place of numbers', () => {
    const text = `TY -  JOUR
TI  - Of <i>Invented</i> valleys &amp; others
AB  - NA
N2  - What was found.
AB  - Copyright of Valleys is the property of Somebody and its content may not be copied.
AB  - Résumé.
KW  - *Valleys
VL  - v. 40
M1  - Invented Conference
SP  - No
EP  - Specified
PB  - Netherlands
PB  - Lyon Press (e-mail: info@example.org)
UR  - http://example.org/a;http://example.org/b
Y1  - 2021///
ER  -
`;
    expect(statedValues(read(text))).toEqual([
      {
        title: 'Of Invented valleys & others',
        abstract: 'What was found.',
        type: 'ARTICLE',
        issued: '2021',
        volume: '40',
        url: 'http://example.org/a',
        keywords: ['Valleys'],
        contributors: ['PUBLISHER ORGANIZATION Lyon Press = Lyon Press'],
      },
    ]);
    expect(unresolvedValues(read(text))).toEqual([
      'abstract: Résumé. (another abstract; one is kept)',
      'url: http://example.org/b (another url; one is kept)',
      'authors: Netherlands (a country, no publisher)',
    ]);
  });

  it('reads records without a type, each of which ends with ER', () => {
    const text = 'AU  - Ade, Ngozi\nTI  - A\nER  - \n\nAU  - Roe, Ann\nTI  - B\nER  - \n';
    expect(ris.isLike(text)).toBe(true);
    expect(statedValues(read(text))).toEqual([
      { title: 'A', contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi'] },
      { title: 'B', contributors: ['AUTHOR PERSON Ann Roe = Roe, Ann'] },
    ]);
  });

  it.each([
    ['N.PAG', 'says that the pages have no numbers'],
    ['(12 October 2020)', 'a date, no pages'],
  ])('does not take %s for pages', (pages, reason) => {
    const result = read(`TY  - JOUR\nTI  - A\nSP  - ${pages}\nER  - \n`);
    expect(statedValues(result)).toEqual([{ title: 'A', type: 'ARTICLE' }]);
    expect(unresolvedValues(result)).toEqual([`pages: ${pages} (${reason})`]);
  });

  it('reads the place before a publisher', () => {
    const text = 'TY  - BOOK\nTI  - A\nPB  - Oxford: Lyon Press\nER  - \n';
    expect(statedValues(read(text))).toEqual([
      {
        title: 'A',
        type: 'BOOK',
        place: 'Oxford',
        contributors: ['PUBLISHER ORGANIZATION Lyon Press = Lyon Press'],
      },
    ]);
  });

  it('makes topics of keywords if it is asked to', () => {
    const { records } = readRis(ARTICLE, { ...OPTIONS, topicsFrom: 'keywords' });
    expect(records[0]?.record.topics).toEqual(['Migration', 'Valleys', 'rivers']);
  });

  it('never throws', () => {
    const line = fc.tuple(
      fc.constantFrom('TY', 'TI', 'AU', 'PY', 'DA', 'SN', 'UR', 'ER', 'KW', 'SP', 'LA'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        read(lines.map(([tag, value]) => `${tag}  - ${value}`).join('\n'));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });
});

describe('ris.isLike', () => {
  it.each([
    ['TY  - JOUR\n', true],
    ['Provider: Someone\n\nTY - JOUR\n', true],
    ['TY -  JOUR\n', true],
    ['Type\nCountry\nKenya', false],
  ])('tells %j', (start, expected) => {
    expect(ris.isLike(start)).toBe(expected);
  });
});
