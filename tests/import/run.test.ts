import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { importFiles } from '../../src/import/import.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpContent, dumpTables, emptyTables } from '../support/dump.ts';
import { type PrintedRecord, printPage } from '../support/pages.ts';

const SEED = readFileSync(new URL('../../data/listings/capacity-building.txt', import.meta.url), 'utf8');

const ATLAS: PrintedRecord = {
  title: 'Atlas of Routes across the Sahel and Beyond',
  abstract:
    'This atlas shows the routes that migrants take. It was drawn from interviews in twelve towns, over two years.',
  country: ['Niger', 'Mali'],
  region: ['West Africa'],
  authors: ['Ngozi Ade', 'International Organization For Migration (IOM)'],
  year: ['2019'],
  category: ['Studies'],
};
const GUIDE: PrintedRecord = {
  title: 'Guide for Labour Inspectors on Forced Labour',
  country: ['Worldwide'],
  region: ['Worldwide'],
  authors: ['International Labour Organization (ILO)'],
  year: ['2015'],
  category: ['Handbooks', 'Training Curriculum'],
};
const REVIEW: PrintedRecord = {
  title: 'Review of National Laws against Child Trafficking',
  abstract:
    'Laws of eight countries are compared in this review, with their gaps and what was done to close them.',
  country: ['Trinidad', 'Guyana', 'Tobago'],
  region: ['Caribbean'],
  year: ['2012'],
  category: ['Studies'],
};

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());
const importShipped = () => catalogue.importTexts({ 'capacity-building.txt': SEED });

const counts = ({ created, updated, unchanged }: { created: number; updated: number; unchanged: number }) => [
  created,
  updated,
  unchanged,
];
const slugs = async () =>
  (await catalogue.db.selectFrom('publication').select('slug').orderBy('slug').execute()).map(
    ({ slug }) => slug,
  );

describe('importFiles: the same files again', () => {
  test('change nothing in any table, the shipped listing', async () => {
    await importShipped();
    const before = await dumpTables(catalogue.db);
    const report = await catalogue.importTexts({ 'capacity-building.txt': SEED });
    expect(counts(report)).toEqual([0, 0, 10]);
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });

  test('change nothing, several pages that state the same and JSON Lines', async () => {
    const files = {
      'law.txt': printPage('Law Enforcement', [ATLAS, REVIEW]),
      'child.txt': printPage('Child Trafficking', [REVIEW, GUIDE, REVIEW]),
      'more.jsonl': JSON.stringify({ title: GUIDE.title, year: 2015, topics: ['Data'], authors: ['Bo Li'] }),
    };
    expect(counts(await catalogue.importTexts(files))).toEqual([3, 0, 0]);
    const before = await dumpTables(catalogue.db);
    for (let i = 0; i < 2; i++) expect(counts(await catalogue.importTexts(files))).toEqual([0, 0, 3]);
    expect(counts(await catalogue.importTexts({ 'law.txt': files['law.txt'] }))).toEqual([0, 0, 2]);
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });

  test('change nothing when they are saved with other line ends, marks and spaces', async () => {
    await importShipped();
    const before = await dumpContent(catalogue.db);
    for (const text of [
      SEED.replaceAll('\n', '\r\n'),
      SEED.replaceAll('\n', '\r'),
      `\uFEFF${SEED}`,
      SEED.replaceAll(' ', '\u00A0'),
      Buffer.from(`\uFEFF${SEED}`, 'utf16le'),
      Buffer.from(`\uFEFF${SEED}`, 'utf16le').swap16(),
    ])
      expect(counts(await catalogue.importTexts({ 'capacity-building.txt': text }))).toEqual([0, 0, 10]);
    expect(await dumpContent(catalogue.db)).toEqual(before);
  });
});

describe('importFiles: an edited file', () => {
  test('changes what was edited, and nothing else', async () => {
    const files = { 'a.txt': printPage('Law Enforcement', [ATLAS, GUIDE, REVIEW]) };
    await catalogue.importTexts(files);
    const before = (await dumpTables(catalogue.db)).publication as string[];
    const edited = {
      ...GUIDE,
      region: ['Europe'],
      country: ['France'],
      year: ['2016'],
      authors: ['Jane Doe'],
    };
    const report = await catalogue.importTexts({
      'a.txt': printPage('Law Enforcement', [ATLAS, edited, REVIEW]),
    });
    expect(counts(report)).toEqual([0, 1, 2]);
    const after = (await dumpTables(catalogue.db)).publication as string[];
    expect(after.filter((row) => !before.includes(row))).toHaveLength(1);
    expect((await dumpContent(catalogue.db))[1]).toMatchObject({
      slug: 'guide-for-labour-inspectors-on-forced-labour',
      year: 2016,
      is_worldwide: false,
      countries: ['FR'],
      regions: ['europe'],
      categories: ['handbooks', 'training-curriculum'],
      contributions: ['AUTHOR jane-doe PERSON Jane Doe'],
    });
    // Whom nothing names any more is gone.
    const authors = await catalogue.db.selectFrom('author').select('slug').orderBy('slug').execute();
    expect(authors.map(({ slug }) => slug)).toEqual([
      'international-organization-for-migration',
      'jane-doe',
      'ngozi-ade',
    ]);
    // And back: as it was, but for when it was changed.
    expect(counts(await catalogue.importTexts(files))).toEqual([0, 1, 2]);
  });

  test('renames the slug with the title, keeps the row, and the former slug resolves', async () => {
    await catalogue.importTexts({ 'a.txt': printPage('Data', [ATLAS, GUIDE]) });
    const title = 'An Atlas of Routes across the Sahel, and Beyond';
    const report = await catalogue.importTexts({ 'a.txt': printPage('Data', [{ ...ATLAS, title }, GUIDE]) });
    expect(counts(report)).toEqual([0, 1, 1]);
    expect(await dumpContent(catalogue.db)).toMatchObject([
      { slug: 'an-atlas-of-routes-across-the-sahel-and-beyond', title },
      { slug: 'guide-for-labour-inspectors-on-forced-labour' },
    ]);
    expect(await catalogue.db.selectFrom('former_slug').select(['kind', 'slug']).execute()).toEqual([
      { kind: 'publication', slug: 'atlas-of-routes-across-the-sahel-and-beyond' },
    ]);
  });

  test('that lists a publication no more keeps it, and says so', async () => {
    await catalogue.importTexts({ 'a.txt': printPage('Data', [ATLAS, GUIDE]) });
    const before = await dumpContent(catalogue.db);
    const report = await catalogue.importTexts({ 'a.txt': printPage('Data', [GUIDE]) });
    expect([counts(report), report.absent]).toEqual([[0, 0, 1], 1]);
    expect(await dumpContent(catalogue.db)).toEqual(before);
  });

  test('that moved to another folder, or whose records moved, changes nothing', async () => {
    await catalogue.importTexts({ 'a.txt': printPage('Data', [ATLAS, GUIDE, REVIEW]) });
    const before = (await dumpTables(catalogue.db)).publication;
    const report = await catalogue.importTexts({ 'a.txt': printPage('Data', [REVIEW, GUIDE, ATLAS]) });
    expect([counts(report), report.absent]).toEqual([[0, 0, 3], 0]);
    expect((await dumpTables(catalogue.db)).publication).toEqual(before);
  });
});

describe('importFiles: one publication on several pages', () => {
  const pages = {
    'law.txt': printPage('Law Enforcement', [ATLAS, REVIEW]),
    'data.txt': printPage('Data', [GUIDE, ATLAS]),
    'labour.txt': printPage('Labour exploitation', [GUIDE]),
  };
  const categories = {
    'studies.txt': printPage('Studies', [ATLAS, REVIEW]),
    'handbooks.txt': printPage('Handbooks', [GUIDE]),
    'booklet.txt': printPage('Booklet', [{ ...ATLAS, category: [] }]),
  };

  test('has all their topics and categories', async () => {
    expect(counts(await catalogue.importTexts(pages))).toEqual([3, 0, 0]);
    expect(counts(await catalogue.importTexts(categories, { heading: 'category' }))).toEqual([0, 1, 2]);
    expect(await dumpContent(catalogue.db)).toMatchObject([
      {
        topics: ['data', 'law-enforcement'],
        categories: ['booklet', 'studies'],
        files: ['booklet.txt', 'data.txt', 'law.txt', 'studies.txt'],
      },
      { topics: ['data', 'labour-exploitation'], categories: ['handbooks', 'training-curriculum'] },
      { topics: ['law-enforcement'], categories: ['studies'], countries: ['GY', 'TT'] },
    ]);
    const named = await catalogue.execute<{ topics: { nodes: { name: string }[] } }>(
      '{ topics { nodes { name } } }',
    );
    expect(named.data.topics.nodes.map(({ name }) => name)).toEqual([
      'Data',
      'Labour exploitation',
      'Law Enforcement',
    ]);
  });

  test('is the same in whatever order they are read, at once or one by one', async () => {
    await catalogue.importTexts(pages);
    await catalogue.importTexts(categories, { heading: 'category' });
    const expected = await dumpContent(catalogue.db);
    await emptyTables(catalogue.db);
    for (const [file, text] of Object.entries(categories).reverse())
      await catalogue.importTexts({ [file]: text }, { heading: 'category' });
    await catalogue.importTexts(Object.fromEntries(Object.entries(pages).reverse()));
    expect(await dumpContent(catalogue.db)).toEqual(expected);
  });

  test('is told by its title with the year or the abstract', async () => {
    const named = (name: string): PrintedRecord => ({
      ...ATLAS,
      title: `Atlas of ${name}`,
      abstract: `${name}.`,
    });
    const same: PrintedRecord[] = [
      { ...named('A'), title: 'ATLAS – of “a”!', abstract: 'In other capitals and punctuation.' },
      { ...named('B'), year: [], abstract: 'Without a year.' },
      { ...named('C'), year: ['2020'] },
    ];
    const others: PrintedRecord[] = [
      { ...named('D'), year: ['2020'], abstract: 'An edition.' },
      { ...named('E'), title: 'Atlas of E and F' },
    ];
    await catalogue.importTexts({
      'a.txt': printPage('Data', ['A', 'B', 'C', 'D', 'E'].map(named)),
      'b.txt': printPage('Law', [...same, ...others]),
    });
    expect(await slugs()).toEqual([
      ...[
        'atlas-of-a',
        'atlas-of-b',
        'atlas-of-c',
        'atlas-of-d-2019',
        'atlas-of-d-2020',
        'atlas-of-e',
        'atlas-of-e-and-f',
      ],
    ]);
  });
});

describe('importFiles: a dry run', () => {
  test('reports the same and writes nothing', async () => {
    await importShipped();
    const files = {
      'capacity-building.txt': SEED.replace('2009', '2011'),
      'law.txt': printPage('Law Enforcement', [ATLAS, { ...REVIEW, country: ['Atlantis'] }]),
      'bad.jsonl': '{"title":5}\n{"title":"Good"}',
    };
    const before = await dumpTables(catalogue.db);
    const dry = await catalogue.importTexts(files, { isDryRun: true });
    expect(await dumpTables(catalogue.db)).toEqual(before);
    expect(await catalogue.importTexts(files)).toEqual(dry);
    expect([counts(dry), dry.refusedCount, dry.unresolvedCount]).toEqual([[3, 1, 9], 1, 1]);
  });
});

describe('importFiles: what fails', () => {
  test('a statement that the database refuses takes everything back', async () => {
    await importShipped();
    await sql`
      create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'The disk is full.'; end $$`.execute(catalogue.db);
    await sql`
      create trigger refuse before insert on publication for each row
      when (new.title like 'Review%') execute function refuse()`.execute(catalogue.db);
    const before = await dumpTables(catalogue.db);
    const lines = Array.from({ length: 4500 }, (_, i) => JSON.stringify({ title: `Number ${i}` }));
    const failing = catalogue.importTexts({
      'a.txt': printPage('Data', [GUIDE]),
      'b.jsonl': lines.join('\n'),
      'c.txt': printPage('Data', [REVIEW]),
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    expect(await dumpTables(catalogue.db)).toEqual(before);
    await sql`drop trigger refuse on publication`.execute(catalogue.db);
    expect(counts(await catalogue.importTexts({ 'c.txt': printPage('Data', [REVIEW]) }))).toEqual([1, 0, 0]);
  });

  test('a file that vanishes while others are read takes everything back, and is named', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-import-'));
    const [first, second] = [path.join(folder, 'a.txt'), path.join(folder, 'b.jsonl')];
    await writeFile(first, printPage('Data', [ATLAS]));
    await writeFile(second, '{"title":"Second"}');
    const failing = importFiles(catalogue.db, [first, second], {
      heading: 'topic',
      onProgress: () => rmSync(folder, { recursive: true }),
    });
    await expect(failing).rejects.toThrow(`There is no file ${second}.`);
    expect(await slugs()).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  test('a file that is missing, a folder, other JSON or in the wrong encoding is named before anything is done', async () => {
    const good = printPage('Data', [ATLAS]);
    await expect(catalogue.importTexts({ 'a.txt': good, 'b.json': '[{"name":"A"}]' })).rejects.toThrow(
      /b\.json looks like JSON with the fields "name"; make JSON Lines of it/,
    );
    const utf16 = Buffer.from('\uFEFF{"title":"A"}', 'utf16le');
    await expect(catalogue.importTexts({ 'a.txt': good, 'b.jsonl': utf16 })).rejects.toThrow(
      /b\.jsonl is JSON Lines in UTF-16; save it as UTF-8\./,
    );
    for (const [file, message] of [
      ['/nowhere/x.txt', 'There is no file /nowhere/x.txt.'],
      [tmpdir(), `${tmpdir()} is a folder; give the files in it: ${path.join(tmpdir(), '*')}.`],
    ] as const)
      await expect(importFiles(catalogue.db, [file], { heading: 'topic' })).rejects.toThrow(message);
    expect(await slugs()).toEqual([]);
  });

  test('what is no listing, or no record, is refused with its lines, and the rest is imported', async () => {
    const report = await catalogue.importTexts({
      'a.txt': printPage('Data', [ATLAS]),
      'b.txt': '<!doctype html><html><body>Hello</body></html>',
      'c.txt': new Uint8Array([0xc3, 0x28, 0x0a]),
      'd.txt':
        'Skip to main content\n\nData\n\nCountry\nNiger\nYear\n2010\n\nA Title of Some Length to Be Read\n\nCountry\nMali\nYear\n2011\n',
    });
    expect(report.refused).toEqual([
      { file: 'b.txt', firstLine: 1, lastLine: 1, reason: 'shows no record of a listing' },
      {
        file: 'c.txt',
        firstLine: 1,
        lastLine: 1,
        reason: 'not a listing: neither UTF-8 nor UTF-16 text; save it as UTF-8',
      },
      { file: 'd.txt', firstLine: 5, lastLine: 8, reason: 'no title before the label "Country"' },
    ]);
    expect(await slugs()).toEqual([
      'a-title-of-some-length-to-be-read',
      'atlas-of-routes-across-the-sahel-and-beyond',
    ]);
  });

  test('a page that is cut off takes nothing back that it or another said when it was whole', async () => {
    const page = printPage('Data', [REVIEW, ATLAS]);
    await catalogue.importTexts({ 'a.txt': page });
    const before = await dumpContent(catalogue.db);
    const cuts = ['Mali\n', 'Nig', 'Region\n', '2019\n', 'Ngozi Ade\n'].map(
      (end) => page.indexOf(end) + end.length,
    );
    for (const cut of cuts) {
      await catalogue.importTexts({ 'b.txt': page.slice(0, cut) });
      expect(await dumpContent(catalogue.db)).toMatchObject(
        before.map((row) => ({ ...(row as object), files: ['a.txt', 'b.txt'] })),
      );
    }
  });
});

describe('importFiles: two at once', () => {
  test('of the same pages make every publication once', async () => {
    const other = { ...REVIEW, title: 'Another Review of Laws' };
    const [a, b] = await Promise.all([
      catalogue.importTexts({
        'a.txt': printPage('Data', [ATLAS, GUIDE]),
        'c.txt': printPage('Law', [REVIEW]),
      }),
      catalogue.importTexts({ 'b.txt': printPage('Law', [REVIEW, ATLAS, other]) }),
    ]);
    expect(a.created + b.created).toBe(4);
    expect(await dumpContent(catalogue.db)).toMatchObject([
      { slug: 'another-review-of-laws', topics: ['law'] },
      { slug: 'atlas-of-routes-across-the-sahel-and-beyond', topics: ['data', 'law'] },
      { slug: 'guide-for-labour-inspectors-on-forced-labour', topics: ['data'] },
      { slug: 'review-of-national-laws-against-child-trafficking', files: ['b.txt', 'c.txt'] },
    ]);
  });
});
