import { sql } from 'kysely';
import { down, up } from '../../migrations/2026-11-24T2200_create_tally.ts';
import { tallyAuthorRole } from '../../migrations/2026-11-27T1930_add_author_role.ts';
import { Tally, type TallyRow } from '../../src/import/tally.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { fill, make, toLines } from '../support/generated.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(() => catalogue.close());

async function tallied(): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`select * from tally order by member_kind, member_id, kind, id`.execute(
    catalogue.db,
  );
  return rows;
}

/** What the table would have, were it made of the publications there are. */
async function recounted(): Promise<unknown[]> {
  await down(catalogue.db as never);
  await up(catalogue.db as never);
  await tallyAuthorRole(catalogue.db as never);
  return tallied();
}

describe('tally', () => {
  test('is what the publications say, after imports that create, change and take back', async () => {
    const made = make(120, 21);
    await fill(catalogue, made);
    const before = await tallied();
    expect(before.length).toBeGreaterThan(1000);
    expect(before).toEqual(await recounted());

    for (const publication of made)
      Object.assign(publication, { topics: ['Health'], countries: [], year: 2001 });
    await catalogue.importTexts({ 'changed.jsonl': toLines(made) });
    for (const name of ['0', '30', '60', '90'])
      await catalogue.importTexts({
        [`${name}.jsonl`]: toLines(made.slice(Number(name), Number(name) + 30)),
      });
    const after = await tallied();
    expect(after).toEqual(await recounted());
    expect(after).not.toEqual(before);
  });

  test('is not touched by a dry run, nor by the same files again', async () => {
    const before = await tallied();
    const lines = toLines(make(20, 22, 'other'));
    await catalogue.importTexts({ 'other.jsonl': lines }, { isDryRun: true });
    expect(await tallied()).toEqual(before);
    await catalogue.importTexts({ 'other.jsonl': lines });
    const after = await tallied();
    expect(after).not.toEqual(before);
    await catalogue.importTexts({ 'other.jsonl': lines });
    expect(await tallied()).toEqual(after);
  });
});

describe('verify', () => {
  const differences = async () =>
    (await verify(catalogue.db)).filter(({ name }) => name === 'tally').flatMap((check) => check.differences);

  test('finds what the tally has otherwise than the rows', async () => {
    expect(await differences()).toEqual([]);
    const { id } = await catalogue.db
      .selectFrom('topic')
      .select('id')
      .where('slug', '=', 'health')
      .executeTakeFirstOrThrow();
    const row = { row: `topic ${id}`, what: 'all 0' };
    const count = (await tallied()).find(
      (row) => row.member_kind === 'topic' && row.member_id === id && row.kind === 'all',
    )?.count as number;
    await sql`
      update tally set count = count + 1
      where member_kind = 'topic' and member_id = ${id} and kind = 'all'`.execute(catalogue.db);
    expect(await differences()).toEqual([{ ...row, stored: `${count + 1}`, derived: `${count}` }]);
    await sql`delete from tally where member_kind = 'topic' and member_id = ${id} and kind = 'all'`.execute(
      catalogue.db,
    );
    expect(await differences()).toEqual([{ ...row, stored: 'none', derived: `${count}` }]);
    await sql`
      insert into tally values ('topic', ${id}, 'all', 0, ${count}), ('topic', ${id}, 'topic', 999999, 1)`.execute(
      catalogue.db,
    );
    expect(await differences()).toEqual([
      { row: `topic ${id}`, what: 'topic 999999', stored: '1', derived: 'none' },
    ]);
    await sql`delete from tally where id = 999999`.execute(catalogue.db);
    expect(await differences()).toEqual([]);
  });
});

describe('Tally', () => {
  const row = (topics: number[]) => ({
    year: null,
    country_ids: [7],
    within_region_ids: [],
    topic_ids: topics,
    category_ids: [],
    author_ids: [3, 4],
    author_role_ids: [3],
  });

  test('counts every value beside every other, and "none" as a value', () => {
    const tally = new Tally();
    tally.add([row([1]), row([1, 2])], 1);
    const countOf = (member_kind: string, member_id: number, kind: string, id: number) =>
      [...tally.rows()].find(
        (one) =>
          one.member_kind === member_kind &&
          one.member_id === member_id &&
          one.kind === kind &&
          one.id === id,
      )?.count;
    expect(countOf('all', 0, 'all', 0)).toBe(2);
    expect(countOf('topic', 1, 'country', 7)).toBe(2);
    expect(countOf('topic', 2, 'topic', 1)).toBe(1);
    expect(countOf('country', 7, 'region', 0)).toBe(2);
    expect(countOf('all', 0, 'author', 3)).toBe(2);
    expect(countOf('all', 0, 'author', 4)).toBe(2);
    expect(countOf('all', 0, 'author_role', 3)).toBe(2);
    expect(countOf('all', 0, 'author_role', 4)).toBeUndefined();
    expect(countOf('author', 3, 'all', 0)).toBeUndefined();
    tally.add([row([1]), row([1, 2])], -1);
    expect([...tally.rows()]).toEqual([]);
  });

  test('is large when it has many values', () => {
    const tally = new Tally();
    tally.add([row(Array.from({ length: 1000 }, (_, i) => i + 1))], 1);
    expect(tally.isLarge).toBe(false);
    tally.add([row(Array.from({ length: 1200 }, (_, i) => i + 1000))], 1);
    expect(tally.isLarge).toBe(true);
  });
});
