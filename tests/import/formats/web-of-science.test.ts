import fc from 'fast-check';
import { detectFormat } from '../../../src/import/formats/detect.ts';
import { readWebOfScience } from '../../../src/import/formats/wos/wos.ts';
import { type TestCatalogue, testCatalogue } from '../../support/catalogue.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const read = (text: string) => readWebOfScience(text, { heading: 'topic' });

const FILE = `\uFEFFFN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Ade, NA
   Roe, A
AF Ade, Ngozi A.
   Roe, Ann
CA Valley Study Grp
TI Counting those who left the valley, and those
   who stayed: a survey
SO JOURNAL OF INVENTED VALLEYS
LA English
DT Article; Early Access
DE migration; rivers;
   dams
ID WATER; FLOODS
AB First line
   second line.
C1 [Ade, Ngozi A.] Valley Univ, Nairobi, Kenya.
OI Roe, Ann/0000-0002-1825-0097; Moe, Bo/0000-0001-5109-3700
CR Doe J, 2001, J RIVERS, V1, P2
NR 1
PU VALLEY PRESS LTD
PI OXFORD
PA 1 VALLEY ST, OXFORD, ENGLAND
SN 0378-5955
EI 1234-5679
PD JAN 15
PY 2021
VL 7
IS 2
BP 12
EP 34
DI 10.1000/ABC.1
UT WOS:000000000000001
PM 12345678
ER

PT S
AU Oram, S
BE Doe, J
   Poe, P
TI Rivers in Review
SO ALL VALLEYS
SE Valley Studies
LA French
DT Article; Book Chapter
BN 978-3-16-148410-0
PD SPR
PY 2009
AR e12
ER

PT B
AU [Anonymous]
BE Doe, Jane
TI Proceedings of the Valley
SO Proceedings of the Valley
SE Lecture Notes on Valleys
DT Book
VL 12
BN 978-3-16-148410-0
PY 2010
ER

PT C
AU Ade, N (ade@example.org)
TI Dams
SO VALLEYS 2011
CT Conference on Valleys
DT Proceedings Paper
EA FEB 2011
ER

EF
`;

describe('readWebOfScience', () => {
  it('reads an article: full names, ORCID iDs, a group, wrapped lines, print and online ISSN', () => {
    const [article] = statedValues(read(FILE));
    expect(article).toEqual({
      title: 'Counting those who left the valley, and those who stayed: a survey',
      abstract: 'First line second line.',
      type: 'ARTICLE',
      issued: '2021-01-15',
      place: 'OXFORD',
      languages: ['en'],
      identifiers: [
        { scheme: 'DOI', value: '10.1000/abc.1' },
        { scheme: 'PMID', value: '12345678' },
      ],
      keywords: ['migration', 'rivers', 'dams'],
      partOf: {
        title: 'JOURNAL OF INVENTED VALLEYS',
        volume: '7',
        issue: '2',
        pages: '12-34',
        issn: '0378-5955',
      },
      contributors: [
        'AUTHOR PERSON Ngozi A. Ade = Ade, Ngozi A.',
        'AUTHOR PERSON Ann Roe = Roe, Ann',
        'AUTHOR ORGANIZATION Valley Study Grp = Valley Study Grp',
        'PUBLISHER ORGANIZATION VALLEY PRESS LTD = VALLEY PRESS LTD',
      ],
    });
    const [{ record } = { record: undefined }] = read(FILE).records;
    expect(record?.contributions.map(({ author }) => author.identifiers)).toEqual([
      undefined,
      [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
      undefined,
      undefined,
    ]);
  });

  it('tells chapters, books and papers of conferences', () => {
    expect(statedValues(read(FILE)).slice(1)).toEqual([
      {
        title: 'Rivers in Review',
        type: 'CHAPTER',
        issued: '2009',
        languages: ['fr'],
        partOf: { title: 'ALL VALLEYS', pages: 'e12' },
        contributors: [
          'AUTHOR PERSON S Oram = Oram, S',
          'EDITOR PERSON J Doe = Doe, J',
          'EDITOR PERSON P Poe = Poe, P',
        ],
      },
      {
        title: 'Proceedings of the Valley',
        type: 'BOOK',
        issued: '2010',
        identifiers: [{ scheme: 'ISBN', value: '9783161484100' }],
        volume: '12',
        partOf: { title: 'Lecture Notes on Valleys' },
        contributors: ['EDITOR PERSON Jane Doe = Doe, Jane'],
      },
      {
        title: 'Dams',
        type: 'CONFERENCE_PAPER',
        issued: '2011-02',
        partOf: { title: 'VALLEYS 2011' },
        contributors: ['AUTHOR PERSON N Ade = Ade, N'],
      },
    ]);
    expect(unresolvedValues(read(FILE))).toEqual([
      'identifiers: 978-3-16-148410-0 (identifies the book that this is a part of)',
      'partOf: Valley Studies (the series of the work that this is a part of)',
      'authors: [Anonymous] (says that nobody is named)',
    ]);
  });

  it('takes a record without its end for incomplete, and refuses a text without a record', () => {
    const cut = FILE.slice(0, FILE.indexOf('C1 '));
    expect(read(cut).records.map(({ isComplete }) => isComplete)).toEqual([false]);
    expect(read('FN x\nVR 1.0\nEF\n').refused).toEqual([
      {
        firstLine: 1,
        lastLine: 1,
        reason: 'not from Web of Science: no line begins a record ("PT J")',
      },
    ]);
  });

  it('never throws', () => {
    const lines = fc.array(
      fc.constantFrom('PT J', 'ER', 'EF', 'TI A', 'AU Ade, N', '   Roe, A', 'OI /', 'PY 2001', ' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          lines.map((parts) => parts.join('\n')),
        ),
        (text) => void read(text),
      ),
    );
  });
});

describe('importFiles, of Web of Science', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());

  it('tells the format from the content', async () => {
    expect(detectFormat(FILE, 'savedrecs.txt')).toBe('WEB_OF_SCIENCE');
    expect(detectFormat(FILE.slice(FILE.indexOf('PT J')), 'savedrecs.txt')).toBe('WEB_OF_SCIENCE');
    expect(await catalogue.importTexts({ 'savedrecs.txt': FILE })).toMatchObject({ records: 4, created: 4 });
    expect(await catalogue.importTexts({ 'savedrecs.txt': FILE })).toMatchObject({
      created: 0,
      unchanged: 4,
    });
  });
});
