import { detectFormat } from '../../../src/import/formats/detect.ts';
import { readEndNoteTags } from '../../../src/import/formats/endnote/endnote.tags.ts';
import { readEndNoteXml } from '../../../src/import/formats/endnote/endnote.xml.ts';
import { type TestCatalogue, testCatalogue } from '../../support/catalogue.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const OPTIONS = { heading: 'topic' } as const;

const TAGS = `%0 Journal Article
%A Ade, Ngozi
%A Border Office,
%T Rivers and
 valleys
%J Journal of Rivers
%D 2019
%8 May 12
%V 7
%N 2
%P 12-19
%@ 2049-3630
%R 10.1000/ABC
%U https://example.org/rivers
%K law
%K rivers
%X About rivers.

Second paragraph.
%G English
%Z A note

%0 Book Section
%A Li, Bo
%E Roe, Ann
%Y Doe, Jane
%T Deltas
%B All Valleys
%I Lyon Press
%C Lyon
%D 2001
%7 2nd
%P 1-9
`;

const REFER = `%A Newman, W. H.
%T Corn
%D 1891
%I Canebrake Station

%A Doe, Jane
%T Maize
%J Crops
`;

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<xml><records>
<record><ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="normal">Ade, Ngozi</style></author></authors></contributors>
<titles><title><style face="normal">Rivers and </style><style face="italic">valleys</style></title>
<secondary-title>J. Riv.</secondary-title></titles><periodical><full-title>Journal of Rivers</full-title></periodical>
<pages>12-19</pages><volume>7</volume><number>2</number>
<keywords><keyword/><keyword><style>law</style></keyword></keywords>
<dates><year><style>2019</style></year><pub-dates><date><style>May 12</style></date></pub-dates></dates>
<isbn>2049-3630 (Print)&#xD;0028-0836 (Online)</isbn><electronic-resource-num>10.1000/ABC</electronic-resource-num>
<urls><related-urls><url>https://example.org/rivers</url></related-urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>
<abstract>About rivers.</abstract><language>eng</language></record>
<record><ref-type name="Edited Book">28</ref-type><contributors><authors><author>Roe, Ann</author></authors></contributors>
<titles><title>All Valleys</title><secondary-title>Valley Series</secondary-title></titles>
<pages>Available: https://example.org/a.pdf</pages><dates><year>c. 2001</year></dates><pub-location>Lyon</pub-location>
<publisher>Lyon Press</publisher></record>
<record><ref-type name="Recipe">99</ref-type><titles><title>Soup</title></titles></record>
</records></xml>`;

const ARTICLE = {
  title: 'Rivers and valleys',
  abstract: 'About rivers.',
  type: 'ARTICLE',
  issued: '2019-05-12',
  url: 'https://example.org/rivers',
  languages: ['en'],
  identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }],
  keywords: ['law'],
};

describe('readEndNoteTags', () => {
  it('reads articles, chapters and organisations', () => {
    const read = readEndNoteTags(TAGS, OPTIONS);
    expect(statedValues(read)).toEqual([
      {
        ...ARTICLE,
        abstract: 'About rivers.\nSecond paragraph.',
        keywords: ['law', 'rivers'],
        partOf: { title: 'Journal of Rivers', volume: '7', issue: '2', pages: '12-19', issn: '2049-3630' },
        contributors: [
          'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
          'AUTHOR ORGANIZATION Border Office = Border Office',
        ],
      },
      {
        title: 'Deltas',
        type: 'CHAPTER',
        issued: '2001',
        place: 'Lyon',
        edition: '2nd',
        partOf: { title: 'All Valleys', pages: '1-9' },
        contributors: [
          'AUTHOR PERSON Bo Li = Li, Bo',
          'EDITOR PERSON Ann Roe = Roe, Ann',
          'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
        ],
      },
    ]);
    expect(unresolvedValues(read)).toEqual([
      'authors: Doe, Jane (a translator or an editor of a series; the tag %Y says neither)',
    ]);
    expect(read.records.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [1, 21],
      [23, 33],
    ]);
  });

  it('reads records of Refer, which have no type and end at a blank line', () => {
    expect(statedValues(readEndNoteTags(REFER, OPTIONS))).toEqual([
      {
        title: 'Corn',
        issued: '1891',
        contributors: [
          'AUTHOR PERSON W. H. Newman = Newman, W. H.',
          'PUBLISHER ORGANIZATION Canebrake Station = Canebrake Station',
        ],
      },
      {
        title: 'Maize',
        type: 'ARTICLE',
        partOf: { title: 'Crops' },
        contributors: ['AUTHOR PERSON Jane Doe = Doe, Jane'],
      },
    ]);
  });
});

describe('readEndNoteXml', () => {
  it('reads styled texts, dates in two fields, and series', () => {
    const read = readEndNoteXml(XML, OPTIONS);
    expect(statedValues(read)).toEqual([
      {
        ...ARTICLE,
        partOf: { title: 'J. Riv.', volume: '7', issue: '2', pages: '12-19', issn: '2049-3630' },
        contributors: ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi'],
      },
      {
        title: 'All Valleys',
        type: 'BOOK',
        place: 'Lyon',
        partOf: { title: 'Valley Series' },
        contributors: ['EDITOR PERSON Ann Roe = Roe, Ann', 'PUBLISHER ORGANIZATION Lyon Press = Lyon Press'],
      },
      { title: 'Soup' },
    ]);
    expect(unresolvedValues(read)).toEqual([
      'year: c. 2001 (does not say one date of publication)',
      'pages: Available: https://example.org/a.pdf (a web address, no number)',
      'type: RECIPE (no type of publication that is known)',
    ]);
    expect(read.records.map(({ firstLine }) => firstLine)).toEqual([3, 13, 17]);
  });
});

describe('EndNote files', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());

  it.each([
    [TAGS, 'ENDNOTE'],
    [REFER, 'ENDNOTE'],
    [XML, 'ENDNOTE_XML'],
    ['% a comment\n@book{a, title = {A}}', 'BIBTEX'],
  ])('are told from others: %.20j', (text, format) => {
    expect(detectFormat(text, 'a')).toBe(format);
  });

  it('are imported, and both formats of one article become one publication', async () => {
    const report = await catalogue.importTexts({ 'a.enw': TAGS, 'b.xml': XML });
    expect(report).toMatchObject({ records: 5, created: 4, refusedCount: 0 });
  });
});
