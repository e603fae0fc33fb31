import { sql } from 'kysely';
import { verify } from '../../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../../support/catalogue.ts';
import { dumpContent, emptyTables } from '../../support/dump.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());

const NAME = 'must be a text of 1 to 1000 characters';
const YEAR = 'must be a whole number from 1000 to 2999';

describe('JSON Lines: a line that can’t be read', () => {
  const cases: [line: string, reason: string][] = [
    [
      '{"title":"A"} B',
      'is no JSON object on a line of its own: Unexpected non-whitespace character after JSON at position 14',
    ],
    ['[1]', 'must be an object, one a line'],
    ['null', 'must be an object, one a line'],
    ['{}', '"title" is missing'],
    ['{"title":" "}', `"title" ${NAME}`],
    [`{"title":"${'x'.repeat(1001)}"}`, `"title" ${NAME}`],
    ['{"title":"A","year":"2010"}', `"year" ${YEAR}`],
    ['{"title":"A","year":999}', `"year" ${YEAR}`],
    ['{"title":"A","year":2010.5}', `"year" ${YEAR}`],
    ['{"title":"A","abstract":["x"]}', '"abstract" must be a text'],
    ['{"title":"A","isWorldwide":"yes"}', '"isWorldwide" must be true or false'],
    ['{"title":"A","url":"ftp://x"}', '"url" must be an http or https address'],
    ['{"title":"A","countries":"NG"}', '"countries" must be a list of ISO 3166 codes'],
    [
      '{"title":"A","countries":["NG",5]}',
      '"countries.1" must be an ISO 3166 code, or an object with a code',
    ],
    [
      '{"title":"A","regions":[{"m49":"011"}]}',
      '"regions.0" must be a slug or M49 code, or an object with a slug',
    ],
    ['{"title":"A","topics":[{"id":1}]}', '"topics.0" must be a name, or an object with a name'],
    ['{"title":"A","categories":{}}', '"categories" must be a list of names'],
    [
      JSON.stringify({ title: 'A', topics: Array.from({ length: 201 }, (_, i) => `T${i}`) }),
      '"topics" must be a list of 200 names at most',
    ],
    ['{"title":"A","authors":[3]}', '"authors.0" must be a name, or an object with a name'],
    [
      '{"title":"A","authors":[{"name":"B","kind":"person"}]}',
      '"authors.0.kind" must be one of PERSON, ORGANIZATION, UNKNOWN',
    ],
    [
      '{"title":"A","authors":[{"name":"B","orcid":"0"}]}',
      '"authors.0" has no field "orcid"; known are id, slug, name, sortName, kind, acronym, aliases, identifiers',
    ],
    [
      '{"title":"A","contributions":[{"author":"B","role":"author"}]}',
      '"contributions.0.role" must be one of AUTHOR, EDITOR, TRANSLATOR, PUBLISHER, CONTRIBUTOR',
    ],
    ['{"title":"A","partOf":"B"}', '"partOf" must be an object with a title'],
    [
      '{"title":"A","slug":"Not A Slug"}',
      '"slug" must be lower-case words joined by hyphens, of 200 characters at most',
    ],
    [
      '{"title":"A","yaer":2010,"x":1}',
      'has no field "yaer", "x"; known are id, createdAt, updatedAt, formerSlugs, slug, title, abstract, year, url, isWorldwide, type, languages, identifiers, issued, place, edition, pages, volume, issue, keywords, license, countries, regions, authors, publishers, contributions, topics, categories, partOf',
    ],
    ['{"title":5,"year":"x"}', `"title" ${NAME}; "year" ${YEAR}`],
  ];

  test('is refused with its number, the field and what would be right; the others are imported', async () => {
    const lines = cases.flatMap(([line], i) => [line, `{"title":"Good ${i}"}`]);
    const report = await catalogue.importTexts({ 'a.jsonl': `{"title":"First"}\n${lines.join('\n')}` });
    // Newer versions of Node add the line and column.
    const refused = report.refused.map(({ reason, ...line }) => ({
      ...line,
      reason: reason.replace(/ \(line .*/, ''),
    }));
    expect(refused).toEqual(
      cases.map(([, reason], i) => ({ file: 'a.jsonl', firstLine: 2 * i + 2, lastLine: 2 * i + 2, reason })),
    );
    expect([report.records, report.created]).toEqual([cases.length + 1, cases.length + 1]);
  });

  test('is refused where it is not UTF-8, or too long', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"title":"A"}\n{"title":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}\n{"title":"'),
      Buffer.alloc(17 * 1024 * 1024, 'x'),
      Buffer.from('"}\n{"title":"Last"}'),
    ]);
    const report = await catalogue.importTexts({ 'a.jsonl': bytes });
    expect(report.refused.map(({ firstLine, reason }) => `${firstLine} ${reason}`)).toEqual([
      '2 is not UTF-8, or longer than 16 MiB',
      '3 is not UTF-8, or longer than 16 MiB',
    ]);
    expect(report.created).toBe(2);
  });
});

describe('JSON Lines: what is read', () => {
  test('is every field of the API', async () => {
    const line = {
      id: 'whatever',
      createdAt: '2020-01-01T00:00:00Z',
      slug: 'handbook-2',
      title: '  Handbook ',
      abstract: 'First.\n\nSecond\u0000.',
      year: 2020,
      url: 'https://example.org/2',
      isWorldwide: true,
      countries: ['ng', 'NER', '566', { code: 'ANHH' }, 'ZZ'],
      regions: ['west-africa', '029', { slug: 'sahel', name: 'Sahel' }, 'atlantis'],
      topics: ['Migration', { slug: 'x', name: 'Data' }],
      categories: ['Handbooks'],
      contributions: [
        { author: 'Ana Díaz', role: 'EDITOR' },
        {
          author: { name: 'Border Office', kind: 'ORGANIZATION', acronym: 'BO' },
          printedAs: 'B.O.',
          position: 7,
        },
      ],
      partOf: { title: 'Yearbook', publisher: 'IOM', place: '', year: 2021 },
    };
    const report = await catalogue.importTexts({ 'a.jsonl': JSON.stringify(line) });
    expect(report.unresolved.map(({ field, value, firstLine }) => [field, value, firstLine])).toEqual([
      ['country', 'ZZ', 1],
      ['region', 'atlantis', 1],
    ]);
    expect(await dumpContent(catalogue.db)).toEqual([
      {
        slug: 'handbook-2',
        title: 'Handbook',
        abstract: 'First.\n\nSecond\uFFFD.',
        year: 2020,
        url: 'https://example.org/2',
        is_worldwide: true,
        host_title: 'Yearbook',
        content_hash: expect.any(String) as string,
        countries: ['ANHH', 'NE', 'NG'],
        regions: ['caribbean', 'sahel', 'west-africa'],
        topics: ['data', 'migration'],
        categories: ['handbooks'],
        contributions: ['EDITOR ana-diaz UNKNOWN Ana Díaz', 'AUTHOR border-office ORGANIZATION B.O.'],
        files: ['a.jsonl'],
      },
    ]);
  });

  test('is told from the content, whatever the file is called; blank lines, marks and line ends do not matter', async () => {
    const text = '\uFEFF\r\n  {"title":"A"}\r\n\r\n{"title":"B"} \r\n\r\n';
    expect(await catalogue.importTexts({ 'page.txt': text })).toMatchObject({
      records: 2,
      created: 2,
      refusedCount: 0,
    });
  });

  test('is streamed: lines longer than a chunk of the file, and more than a batch', async () => {
    const lines = Array.from({ length: 4100 }, (_, i) =>
      JSON.stringify({ title: `Title ${i}`, abstract: i === 2000 ? 'é'.repeat(700_000) : `About ${i}` }),
    );
    const file = { 'a.jsonl': lines.join('\n') };
    expect(await catalogue.importTexts(file)).toMatchObject({
      records: 4100,
      created: 4100,
      refusedCount: 0,
    });
    const { rows } = {
      rows: await catalogue.db.selectFrom('publication').select(['title', 'abstract']).execute(),
    };
    expect(rows.filter(({ abstract }) => abstract === 'é'.repeat(700_000))).toHaveLength(1);
    expect(await catalogue.importTexts(file)).toMatchObject({ created: 0, updated: 0, unchanged: 4100 });
    // One line changed, one inserted: every line after it moves.
    lines[2500] = JSON.stringify({ title: 'Title 2500', abstract: 'Rewritten' });
    lines.unshift('{"title":"New"}');
    const edited = { 'a.jsonl': lines.join('\n') };
    expect(await catalogue.importTexts(edited)).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 4099,
      absent: 0,
    });
  });

  test('has identifiers whose form or check digit is wrong as unresolved values', async () => {
    const line = {
      title: 'Atlas',
      identifiers: [
        'doi:10.1000/1',
        'isbn:978-3-16-148410-1',
        { scheme: 'ISSN', value: '2049-3631' },
        'no scheme',
      ],
      authors: [{ name: 'Ngozi Ade', identifiers: [{ scheme: 'ORCID', value: '0000-0002-1825-0098' }] }],
      contributions: [
        { author: { name: 'Border Office', identifiers: ['ror:01'] }, role: 'EDITOR' },
        { author: 'Bo Li' },
      ],
      partOf: { title: 'Yearbook', issn: '2049-3631' },
    };
    const report = await catalogue.importTexts({ 'a.jsonl': JSON.stringify(line) });
    const wrong = 'its form or check digit is wrong';
    const unknown = 'no valid identifier of a scheme that is known';
    expect([report.created, report.refusedCount]).toEqual([1, 0]);
    expect(report.unresolved.map(({ field, value, reason }) => [field, value, reason])).toEqual([
      ['identifiers', 'isbn:978-3-16-148410-1', unknown],
      ['identifiers', '2049-3631', `no valid ISSN: ${wrong}`],
      ['identifiers', 'no scheme', unknown],
      ['authors', '0000-0002-1825-0098', `no valid ORCID: ${wrong}`],
      ['authors', 'ror:01', unknown],
      ['partOf', '2049-3631', `no valid ISSN: ${wrong}`],
    ]);
    const stored = await catalogue.db
      .selectFrom('publication')
      .select(['identifiers', 'host_issn'])
      .execute();
    expect(stored).toEqual([{ identifiers: ['DOI 10.1000/1'], host_issn: null }]);
  });

  test('with a slug is that publication, whatever its title', async () => {
    const line = (slug: string, title: string) => JSON.stringify({ slug, title, year: 2000 });
    await catalogue.importTexts({ 'a.jsonl': [line('a', 'Same'), line('b', 'Same')].join('\n') });
    await catalogue.importTexts({ 'b.jsonl': line('a', 'Other') });
    expect(await dumpContent(catalogue.db)).toMatchObject([
      { slug: 'a', title: 'Other', files: ['a.jsonl', 'b.jsonl'] },
      { slug: 'b', title: 'Same', files: ['a.jsonl'] },
    ]);
  });

  test('has names of countries, regions and organisations in any spelling of the reference data', async () => {
    const record = {
      title: 'A',
      countries: ['Kenya', "Côte d'Ivoire", 'ML'],
      regions: ['West Africa', '001'],
      authors: ['IOM', { name: 'UNHCR' }, { name: 'Ilo', kind: 'PERSON' }],
    };
    await catalogue.importTexts({ 'a.jsonl': JSON.stringify(record) });
    expect(await dumpContent(catalogue.db)).toMatchObject([
      {
        countries: ['CI', 'KE', 'ML'],
        regions: ['west-africa'],
        is_worldwide: true,
        contributions: [
          'AUTHOR international-organization-for-migration ORGANIZATION IOM',
          expect.stringMatching(/^AUTHOR .*refugees ORGANIZATION UNHCR$/) as string,
          'AUTHOR ilo PERSON Ilo',
        ],
      },
    ]);
  });

  test('has persons who sort by surname, unless the line says otherwise', async () => {
    const names = ['Ngozi Ade', 'Jan van der Berg', 'Doe, Jane', 'Plato', '山田太郎', 'Li Bo'];
    const authors = names.map((name) => ({
      name,
      kind: 'PERSON',
      ...(name === 'Li Bo' && { sortName: name }),
    }));
    await catalogue.importTexts({
      'a.jsonl': JSON.stringify({ title: 'A', authors: [...authors, 'Ann Roe'] }),
    });
    const rows = await catalogue.db.selectFrom('author').select('sort_name').orderBy('id').execute();
    expect(rows.map((row) => row.sort_name)).toEqual([
      'Ade, Ngozi',
      'van der Berg, Jan',
      'Doe, Jane',
      'Plato',
      '山田太郎',
      'Li Bo',
      'Ann Roe',
    ]);
  });

  test('has each contributor once, of `contributions` and of `authors` beside them', async () => {
    const record = {
      title: 'A',
      contributions: [
        { author: 'Bo Li', role: 'EDITOR' },
        { author: 'Ngozi Ade' },
        { author: 'NGOZI ADE', role: 'AUTHOR' },
      ],
      authors: ['Ngozi Ade', 'Bo Li'],
    };
    const { repairs } = await catalogue.importTexts({ 'a.jsonl': JSON.stringify(record) });
    expect(await dumpContent(catalogue.db)).toMatchObject([
      {
        contributions: [
          'EDITOR bo-li UNKNOWN Bo Li',
          'AUTHOR ngozi-ade UNKNOWN Ngozi Ade',
          'AUTHOR bo-li UNKNOWN Bo Li',
        ],
      },
    ]);
    expect([...repairs]).toEqual([
      ['contributor-twice', 1],
      ['authors-beside-contributions', 1],
    ]);
  });

  test('is every line but the first, if that alone is none', async () => {
    const report = await catalogue.importTexts({
      'a.jsonl': 'Exported on Monday\n{"title":"A"}\n{"title":"B"}',
    });
    expect([report.created, report.refused.map(({ firstLine }) => firstLine)]).toEqual([2, [1]]);
  });
});

describe('JSON over several lines', () => {
  const [first, second] = [
    { title: 'A "}" {', year: 2000, partOf: { title: 'X' } },
    { title: 'B \\', contributions: [{ author: { name: 'Bo Li' } }] },
  ];

  it.each([
    ['an array', JSON.stringify([first, second], null, 2)],
    ['an array on one line', JSON.stringify([first, second])],
    ['one object after another', `${JSON.stringify(first, null, 2)}\n${JSON.stringify(second, null, 2)}`],
    ['objects of one line in an array', `[\n${JSON.stringify(first)},\n${JSON.stringify(second)}\n]\n`],
  ])('is read as JSON Lines are: %s', async (_, text) => {
    const lines = `${JSON.stringify(first)}\n${JSON.stringify(second)}`;
    await catalogue.importTexts({ 'a.json': lines });
    const expected = await dumpContent(catalogue.db);
    await emptyTables(catalogue.db);
    expect(await catalogue.importTexts({ 'a.json': text })).toMatchObject({ created: 2, refusedCount: 0 });
    expect(await dumpContent(catalogue.db)).toEqual(expected);
  });

  it('refuses the objects that it cannot read, with their lines', async () => {
    const text =
      '[\n  {\n    "title": "A"\n  },\n  {\n    "title": 5\n  },\n  "B",\n  { "title": "C",\n    "year": }\n, {';
    const report = await catalogue.importTexts({ 'a.json': text });
    expect([report.created, report.refused]).toEqual([
      1,
      [
        { file: 'a.json', firstLine: 5, lastLine: 7, reason: `"title" ${NAME}` },
        { file: 'a.json', firstLine: 8, lastLine: 8, reason: 'must be an object, one a line' },
        {
          file: 'a.json',
          firstLine: 9,
          lastLine: 10,
          reason: expect.stringMatching(/^is no JSON object: Unexpected token/) as string,
        },
        {
          file: 'a.json',
          firstLine: 11,
          lastLine: 11,
          reason: expect.stringMatching(/^is no JSON object on a line of its own: /) as string,
        },
      ],
    ]);
  });
});

describe('a record that was stored before fields existed', () => {
  test('imports, merges and verifies', async () => {
    const [first, second] = [
      JSON.stringify({ title: 'Atlas', year: 2019, authors: ['Bo Li'] }),
      JSON.stringify({ title: 'Atlas', year: 2019, topics: ['Maps'] }),
    ];
    await catalogue.importTexts({ 'a.jsonl': first });
    await sql`
      update source_record set said = '{"year":2019,"contributions":[{"author":{"name":"Bo Li"}}]}'`.execute(
      catalogue.db,
    );
    expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
    expect(await catalogue.importTexts({ 'b.jsonl': second })).toMatchObject({ created: 0, updated: 1 });
    expect(await dumpContent(catalogue.db)).toMatchObject([
      { slug: 'atlas', topics: ['maps'], contributions: ['AUTHOR bo-li UNKNOWN Bo Li'] },
    ]);
    expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
    expect(await catalogue.importTexts({ 'a.jsonl': first })).toMatchObject({ updated: 0, unchanged: 1 });
  });
});
