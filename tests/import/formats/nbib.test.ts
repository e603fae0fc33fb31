import fc from 'fast-check';
import { detectFormat } from '../../../src/import/formats/detect.ts';
import { readNbib } from '../../../src/import/formats/nbib/nbib.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const read = (text: string) => readNbib(text, { heading: 'topic' });

const ARTICLE = `
PMID- 12345678
OWN - NLM
STAT- MEDLINE
IS  - 0378-5955 (Print)
IS  - 1234-5679 (Electronic)
VI  - 12
IP  - 3
DP  - 2021 Jan 5
TI  - Counting those who left the valley, and those
      who stayed.
PG  - 1201-9
LID - 10.1000/ABC.1 [doi]
LID - S0140-6736(21)00001-1 [pii]
AB  - First line
      second line.
FAU - Ade, Ngozi A
AUID- ORCID: 0000-0002-1825-0097
AU  - Ade NA
AD  - Valley University.
FAU - Smith, John Jr
AU  - Smith J Jr
CN  - Valley Study Group
LA  - eng
PT  - Journal Article
PT  - Randomized Controlled Trial
PL  - England
TA  - J Inv Val
JT  - Journal of invented valleys
MH  - Humans
MH  - *Rivers/analysis
OT  - migration

PMID- 23456789
OWN - NLM
TI  - [Counting rivers].
DP  - 2003 Spring
AU  - Oram S
JT  - Lancet
PT  - Review
`;

const BOOKS = `PMID- 7654321
OWN - NLM
TI  - The Third Valley
BTI - All Valleys
DP  - 2009
PB  - Lyon Press
PL  - Lyon (FR)
ISBN- 978-3-16-148410-0
FED - Roe, Ann
ED  - Roe A
FAU - Doe, Jane
AU  - Doe J
PT  - Book Chapter
`;

const ERIC = `OWN - ERIC\r
TI  - Tests of Valleys\r
AU  - Doe, Jane\r
JT  - Valley Institute\r
DP  - Apr 2017\r
LID - http://eric.example.org/?id=ED1\r
PT  - Reports - Research\r
\r
OWN - ERIC\r
TI  - More Tests\r
AU  - Roe, Ann\r
JT  - Journal of Tests\r
VI  - 9\r
DP  - 2019\r
PT  - Reports - Research\r
`;

describe('readNbib', () => {
  it('reads articles of PubMed: full names, whole page numbers, a title without its full stop', () => {
    expect(statedValues(read(ARTICLE))).toEqual([
      {
        title: 'Counting those who left the valley, and those who stayed',
        abstract: 'First line second line.',
        type: 'ARTICLE',
        issued: '2021-01-05',
        languages: ['en'],
        identifiers: [
          { scheme: 'PMID', value: '12345678' },
          { scheme: 'DOI', value: '10.1000/abc.1' },
        ],
        keywords: ['Humans', 'Rivers/analysis', 'migration'],
        partOf: {
          title: 'Journal of invented valleys',
          volume: '12',
          issue: '3',
          pages: '1201-1209',
          issn: '0378-5955',
        },
        contributors: [
          'AUTHOR PERSON Ngozi A Ade = Ade, Ngozi A',
          'AUTHOR PERSON John Smith Jr = Smith, John, Jr',
          'AUTHOR ORGANIZATION Valley Study Group = Valley Study Group',
        ],
      },
      {
        title: 'Counting rivers',
        type: 'ARTICLE',
        issued: '2003',
        identifiers: [{ scheme: 'PMID', value: '23456789' }],
        partOf: { title: 'Lancet' },
        contributors: ['AUTHOR PERSON S. Oram = Oram, S.'],
      },
    ]);
    expect(unresolvedValues(read(ARTICLE))).toEqual([]);
    expect(read(ARTICLE).records[0]?.record.contributions[0]?.author.identifiers).toEqual([
      { scheme: 'ORCID', value: '0000-0002-1825-0097' },
    ]);
    expect(read(ARTICLE).records.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [2, 32],
      [34, 40],
    ]);
  });

  it('reads a chapter of a book', () => {
    expect(statedValues(read(BOOKS))).toEqual([
      {
        title: 'The Third Valley',
        type: 'CHAPTER',
        issued: '2009',
        place: 'Lyon (FR)',
        identifiers: [{ scheme: 'PMID', value: '7654321' }],
        partOf: { title: 'All Valleys' },
        contributors: [
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'AUTHOR PERSON Jane Doe = Doe, Jane',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
    ]);
    expect(unresolvedValues(read(BOOKS))).toEqual([
      'identifiers: 978-3-16-148410-0 (identifies the book that this is a part of)',
    ]);
  });

  it('reads ERIC, which names the publisher of a report as its journal', () => {
    const values = statedValues(read(ERIC));
    expect(
      values.map(({ title, type, issued, partOf, contributors }) => ({
        title,
        type,
        issued,
        partOf,
        contributors,
      })),
    ).toEqual([
      {
        title: 'Tests of Valleys',
        type: 'REPORT',
        issued: '2017-04',
        partOf: undefined,
        contributors: [
          'AUTHOR PERSON Jane Doe = Doe, Jane',
          'PUBLISHER ORGANIZATION Valley Institute = Valley Institute',
        ],
      },
      {
        title: 'More Tests',
        type: 'ARTICLE',
        issued: '2019',
        partOf: { title: 'Journal of Tests', volume: '9' },
        contributors: ['AUTHOR PERSON Ann Roe = Roe, Ann'],
      },
    ]);
  });

  it('keeps what it cannot read, with the reason', () => {
    const text =
      'PMID- x\nTI  - A\nDP  - Issue 7\nIS  - 0378-5956\nLA  - elvish\n\nPMID- 2\nAB  - No title.\n';
    expect(unresolvedValues(read(text))).toEqual([
      'year: Issue 7 (does not say one date of publication)',
      'languages: elvish (no language that is known)',
      'identifiers: x (no valid PMID)',
      'identifiers: 0378-5956 (neither a valid ISBN nor a valid ISSN)',
    ]);
    expect(read(text).refused).toEqual([{ firstLine: 7, lastLine: 8, reason: 'has no title' }]);
    expect(read('Hello').refused.map(({ reason }) => reason)).toEqual([
      'not nbib: no line begins a record ("PMID- 1")',
    ]);
  });

  it.each([
    [ARTICLE, 'NBIB'],
    [ERIC, 'NBIB'],
    ['TY  - JOUR\nAN  - PMID- 1\nTI  - A\nER  - \n', 'RIS'],
  ])('is told from RIS: %j', (text, format) => {
    expect(detectFormat(text, 'a')).toBe(format);
  });

  it('never throws', () => {
    const line = fc.tuple(
      fc.constantFrom('PMID', 'OWN ', 'TI  ', 'FAU ', 'AUID', 'DP  ', 'PG  ', '    '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        read(lines.map(([tag, value]) => `${tag}- ${value}`).join('\n'));
      }),
    );
  });
});
