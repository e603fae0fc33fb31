import fc from 'fast-check';
import { crossref, readCrossref } from '../../../src/import/formats/crossref/crossref.ts';
import { cslJson, readCsl } from '../../../src/import/formats/csl/csl.ts';
import { dataCite, readDataCite } from '../../../src/import/formats/datacite/datacite.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

const OPTIONS = { heading: 'topic' } as const;
const text = (value: unknown) => JSON.stringify(value, null, 2);

const CSL = [
  {
    id: 'a',
    type: 'article-journal',
    title: 'Counting <i>those</i> who left',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { literal: 'World Health Organization' },
      { family: '山田', given: '太郎' },
    ],
    issued: { 'date-parts': [['2021', 5]] },
    'container-title': 'Valleys',
    volume: 7,
    page: '12-34',
    ISSN: '0378-5955',
    DOI: '10.1000/ABC',
    language: 'en-US',
    'publisher-place': 'Nairobi, Kenya',
  },
  {
    id: 'b',
    type: 'scroll',
    title: 'B',
    issued: { 'date-parts': [[2001], [2003]] },
    ISBN: '978-3-16-148410-1',
  },
  { id: 'c', type: 'book' },
];

describe('readCsl', () => {
  it('reads an array, an object with items, and an object a line', () => {
    const expected = [
      {
        title: 'Counting those who left',
        type: 'ARTICLE',
        issued: '2021-05',
        place: 'Nairobi, Kenya',
        languages: ['en-US'],
        identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }],
        partOf: { title: 'Valleys', volume: '7', pages: '12-34', issn: '0378-5955' },
        contributors: [
          'AUTHOR PERSON Jan van der Berg = van der Berg, Jan',
          'AUTHOR ORGANIZATION World Health Organization = World Health Organization',
          'AUTHOR PERSON 山田太郎 = 山田太郎',
        ],
      },
      { title: 'B' },
    ];
    for (const form of [
      text(CSL),
      text({ items: CSL }),
      CSL.map((item) => JSON.stringify(item)).join('\n'),
    ]) {
      expect(cslJson.isLike(form)).toBe(true);
      expect(statedValues(readCsl(form, OPTIONS))).toEqual(expected);
    }
  });

  it('keeps what it cannot read, with lines', () => {
    const read = readCsl(text(CSL), OPTIONS);
    expect(unresolvedValues(read)).toEqual([
      'type: scroll (no type of publication that is known)',
      'year: [[2001],[2003]] (does not say one date of publication)',
      'identifiers: 978-3-16-148410-1 (neither a valid ISBN nor a valid ISSN)',
    ]);
    expect(read.refused).toEqual([{ firstLine: 52, lastLine: 55, reason: 'has no title' }]);
  });

  it('names broken JSON once', () => {
    expect(readCsl('[{"title": "A",\n', OPTIONS).refused).toEqual([
      { firstLine: 1, lastLine: 2, reason: expect.stringMatching(/^is broken JSON: /) },
    ]);
    expect(readCsl('{ id: 1,\n"x": [\n1\n]}\n', OPTIONS).refused).toHaveLength(1);
  });

  it('reads names in one text', () => {
    const item = { type: 'book', title: 'A', author: 'Ade, Ngozi and Roe, Ann' };
    expect(statedValues(readCsl(text([item]), OPTIONS))[0]?.contributors).toEqual([
      'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
      'AUTHOR PERSON Ann Roe = Roe, Ann',
    ]);
  });
});

it('reports the values that CSL-JSON, DataCite and Crossref state and no field holds', () => {
  const csl = {
    ...{ type: 'chapter', title: 'A', 'container-title': 'B', 'collection-title': 'S' },
    ...{ 'collection-number': 3, 'container-author': [{ family: 'Roe', given: 'Ann' }] },
  };
  const dataCite = {
    titles: [{ title: 'A' }, { title: 'B', titleType: 'AlternativeTitle' }],
    descriptions: [
      { description: 'One.', descriptionType: 'Abstract' },
      { description: 'Uno.', descriptionType: 'Abstract' },
      { description: 'Two.', descriptionType: 'TableOfContents' },
    ],
    contributors: [{ name: 'Archive', contributorType: 'Distributor' }],
    geoLocations: [{ geoLocationPoint: { pointLatitude: 1, pointLongitude: 2 } }],
    alternateIdentifiers: [{ alternateIdentifier: 'A-7', alternateIdentifierType: 'Local' }],
    types: { resourceTypeGeneral: 'Dataset' },
  };
  const crossref = { type: 'journal-article', DOI: '10.5072/a', title: ['A', 'B'], 'original-title': ['C'] };
  expect(
    [
      readCsl(text([csl]), OPTIONS),
      readDataCite(text(dataCite), OPTIONS),
      readCrossref(text(crossref), OPTIONS),
    ].map(unresolvedValues),
  ).toEqual([
    [
      'authors: Ann Roe (in the role "container-author", which is not read)',
      'partOf: S 3 (the series of the work that this is a part of)',
    ],
    [
      'title: B (another title (AlternativeTitle); one is kept)',
      'abstract: Uno. (another abstract; one is kept)',
      'abstract: Two. (a description of the type TableOfContents, which is not read)',
      'authors: Archive (in the role Distributor, which is no contribution to the work)',
      'country: {"geoLocationPoint":{"pointLatitude":1,"pointLongitude":2}} (coordinates; only names of places are read)',
      'identifiers: A-7 (an identifier of the scheme LOCAL, which is not read)',
    ],
    ['title: B (another title; one is kept)', 'title: C (another title; one is kept)'],
  ]);
});

describe('readDataCite', () => {
  const attributes = {
    doi: '10.5072/ABC',
    titles: [
      { title: 'Valleys', titleType: null },
      { title: 'A Count', titleType: 'Subtitle' },
    ],
    creators: [
      {
        name: 'Ade, Ngozi',
        nameType: 'Personal',
        givenName: 'Ngozi',
        familyName: 'Ade',
        nameIdentifiers: [
          { nameIdentifier: 'https://orcid.org/0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' },
        ],
      },
      { name: 'Ministry of Rivers', nameType: 'Organizational' },
    ],
    publisher: { name: 'Lyon Press' },
    publicationYear: 2021,
    dates: [
      { date: '2021-05-12', dateType: 'Issued' },
      { date: '2019', dateType: 'Created' },
    ],
    types: { resourceTypeGeneral: 'Dataset' },
    subjects: [{ subject: 'Migration' }],
    language: 'eng',
    geoLocations: [{ geoLocationPlace: 'Nairobi, Kenya' }, { geoLocationPlace: 'The Deep Sea' }],
    rightsList: [{ rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode' }],
    descriptions: [{ description: '<p>One.</p><p>Two.</p>', descriptionType: 'Abstract' }],
    url: 'https://example.org/data',
  };

  it("reads the repository's own word for the type of a text, and the ISSN wherever it stands", () => {
    const item = {
      titles: [{ title: 'A' }],
      types: { resourceTypeGeneral: 'Text', resourceType: 'Journal article' },
      relatedItems: [
        {
          relationType: 'IsPublishedIn',
          titles: [{ title: 'Rivers' }],
          publisher: 'Lyon Press',
          volume: '4',
          relatedItemIdentifier: { relatedItemIdentifier: '0378-5955', relatedItemIdentifierType: 'ISSN' },
        },
      ],
      publicationYear: 2024,
      dates: [{ date: '2021-11-30', dateType: 'Issued' }],
    };
    const read = readDataCite(text(item), OPTIONS);
    expect(statedValues(read)).toEqual([
      {
        title: 'A',
        type: 'ARTICLE',
        partOf: { title: 'Rivers', publisher: 'Lyon Press', volume: '4', issn: '0378-5955' },
      },
    ]);
    expect(unresolvedValues(read)).toEqual(['year: 2021-11-30; 2024 (two dates of different years)']);
  });

  it('reads an answer of the API, and the metadata alone', () => {
    for (const value of [
      { data: [{ id: '10.5072/abc', type: 'dois', attributes }] },
      { data: { type: 'dois', attributes } },
      attributes,
    ]) {
      const form = text(value);
      expect(dataCite.isLike(form)).toBe(true);
      const read = readDataCite(form, OPTIONS);
      expect(statedValues(read)).toEqual([
        {
          title: 'Valleys: A Count',
          abstract: 'One.\n\nTwo.',
          type: 'DATASET',
          issued: '2021-05-12',
          url: 'https://example.org/data',
          countries: ['KE'],
          keywords: ['Migration'],
          languages: ['en'],
          license: 'CC-BY-4.0',
          identifiers: [{ scheme: 'DOI', value: '10.5072/abc' }],
          contributors: [
            'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
            'AUTHOR ORGANIZATION Ministry of Rivers = Ministry of Rivers',
            'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
          ],
        },
      ]);
      expect(read.records[0]?.record.contributions[0]?.author.identifiers).toEqual([
        { scheme: 'ORCID', value: '0000-0002-1825-0097' },
      ]);
      expect(unresolvedValues(read)).toEqual(['country: The Deep Sea (no country or region that is known)']);
    }
  });
});

describe('readCrossref', () => {
  const work = {
    DOI: '10.5555/XYZ',
    type: 'book-chapter',
    title: ['The Third Valley'],
    'container-title': ['Valley Papers', 'All Valleys'],
    author: [
      { given: 'Ngozi', family: 'Ade', ORCID: 'http://orcid.org/0000-0002-1825-0097' },
      { name: 'Ministry of Rivers' },
    ],
    issued: { 'date-parts': [[2021, 5, 12]] },
    publisher: 'Lyon Press',
    page: '12-34',
    ISBN: ['9783161484100'],
    abstract: '<jats:p>One.</jats:p>',
    'reference-count': 3,
    license: [
      { URL: 'https://example.org/tdm', 'content-version': 'tdm' },
      { URL: 'http://creativecommons.org/licenses/by-nc/4.0/', 'content-version': 'vor' },
    ],
  };

  it('reads a work, an answer with one, and an answer with a list', () => {
    for (const value of [
      work,
      { status: 'ok', 'message-type': 'work', message: work },
      { status: 'ok', 'message-type': 'work-list', message: { items: [work] } },
    ]) {
      const form = text(value);
      expect(crossref.isLike(form)).toBe(true);
      const read = readCrossref(form, OPTIONS);
      expect(statedValues(read)).toEqual([
        {
          title: 'The Third Valley',
          abstract: 'One.',
          type: 'CHAPTER',
          issued: '2021-05-12',
          license: 'CC-BY-NC-4.0',
          identifiers: [{ scheme: 'DOI', value: '10.5555/xyz' }],
          partOf: { title: 'All Valleys', pages: '12-34' },
          contributors: [
            'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
            'AUTHOR ORGANIZATION Ministry of Rivers = Ministry of Rivers',
            'PUBLISHER ORGANIZATION Lyon Press = Lyon Press',
          ],
        },
      ]);
      expect(unresolvedValues(read)).toEqual([
        'partOf: Valley Papers (another title or the series of the work that this is a part of)',
        'identifiers: 9783161484100 (identifies the book that this is a part of)',
      ]);
    }
  });

  it('reads answers with types of CSL', () => {
    const article = {
      ...work,
      type: 'article-journal',
      'container-title': 'All Valleys',
      volume: '7',
      ISBN: undefined,
    };
    expect(statedValues(readCrossref(text([article]), OPTIONS))[0]).toMatchObject({
      type: 'ARTICLE',
      partOf: { title: 'All Valleys', volume: '7', pages: '12-34' },
    });
  });
});

describe('readers of JSON', () => {
  it.each([
    ['CSL', readCsl, CSL[0]],
    [
      'DataCite',
      readDataCite,
      { titles: [], creators: [], dates: [], types: {}, geoLocations: [], container: {} },
    ],
    ['Crossref', readCrossref, { title: [], author: [], issued: {}, license: [], resource: {} }],
  ] as const)('never throw: %s', (_, reader, shape) => {
    const keys = Object.keys(shape as object);
    fc.assert(fc.property(fc.string(), (value) => void reader(value, OPTIONS)));
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('title', 'name', 'family', ...keys), fc.jsonValue())),
        (value) => {
          reader(JSON.stringify(value), OPTIONS);
        },
      ),
    );
  });
});
