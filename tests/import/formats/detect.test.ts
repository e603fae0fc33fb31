import { gzipSync } from 'node:zlib';
import { detectFormat } from '../../../src/import/formats/detect.ts';
import { type TestCatalogue, testCatalogue } from '../../support/catalogue.ts';

describe('detectFormat', () => {
  it.each([
    [
      '%PDF-1.7',
      /^a\.x looks like a PDF document; export its reference as BibTeX or RIS\. pubatlas reads BibTeX/,
    ],
    [
      'PK\u0003\u0004\u0014',
      /looks like a ZIP archive or an office document; unpack it, or save the spreadsheet as CSV/,
    ],
    ['{\n  "shelf": [1]\n}', /looks like JSON with the fields "shelf"; make JSON Lines of it/],
    ['<?xml version="1.0"?><feed>', /looks like XML with the root element <feed>; convert it to Dublin Core/],
    ['<mods xmlns="x">', /looks like MODS; convert it to Dublin Core/],
    ['<?xml version="1.0"?><PubmedBookArticle>', /looks like PubMed's XML; save it in the format "PubMed"/],
    ['<b:Sources xmlns:b="x">', /looks like Word's bibliography; open it in JabRef/],
    [
      'name;jahr\nEins;2001\nZwei;2002\n',
      /looks like a table with the columns name, jahr; none is known as the title beside another one\. Name the columns with --mapping/,
    ],
    [',name,jahr\n1,Eins,2001\n', /looks like a table with the columns name, jahr; none is known/],
    [
      '<?xml version="1.0"?><query><head/><body>A</body></query>',
      /looks like XML with the root element <query>/,
    ],
    ['<1>\nUnique Identifier\n  7', /looks like Ovid's text format; export it as RIS/],
  ])('says what %j looks like, and what can be read', (start, message) => {
    expect(() => detectFormat(start, 'a.x')).toThrow(message);
  });

  it.each([
    ['{"title": "A"}\n', 'JSON_LINES'],
    ['[{"title": "A", "type": "book"}]', 'CSL_JSON'],
    ['Capacity Building\n\nA\nCountry\nKenya\n', 'LISTING'],
    ['title\nA\nB\n', 'CSV'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html><body>A</body></html>', 'HTML'],
  ])('tells %j', (start, format) => {
    expect(detectFormat(start, 'a.x')).toBe(format);
  });

  it('takes a text with unknown columns for a table if there is a mapping', () => {
    expect(detectFormat('name;jahr\nEins;2001\n', 'a.x', true)).toBe('CSV');
    expect(detectFormat('{"title": "A"}\n', 'a.x', true)).toBe('JSON_LINES');
  });
});

describe('importFiles, of other formats', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());
  const QUERY =
    '{ publications(orderBy: { field: TITLE, direction: ASC }) { nodes { title year countries { code } authors { name } } } }';

  it('reads several formats in one run, compressed and in other encodings; the same again changes nothing', async () => {
    const files = {
      'a.bib': '@book{k, title = {Atlas}, author = {Ade, Ngozi}, year = 2001}\n',
      'b.ris.gz': gzipSync('TY  - RPRT\nTI  - Border\nAU  - IOM\nPY  - 2002\nER  - \n'),
      'c.csv': Buffer.from('title;year;countries\nCaf\xe9;2003;Kenya\n', 'latin1'),
      'd.jsonl.gz': gzipSync('{"title":"Delta","year":2004}\n'),
    };
    expect(await catalogue.importTexts(files)).toMatchObject({ records: 4, created: 4, refusedCount: 0 });
    const { data } = await catalogue.execute<{ publications: { nodes: unknown[] } }>(QUERY);
    expect(data.publications.nodes).toEqual([
      { title: 'Atlas', year: 2001, countries: [], authors: [{ name: 'Ngozi Ade' }] },
      {
        title: 'Border',
        year: 2002,
        countries: [],
        authors: [{ name: 'International Organization for Migration' }],
      },
      { title: 'Café', year: 2003, countries: [{ code: 'KE' }], authors: [] },
      { title: 'Delta', year: 2004, countries: [], authors: [] },
    ]);
    expect(await catalogue.importTexts(files)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  });

  it('reads XML in the encoding that it declares, and more of it than is written at a time', async () => {
    const record = (i: number) => `<oai_dc:dc><dc:title>Mapa łąk ${i}</dc:title></oai_dc:dc>`;
    const records = Array.from({ length: 2500 }, (_, i) => record(i)).join('\n');
    const latin2 = (text: string) =>
      Buffer.from(text.replaceAll('ł', '\xb3').replaceAll('ą', '\xb1'), 'latin1');
    const files = {
      'g.xml.gz': gzipSync(latin2(`<?xml version="1.0" encoding="ISO-8859-2"?><all>${records}</all>`)),
      'h.xml': Buffer.from(`\uFEFF<all>${record(2500)}</all>`, 'utf16le'),
    };
    expect(await catalogue.importTexts(files)).toMatchObject({ created: 2501, refusedCount: 0 });
    const { data } = await catalogue.execute<{ publications: { totalCount: number } }>(
      '{ publications(search: "\\"mapa łąk\\"") { totalCount } }',
    );
    expect(data.publications.totalCount).toBe(2501);
  });

  it('reads a file in the format that is asked for', async () => {
    const files = { 'e.txt': 'Provider\nTY - JOUR\nTI - Estuary\nER -\n' };
    expect(await catalogue.importTexts(files, { format: 'LISTING' })).toMatchObject({ records: 0 });
    expect(await catalogue.importTexts(files, { format: 'RIS', isDryRun: true })).toMatchObject({
      records: 1,
    });
  });

  it('names a broken gzip file', async () => {
    const broken = gzipSync('{"title":"A"}\n').fill(7, 10);
    await expect(catalogue.importTexts({ 'f.gz': broken })).rejects.toThrow(/f\.gz is a broken gzip file/);
  });
});
