import { sql } from 'kysely';
import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

// A busy machine is no failure.
jest.setTimeout(240_000);

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterEach(() => emptyTables(catalogue.db));
afterAll(() => catalogue.close());

async function indexes(): Promise<string[]> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_indexdef(indexrelid) || ' ' || indisprimary || indisvalid as definition from pg_index
    where indrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
    order by 1`.execute(catalogue.db);
  return rows.map(({ definition }) => definition);
}

const line = (i: number, more = {}) =>
  JSON.stringify({
    slug: `p-${i}`,
    title: `Title ${i}`,
    year: 1990 + (i % 30),
    countries: ['NG'],
    authors: [`A ${i % 9}`],
    ...more,
  });
const LINES = Array.from({ length: 10_500 }, (_, i) => line(i));
/** Few publications in a file that is large enough to contain many. */
const PADDED = LINES.slice(0, 200).map((text) => text.padEnd(90_000));

describe('importFiles of many publications into an empty catalogue', () => {
  test.each([
    ['has every index afterwards', PADDED, 200],
    [
      'and of one that is stated again later',
      [...LINES, line(3, { topics: ['Data'] }), line(10_500)],
      10_501,
    ],
  ])('%s', async (_, lines, count) => {
    const before = await indexes();
    const report = await catalogue.importTexts({ 'a.jsonl': lines.join('\n') });
    expect(report.created).toBe(count);
    expect(await indexes()).toEqual(before);
    expect((await verify(catalogue.db)).filter((check) => check.count > 0)).toEqual([]);
  });

  test('has every index after a failure, too', async () => {
    const before = await indexes();
    await sql`alter table contribution add constraint refused check (printed_as <> 'Refused')`.execute(
      catalogue.db,
    );
    const lines = [...PADDED, line(10_500, { authors: ['Refused'] })];
    await expect(catalogue.importTexts({ 'a.jsonl': lines.join('\n') })).rejects.toThrow('refused');
    await sql`alter table contribution drop constraint refused`.execute(catalogue.db);
    expect(await indexes()).toEqual(before);
  });
});
