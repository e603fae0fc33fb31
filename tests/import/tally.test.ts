import { sql } from 'kysely';
import { Tally, type TallyRow } from '../../src/import/tally.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { fill, make, toLines } from '../support/generated.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(() => catalogue.close());

async function findTally(): Promise<Record<string, number>> {
  const rows = await catalogue.db.selectFrom('tally').selectAll().orderBy('kind').orderBy('id').execute();
  return Object.fromEntries(rows.map(({ kind, id, count }) => [`${kind} ${id}`, count]));
}

/** What the table should have, counted by SQL from the rows of publications. */
async function recount(): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select kind || ' ' || value.id as key, count(*)::integer as count
    from publication cross join lateral (
      values ('all', array[0]), ('year', array[year_key::integer]), ('country', country_ids), ('region', within_region_ids),
        ('author', author_ids), ('topic', topic_ids), ('category', category_ids)
    ) filed (kind, ids)
    cross join unnest(case when ids = '{}' then array[0] else ids end) value (id)
    group by kind, value.id`.execute(catalogue.db);
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

describe('tally', () => {
  test('is what the publications say, after imports that create, change and take back', async () => {
    const made = make(120, 21);
    await fill(catalogue, made);
    const before = await findTally();
    expect(Object.keys(before).length).toBe(58);
    expect(before).toEqual(await recount());

    for (const publication of made)
      Object.assign(publication, { topics: ['Health'], countries: [], year: 2001 });
    await catalogue.importTexts({ 'changed.jsonl': toLines(made) });
    for (const name of ['0', '30', '60', '90'])
      await catalogue.importTexts({
        [`${name}.jsonl`]: toLines(made.slice(Number(name), Number(name) + 30)),
      });
    const after = await findTally();
    expect(after).toEqual(await recount());
    expect(after).not.toEqual(before);
  });

  test('is not touched by a dry run, nor by the same files again', async () => {
    const before = await findTally();
    const lines = toLines(make(20, 22, 'other'));
    await catalogue.importTexts({ 'other.jsonl': lines }, { isDryRun: true });
    expect(await findTally()).toEqual(before);
    await catalogue.importTexts({ 'other.jsonl': lines });
    const after = await findTally();
    expect(after).not.toEqual(before);
    await catalogue.importTexts({ 'other.jsonl': lines });
    expect(await findTally()).toEqual(after);
  });
});

describe('verify', () => {
  const differences = async () =>
    (await verify(catalogue.db)).filter(({ name }) => name === 'tally').flatMap((check) => check.differences);

  test('finds what the tally has otherwise than the rows', async () => {
    expect(await differences()).toEqual([]);
    const { db } = catalogue;
    const { id } = await db
      .selectFrom('topic')
      .select('id')
      .where('slug', '=', 'health')
      .executeTakeFirstOrThrow();
    const count = (await findTally())[`topic ${id}`] as number;
    const difference = { row: `topic ${id}`, what: 'count', derived: `${count}` };
    await db
      .updateTable('tally')
      .set({ count: count + 1 })
      .where('kind', '=', 'topic')
      .where('id', '=', id)
      .execute();
    expect(await differences()).toEqual([{ ...difference, stored: `${count + 1}` }]);
    await db.deleteFrom('tally').where('kind', '=', 'topic').where('id', '=', id).execute();
    expect(await differences()).toEqual([{ ...difference, stored: 'none' }]);
    await db
      .insertInto('tally')
      .values([
        { kind: 'topic', id, count },
        { kind: 'topic', id: 999_999, count: 1 },
      ])
      .execute();
    expect(await differences()).toEqual([
      { row: 'topic 999999', what: 'count', stored: '1', derived: 'none' },
    ]);
    await db.deleteFrom('tally').where('id', '=', 999_999).execute();
    expect(await differences()).toEqual([]);
  });
});

describe('Tally', () => {
  const row = (author_ids: number[]) => ({
    year: null,
    country_ids: [7],
    within_region_ids: [],
    topic_ids: [1, 2],
    category_ids: [],
    author_ids,
  });

  test('counts every value, and "none" as a value', () => {
    const tally = new Tally();
    tally.add([row([3]), row([3, 4])], 1);
    const expected: TallyRow[] = [
      { kind: 'all', id: 0, count: 2 },
      { kind: 'year', id: 0, count: 2 },
      { kind: 'country', id: 7, count: 2 },
      { kind: 'region', id: 0, count: 2 },
      { kind: 'author', id: 3, count: 2 },
      { kind: 'author', id: 4, count: 1 },
      { kind: 'topic', id: 1, count: 2 },
      { kind: 'topic', id: 2, count: 2 },
      { kind: 'category', id: 0, count: 2 },
    ];
    expect([...tally.rows()]).toEqual(expected);
    tally.add([row([3]), row([3, 4])], -1);
    expect([...tally.rows()]).toEqual([]);
  });

  test('is large when it has many authors', () => {
    const tally = new Tally();
    tally.add([row(Array.from({ length: 100_000 }, (_, i) => i + 1))], 1);
    expect(tally.isLarge).toBe(false);
    tally.add([row([100_001])], 1);
    expect(tally.isLarge).toBe(true);
  });
});
