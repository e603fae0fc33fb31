import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(async () => {
  expect((await verify(catalogue.db)).flatMap(({ differences }) => differences)).toEqual([]);
  await emptyTables(catalogue.db);
});
afterAll(() => catalogue.close());

const doi = (value: string) => [`doi:10.1000/${value}`];

/** Imports each list as a file of its own. @returns the slug and identifiers of every publication, by slug */
async function importFiles(...files: object[][]): Promise<[string, string[]][]> {
  for (const [i, records] of files.entries())
    await catalogue.importTexts({
      [`${i}.jsonl`]: records.map((record) => JSON.stringify(record)).join('\n'),
    });
  const rows = await catalogue.db
    .selectFrom('publication')
    .select(['slug', 'identifiers'])
    .orderBy('slug')
    .execute();
  return rows.map(({ slug, identifiers }) => [slug, identifiers]);
}

describe('records with the same DOI', () => {
  it('are one publication, whatever their titles and years', async () => {
    const files = [
      [{ title: 'Atlas', year: 2019, identifiers: doi('a'), keywords: ['Maps'] }],
      [{ title: 'An Atlas of Routes', year: 2020, identifiers: doi('A'), keywords: ['Roads'] }],
    ];
    expect(await importFiles(...files)).toEqual([['an-atlas-of-routes', ['DOI 10.1000/a']]]);
    const { keywords } = await catalogue.db
      .selectFrom('publication')
      .select('keywords')
      .executeTakeFirstOrThrow();
    expect(keywords).toEqual(['Maps', 'Roads']);
  });

  it('are one publication in one file, too', async () => {
    expect(
      await importFiles([
        { title: 'Atlas', identifiers: doi('a') },
        { title: 'Routes', identifiers: doi('a') },
      ]),
    ).toEqual([['atlas', ['DOI 10.1000/a']]]);
  });

  it('stay one publication when the file is imported again with another title', async () => {
    await importFiles([{ title: 'Atlas', identifiers: doi('a') }]);
    expect(await importFiles([{ title: 'Routes', identifiers: doi('a') }])).toEqual([
      ['routes', ['DOI 10.1000/a']],
    ]);
  });
});

describe('records with different DOIs', () => {
  it('are two publications, though all else is the same', async () => {
    const same = {
      title: 'Atlas of Routes and Roads Today',
      year: 2019,
      url: 'https://a.org/1',
      abstract: 'One.',
    };
    const found = await importFiles([
      { ...same, identifiers: doi('a') },
      { ...same, identifiers: doi('b') },
    ]);
    expect(found.map(([, identifiers]) => identifiers).sort()).toEqual([
      ['DOI 10.1000/a'],
      ['DOI 10.1000/b'],
    ]);
  });

  it('are two publications, though both share an ISBN', async () => {
    const isbn = 'isbn:9789290686255';
    expect(
      await importFiles([
        { title: 'Atlas', identifiers: [...doi('a'), isbn] },
        { title: 'Routes', identifiers: [...doi('b'), isbn] },
      ]),
    ).toHaveLength(2);
  });
});

describe('an ISBN', () => {
  const identifiers = ['isbn:9789290686255'];

  it('tells that two records are one book', async () => {
    expect(
      await importFiles([
        { title: 'Atlas', type: 'BOOK', identifiers },
        { title: 'Atlas: Routes', identifiers },
      ]),
    ).toHaveLength(1);
  });

  it('tells nothing of chapters and volumes', async () => {
    expect(
      await importFiles([
        { title: 'One', type: 'CHAPTER', identifiers },
        { title: 'Two', partOf: { title: 'Atlas' }, identifiers },
        { title: 'Three', volume: '1', identifiers },
        { title: 'Four', volume: '2', identifiers },
      ]),
    ).toHaveLength(4);
  });
});

describe('Author identifiers', () => {
  const ORCID = '0000-0002-1825-0097';
  const byNames = (...names: string[]) =>
    names.map((name, i) => ({
      title: `Work ${i}`,
      authors: [{ name, kind: 'PERSON', identifiers: [`orcid:${ORCID}`] }],
    }));
  const authors = () =>
    catalogue.db.selectFrom('author').select(['name', 'aliases', 'identifiers']).orderBy('name').execute();

  it('tell that two names in one file are of one author', async () => {
    await importFiles(byNames('Ngozi Ade', 'N. Ade'));
    expect(await authors()).toEqual([
      { name: 'Ngozi Ade', aliases: ['N. Ade'], identifiers: [`ORCID ${ORCID}`] },
    ]);
  });

  it('tell that two names in two files are of one author', async () => {
    await importFiles(byNames('Ngozi Ade'), byNames('', 'N. Ade').slice(1));
    expect(await authors()).toEqual([
      { name: 'Ngozi Ade', aliases: ['N. Ade'], identifiers: [`ORCID ${ORCID}`] },
    ]);
  });
});
