import { sql } from 'kysely';
import type { Condition } from '../../src/db/conditions.ts';
import { type CountedDimension, WIDEST } from '../../src/facet/facet.ts';
import { countValues } from '../../src/facet/facet.queries.ts';
import type { Lists } from '../../src/facet/listed.queries.ts';
import { REACH } from '../../src/publication/publication.ts';
import { matchesSearch } from '../../src/search/search.conditions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const RECORDS = [
  { title: 'Report on Ghana', year: 2004, countries: ['GH'], topics: ['Health'] },
  { title: 'Ghana and Kenya', year: 2004, countries: ['GH', 'KE'], regions: ['west-africa'] },
  { title: 'Worldwide report', year: 2005, countries: ['KE'], isWorldwide: true, topics: ['Health', 'Law'] },
  { title: 'Nothing known' },
];

const counted = (
  dimension: CountedDimension['dimension'],
  isWidened = false,
  reach: CountedDimension['reach'] = WIDEST,
): CountedDimension => ({ dimension, reach, isWidened });

const list = (where: Condition | null, lists: Partial<Lists> = {}): Lists => ({
  member: null,
  memberIds: [0],
  where,
  searched: null,
  stemClauses: null,
  filtered: where,
  isCopied: true,
  countExpected: Infinity,
  isColumnar: false,
  ...lists,
});

describe('countValues', () => {
  let catalogue: TestCatalogue;
  let ids: Record<string, number>;
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    const text = RECORDS.map((record) => JSON.stringify(record)).join('\n');
    await catalogue.importTexts({ 'a.jsonl': text }, { heading: 'category' });
    const { db } = catalogue;
    const rows = [
      ...(await db.selectFrom('country').select(['id', 'code as name']).execute()),
      ...(await db.selectFrom('region').select(['id', 'slug as name']).execute()),
      ...(await db.selectFrom('topic').select(['id', 'slug as name']).execute()),
    ];
    ids = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  }, 60_000);
  afterAll(() => catalogue.close());

  const values = (counts: Record<string, number>, missing: number, worldwide = 0) => ({
    counts: new Map(Object.entries(counts).map(([name, count]) => [String(ids[name] ?? name), count])),
    missing,
    worldwide,
  });

  it('counts the values of each column, and the publications without one', async () => {
    const dimensions = [counted('country'), counted('topic'), counted('year')];
    expect(await countValues(catalogue.db, list(null), dimensions)).toEqual(
      new Map([
        ['0 country_ids', values({ GH: 2, KE: 2 }, 1)],
        ['0 topic_ids', values({ health: 2, law: 1 }, 2)],
        ['0 year_key', values({ 2004: 2, 2005: 1 }, 1)],
      ]),
    );
    const in2004 = list(sql<boolean>`p.year_key = 2004`);
    expect(await countValues(catalogue.db, in2004, [counted('topic'), counted('topic')])).toEqual(
      new Map([['0 topic_ids', values({ health: 1 }, 1)]]),
    );
    expect(await countValues(catalogue.db, list(sql<boolean>`false`), dimensions)).toEqual(new Map());
  });

  it('counts worldwide publications for every value of a widened column', async () => {
    const dimensions = [counted('country', true), counted('region', true, REACH.DIRECT), counted('year')];
    expect(await countValues(catalogue.db, list(null), dimensions)).toEqual(
      new Map([
        ['0 country_ids', values({ GH: 2, KE: 1 }, 1, 1)],
        ['0 region_ids', values({ 'west-africa': 1 }, 3, 1)],
        ['0 year_key', values({ 2004: 2, 2005: 1 }, 1)],
      ]),
    );
  });

  it('counts the lists of several members, also of a search', async () => {
    const { GH, KE } = ids as { GH: number; KE: number };
    const ofCountries = { member: { kind: 'country' }, memberIds: [GH, KE] } as const;
    expect(await countValues(catalogue.db, list(null, ofCountries), [counted('topic')])).toEqual(
      new Map([
        [`${GH} topic_ids`, values({ health: 1 }, 1)],
        [`${KE} topic_ids`, values({ health: 1, law: 1 }, 1)],
      ]),
    );
    const searched = matchesSearch(`'report':*`);
    const reports = list(searched, { ...ofCountries, searched, filtered: null });
    expect(await countValues(catalogue.db, reports, [counted('year')])).toEqual(
      new Map([
        [`${GH} year_key`, values({ 2004: 1 }, 0)],
        [`${KE} year_key`, values({ 2005: 1 }, 0)],
      ]),
    );
  });
});
