import { down, up } from '../../migrations/2026-11-28T1350_fold_latin_letters.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
});
afterAll(() => catalogue.close());

async function readKeys() {
  const { db } = catalogue;
  return {
    publications: await db
      .selectFrom('publication')
      .select(['title_key', 'keyword_keys'])
      .orderBy('id')
      .execute(),
    authors: await db.selectFrom('author').select(['sort_key', 'plain_names']).orderBy('id').execute(),
    topics: await db.selectFrom('topic').select('sort_key').where('name', '=', 'Œuvre').execute(),
  };
}

it('gives a catalogue of an earlier version the keys of a new one', async () => {
  await catalogue.importTexts({
    'a.jsonl': [
      {
        title: 'Straße nach Łódź',
        keywords: ['Færøer', 'peace'],
        authors: ['Łukasz Þór'],
        topics: ['Œuvre'],
      },
      { title: 'Nothing of it', keywords: ['peace'] },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n'),
  });
  const keys = await readKeys();
  expect(keys).toEqual({
    publications: [
      { title_key: 'strasse nach lodz', keyword_keys: ['faeroer', 'peace'] },
      { title_key: 'nothing of it', keyword_keys: ['peace'] },
    ],
    authors: [{ sort_key: 'lukasz thor', plain_names: 'lukasz thor' }],
    topics: [{ sort_key: 'oeuvre' }],
  });

  const { db } = catalogue;
  await db
    .updateTable('publication')
    .set({ title_key: 'straße nach łodz' })
    .where('title_key', 'like', 'str%')
    .execute();
  await db
    .updateTable('publication')
    .set({ keyword_keys: ['færøer', 'peace'] })
    .where('title_key', 'like', 'str%')
    .execute();
  await db.updateTable('source_record').set({ title_key: 'straße nach łodz' }).execute();
  await db.updateTable('author').set({ sort_key: 'łukasz þor', plain_names: 'łukasz þor' }).execute();
  await db.updateTable('topic').set({ sort_key: 'œuvre' }).where('name', '=', 'Œuvre').execute();
  await down();
  await up(db as never);
  expect(await readKeys()).toEqual(keys);
  const records = await db.selectFrom('source_record').select('title_key').distinct().execute();
  expect(records).toEqual([{ title_key: 'strasse nach lodz' }]);
});
