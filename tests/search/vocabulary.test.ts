import { sql } from 'kysely';
import { bringUpToDate } from '../../src/cli/migrate.ts';
import { migrateDown } from '../../src/db/migrator.ts';
import { reindex } from '../../src/import/reindex.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeEach(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => catalogue.close());

async function find(search: string): Promise<string[]> {
  const { data } = await catalogue.execute<{ publications: { nodes: { slug: string }[] } }>(
    'query ($search: String) { publications(search: $search) { nodes { slug } } }',
    { search },
  );
  return data.publications.nodes.map(({ slug }) => slug);
}

async function vocabulary() {
  const { rows: stems } = await sql<{ stem: string; documents: number; words: string[] }>`
    select stem, documents, array(select word from search_word w where w.stem = s.stem order by 1) as words
    from search_stem s order by stem`.execute(catalogue.db);
  return Object.fromEntries(stems.map(({ stem, documents, words }) => [stem, [documents, ...words]]));
}

async function publications() {
  const { rows } = await sql`select slug, document, updated_at from publication order by slug`.execute(
    catalogue.db,
  );
  return rows;
}

/** The vocabulary is what the documents say. */
async function expectConsistent() {
  const { rows } = await sql`
    select coalesce(s.stem, d.stem) as stem, s.documents, d.documents as should
    from search_stem s full join (
      select lexeme as stem, count(*)::integer as documents from publication cross join unnest(document)
      where lexeme ~ '\\D' group by lexeme
    ) d on d.stem = s.stem
    where s.documents is distinct from d.documents
    union all select stem, null, null from search_word where stem not in (select stem from search_stem)
    union all select stem, 0, 0 from search_stem where stem not in (select stem from search_word)`.execute(
    catalogue.db,
  );
  expect(rows).toEqual([]);
}

const line = (slug: string, fields: object) => JSON.stringify({ slug, ...fields });

describe('an import', () => {
  it('keeps the vocabulary of what is searched', async () => {
    await catalogue.importTexts({
      'a.jsonl': [
        line('one', { title: 'The trafficked of 2020', abstract: 'The law of the Trafficking' }),
        line('two', { title: 'Traffic law' }),
      ].join('\n'),
    });
    expect(await vocabulary()).toEqual({
      law: [2, 'law'],
      of: [1, 'of'],
      the: [1, 'the'],
      traffic: [1, 'traffic'],
      traffick: [1, 'trafficked', 'trafficking'],
    });
    await expectConsistent();
    await catalogue.importTexts({
      'a.jsonl': [line('one', { title: 'Laws' }), line('two', { title: 'Traffic law' })].join('\n'),
    });
    expect(await vocabulary()).toEqual({ law: [2, 'law', 'laws'], traffic: [1, 'traffic'] });
    await expectConsistent();
    expect(await find('trafficking')).toEqual([]);
    expect(await find('laws')).toEqual(['two', 'one']);
  });

  it('finds publications by names that their authors are given later', async () => {
    const author = (more: object) => ({ authors: [{ name: 'World Bureau', kind: 'ORGANIZATION', ...more }] });
    await catalogue.importTexts({ 'a.jsonl': line('one', { title: 'A', ...author({}) }) });
    const before = await catalogue.execute('{ publications { nodes { updatedAt } } }');
    expect(await find('WBX')).toEqual([]);
    await catalogue.importTexts({
      'b.jsonl': [
        line('two', { title: 'B', ...author({}) }),
        line('three', { title: 'C', ...author({ acronym: 'WBX', aliases: ['Oficina'] }) }),
      ].join('\n'),
    });
    for (const name of ['wbx', 'oficina']) expect((await find(name)).sort()).toEqual(['one', 'three', 'two']);
    await expectConsistent();
    // It is no change of the publication's own.
    const after = await catalogue.execute(
      '{ publications(filter: { slugs: ["one"] }) { nodes { updatedAt } } }',
    );
    expect(after.data).toEqual(before.data);
  });

  it('leaves the documents alone where nothing is changed', async () => {
    const file = { 'a.jsonl': line('one', { title: 'A law', authors: ['A. Mann'], countries: ['NG'] }) };
    await catalogue.importTexts(file);
    const rows = () => sql`select xmin, document from publication`.execute(catalogue.db);
    const before = await rows();
    await catalogue.importTexts(file);
    expect((await rows()).rows).toEqual(before.rows);
    await expectConsistent();
  });

  it('searches the start of a text that is too long', async () => {
    const words = (letter: string) =>
      Array.from({ length: 20_000 }, (_, i) => `${letter.repeat(60)}${i}`).join(' ');
    const name = words('x').slice(0, 700);
    await catalogue.importTexts({
      'a.jsonl': line('one', {
        title: 'long '.repeat(199),
        abstract: `${'人口'.repeat(2000)} ${words('é')}`,
        authors: Array.from({ length: 600 }, (_, i) => `Author ${'ß'.repeat(20)}${i} ${name}`),
      }),
    });
    expect(await find('long author')).toEqual(['one']);
    expect(await find('"人口"')).toEqual(['one']);
    await expectConsistent();
  });
});

describe('bringUpToDate', () => {
  it('makes what is searched anew where a place has another name', async () => {
    await catalogue.importTexts({
      'a.jsonl': line('one', { title: 'A', countries: ['NG'], regions: ['sahel'] }),
    });
    await sql`update country set name = 'Elsewhere' where code = 'NG'`.execute(catalogue.db);
    await sql`update region set aliases = '{}' where slug = 'sahel'`.execute(catalogue.db);
    await sql`update publication set document = ''`.execute(catalogue.db);
    await sql`delete from search_stem`.execute(catalogue.db);
    await sql`delete from search_word`.execute(catalogue.db);
    await bringUpToDate(catalogue.db);
    expect(await find('nigeria sahel')).toEqual(['one']);
    await expectConsistent();
  });

  it('makes it anew where a catalogue did not have it', async () => {
    await catalogue.importTexts({ 'a.jsonl': line('one', { title: 'A law' }) });
    for (let undone = ['']; !undone[0]?.endsWith('_create_search');) undone = await migrateDown(catalogue.db);
    await bringUpToDate(catalogue.db);
    expect(await find('laws')).toEqual(['one']);
    await expectConsistent();
  });
});

describe('reindex', () => {
  it('makes documents and vocabulary anew, whatever they were, and is no change of a publication', async () => {
    await catalogue.importTexts({
      'a.jsonl': [line('one', { title: 'A law' }), line('two', { title: 'Trafficking laws' })].join('\n'),
    });
    const before = { vocabulary: await vocabulary(), publications: await publications() };
    expect(await reindex(catalogue.db, 'all')).toEqual({ publications: 2, changed: 0 });
    expect(await vocabulary()).toEqual(before.vocabulary);

    await sql`update publication set document = $$'lawz':1A$$ where slug = 'two'`.execute(catalogue.db);
    await sql`update search_word set stem = 'traffick' where word = 'laws'`.execute(catalogue.db);
    await sql`insert into search_word values ('lawz', 'law')`.execute(catalogue.db);
    await sql`update search_stem set documents = 9 where stem = 'law'`.execute(catalogue.db);
    expect(await find('trafficking')).toEqual([]);
    expect(await reindex(catalogue.db, 'all')).toEqual({ publications: 2, changed: 1 });
    expect(await find('trafficking')).toEqual(['two']);
    expect(await vocabulary()).toEqual(before.vocabulary);
    expect(await publications()).toEqual(before.publications);
  });
});
