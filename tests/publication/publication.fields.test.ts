import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const REPORT = {
  slug: 'counted',
  title: 'People Counted',
  type: 'REPORT',
  languages: ['pt-br', 'en'],
  identifiers: [{ scheme: 'DOI', value: 'https://doi.org/10.1000/ABC' }, 'isbn:92-9068-625-1'],
  issued: '2016-05-12',
  place: 'Geneva',
  edition: '2nd ed.',
  pages: '212',
  volume: '3',
  issue: '4',
  keywords: ['Rastreabilidade', 'Déplacés internes'],
  license: 'CC-BY-4.0',
  authors: [{ name: 'Ngozi Ade', kind: 'PERSON', identifiers: ['https://orcid.org/0000-0002-1825-0097'] }],
  publishers: [{ name: 'Harbour Press', kind: 'ORGANIZATION' }],
  partOf: { title: 'Yearbook', volume: '7', issue: '1', pages: '12-34', issn: '20493630' },
};
const PLAIN = { slug: 'plain', title: 'Nothing Known' };

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({ 'a.jsonl': [REPORT, PLAIN].map((line) => JSON.stringify(line)).join('\n') });
});
afterAll(() => catalogue.close());

const FIELDS = `type languages identifiers { scheme value url } issued year place edition pages volume issue keywords
  license publishers { slug } authors { name identifiers { scheme value url } }
  partOf { title volume issue pages issn }`;

describe('Publication', () => {
  it('has what its source states, in normal form', async () => {
    const { data, errors } = await catalogue.execute(`{ publication(slug: "counted") { ${FIELDS} } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      publication: {
        type: 'REPORT',
        languages: ['en', 'pt-BR'],
        identifiers: [
          { scheme: 'DOI', value: '10.1000/abc', url: 'https://doi.org/10.1000/abc' },
          { scheme: 'ISBN', value: '9789290686255', url: null },
        ],
        issued: '2016-05-12',
        year: 2016,
        place: 'Geneva',
        edition: '2nd ed.',
        pages: '212',
        volume: '3',
        issue: '4',
        keywords: ['Déplacés internes', 'Rastreabilidade'],
        license: 'CC-BY-4.0',
        publishers: [{ slug: 'harbour-press' }],
        authors: [
          {
            name: 'Ngozi Ade',
            identifiers: [
              {
                scheme: 'ORCID',
                value: '0000-0002-1825-0097',
                url: 'https://orcid.org/0000-0002-1825-0097',
              },
            ],
          },
        ],
        partOf: { title: 'Yearbook', volume: '7', issue: '1', pages: '12-34', issn: '2049-3630' },
      },
    });
  });

  it('has null and empty lists for what no source states', async () => {
    const { data } = await catalogue.execute(`{ publication(slug: "plain") { ${FIELDS} } }`);
    expect(data).toEqual({
      publication: {
        ...Object.fromEntries(
          ['type', 'issued', 'year', 'place', 'edition', 'pages', 'volume', 'issue', 'license', 'partOf'].map(
            (field) => [field, null],
          ),
        ),
        ...Object.fromEntries(
          ['languages', 'identifiers', 'keywords', 'publishers', 'authors'].map((field) => [field, []]),
        ),
      },
    });
  });

  it('is found by what is derived: verify finds no difference', async () => {
    expect((await verify(catalogue.db)).flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('Query.publication(doi:)', () => {
  const slugOf = async (argument: string) => catalogue.execute(`{ publication(${argument}) { slug } }`);

  it.each(['10.1000/abc', 'doi:10.1000/ABC', 'https://dx.doi.org/10.1000/abc'])(
    'finds by %s',
    async (doi) => {
      expect((await slugOf(`doi: "${doi}"`)).data).toEqual({ publication: { slug: 'counted' } });
    },
  );

  it('is null for a DOI that no publication has', async () => {
    expect((await slugOf('doi: "10.1000/other"')).data).toEqual({ publication: null });
  });

  it.each([
    ['doi: "counted"', 'doi: "counted" is not a DOI; give one such as "10.1000/182".'],
    ['doi: "10.1000/abc", slug: "counted"', 'id: give exactly one of "id", "slug" and "doi".'],
    ['id: "x", slug: "counted"', 'id: give exactly one of "id", "slug" and "doi".'],
    ['slug: null', 'id: give exactly one of "id", "slug" and "doi".'],
  ])('refuses %s', async (keys, message) => {
    expect((await slugOf(keys)).errors?.map((error) => error.message)).toEqual([message]);
  });
});

describe('PublicationFilter', () => {
  const findSlugs = async (filter: string) => {
    const { data, errors } = await catalogue.execute(
      `{ publications(filter: ${filter}, orderBy: { field: TITLE }) { nodes { slug } } }`,
    );
    return (
      errors?.map(({ message }) => message) ??
      (data as { publications: { nodes: { slug: string }[] } }).publications.nodes.map(({ slug }) => slug)
    );
  };
  const [counted, plain, both, none] = [['counted'], ['plain'], ['plain', 'counted'], []];

  it.each([
    ['{ types: { anyOf: [REPORT, BOOK] } }', counted],
    ['{ types: { allOf: [REPORT, BOOK] } }', none],
    ['{ types: { noneOf: [REPORT] } }', plain],
    ['{ types: { anyOf: [] } }', none],
    ['{ types: { noneOf: [] } }', both],
    ['{ not: { types: { anyOf: [REPORT] } } }', plain],
    ['{ languages: { anyOf: ["pt"] } }', counted],
    ['{ languages: { allOf: ["PT-BR", "en"] } }', counted],
    ['{ languages: { anyOf: ["en-GB"] } }', none],
    ['{ languages: { noneOf: ["pt"] } }', plain],
    ['{ publishers: { anyOf: ["harbour-press"] } }', counted],
    ['{ publishers: { anyOf: ["ngozi-ade"] } }', none],
    ['{ publishers: { noneOf: ["harbour-press"] } }', plain],
    ['{ publishers: { name: "harbour" } }', counted],
    ['{ authors: { anyOf: ["harbour-press"] } }', none],
    ['{ keywords: { anyOf: ["deplaces internes", "other"] } }', counted],
    ['{ keywords: { allOf: ["Deplaces internes", "other"] } }', none],
    ['{ keywords: { noneOf: ["rastreabilidade"] } }', plain],
    ['{ identifiers: { anyOf: [{ scheme: ISBN, value: "92-9068-625-1" }] } }', counted],
    ['{ identifiers: { anyOf: [{ scheme: DOI, value: "10.1000/other" }] } }', none],
    ['{ hasType: true }', counted],
    ['{ hasLanguages: false }', plain],
    ['{ hasPublishers: true }', counted],
    ['{ hasKeywords: true }', counted],
    ['{ hasIdentifiers: false }', plain],
  ])('%s', async (filter, slugs) => {
    expect(new Set(await findSlugs(filter))).toEqual(new Set(slugs));
  });

  it.each([
    [
      '{ languages: { anyOf: ["en", "e n"] } }',
      'filter.languages.anyOf[1]: "e n" is not a language tag; give a BCP 47 tag such as "en" or "pt-BR".',
    ],
    [
      '{ identifiers: { anyOf: [{ scheme: ISBN, value: "92-9068-625-2" }] } }',
      'filter.identifiers.anyOf[0].value: "92-9068-625-2" is not a valid ISBN; its form or its check digit is wrong.',
    ],
    [
      '{ keywords: { anyOf: ["…"] } }',
      'filter.keywords.anyOf[0]: "…" has no letter or digit; give a keyword.',
    ],
  ])('refuses %s', async (filter, message) => {
    expect(await findSlugs(filter)).toEqual([message]);
  });
});

describe('search', () => {
  it.each(['rastreabilidade', '"déplacés internes"', 'harbour'])(
    'finds %s among keywords and publishers',
    async (search) => {
      const { data } = await catalogue.execute(
        'query ($search: String) { publications(search: $search) { nodes { slug } } }',
        {
          search,
        },
      );
      expect(data).toEqual({ publications: { nodes: [{ slug: 'counted' }] } });
    },
  );
});
