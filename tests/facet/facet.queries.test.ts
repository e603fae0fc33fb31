import { sql } from 'kysely';
import type { Lists } from '../../src/facet/counted.queries.ts';
import { type Counted, WIDEST } from '../../src/facet/facet.ts';
import { countFew, countMany } from '../../src/facet/facet.queries.ts';
import { countPacked } from '../../src/facet/packed.ts';
import { REACH } from '../../src/publication/publication.ts';
import { matchesSearch } from '../../src/search/search.conditions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { fill, make } from '../support/generated.ts';

describe('countPacked', () => {
  const country = { name: 'country_ids', isWidened: false };
  const topic = { name: 'topic_ids', isWidened: false };
  const year = { name: 'year_key', isWidened: false };

  it('counts the values of each column, and what has none', () => {
    expect(countPacked('{1,22}2004;{9000}{}0;{}{22}1999;{9000}', [country, year, topic])).toEqual([
      {
        counts: new Map([
          [1, 1],
          [22, 2],
        ]),
        missing: 1,
        worldwide: 0,
      },
      {
        counts: new Map([
          [1999, 1],
          [2004, 1],
        ]),
        missing: 1,
        worldwide: 0,
      },
      { counts: new Map([[9000, 2]]), missing: 1, worldwide: 0 },
    ]);
  });

  it('counts what is of worldwide scope for every value of columns that are widened', () => {
    expect(countPacked('0;{1}2004;1;{1,7}2004;1;{}2005;', [{ ...country, isWidened: true }, year])).toEqual([
      {
        counts: new Map([
          [1, 1],
          [7, 0],
        ]),
        missing: 1,
        worldwide: 2,
      },
      {
        counts: new Map([
          [2004, 2],
          [2005, 1],
        ]),
        missing: 0,
        worldwide: 0,
      },
    ]);
  });
});

describe('countFew and countMany', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    await fill(catalogue, make(150, 5));
  }, 60_000);
  afterAll(() => catalogue.close());

  const countsOf = (
    dimension: Counted['dimension'],
    isWidened = false,
    reach: Counted['reach'] = WIDEST,
  ): Counted => ({
    dimension,
    reach,
    isWidened,
  });
  const everything: Lists = {
    member: null,
    memberIds: [0],
    where: null,
    isSearched: false,
    isCopied: true,
    isColumnar: false,
  };
  const countryIds = () =>
    sql<{ id: number }>`select distinct unnest(country_ids) as id from publication order by id`
      .execute(catalogue.db)
      .then(({ rows }) => rows.map(({ id }) => id));

  it('count the same in the process and in the database', async () => {
    const ofCountries = {
      ...everything,
      member: { kind: 'country' } as const,
      memberIds: await countryIds(),
    };
    const lists: [publications: number, lists: Lists][] = [
      [150, everything],
      [1, { ...everything, where: sql<boolean>`p.year_key > 2000` }],
      [0, { ...everything, where: sql<boolean>`false` }],
      [1, ofCountries],
      [1, { ...ofCountries, where: matchesSearch(`'report':* | 'a':*`), isSearched: true }],
    ];
    const dimensions = [
      [countsOf('country'), countsOf('region'), countsOf('topic'), countsOf('category'), countsOf('year')],
      [countsOf('country', true), countsOf('region', true, REACH.DIRECT), countsOf('year')],
      [countsOf('year')],
    ];
    for (const [least, list] of lists)
      for (const counted of dimensions) {
        const inProcess = await countFew(catalogue.db, list, counted);
        expect(await countMany(catalogue.db, list, counted)).toEqual(inProcess);
        if (least > 0) expect(await countFew(catalogue.db, list, counted, least - 1)).toBeNull();
        const years = [...(inProcess ?? [])].filter(([key]) => key.endsWith('year_key'));
        const sum = years.reduce((sum, [, { counts, missing }]) => sum + missing + total(counts), 0);
        expect(sum).toBeGreaterThanOrEqual(least);
      }
  });

  it('asks the database again only where there are more than may be packed', async () => {
    const { sql: sent } = await catalogue.execute(
      '{ publications(filter: { year: { from: 1990 } }, first: 0) { facets { countries { distinct } years { distinct } } } }',
    );
    expect(sent.filter((statement) => statement.includes('string_agg'))).toHaveLength(1);
    expect(sent.filter((statement) => statement.includes('grouping sets'))).toHaveLength(0);
  });
});

const total = (counts: Map<number, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
