import { Columns, loadDuckDb } from '../../src/counts/columns.ts';
import { sql } from 'kysely';
import { Counts } from '../../src/counts/copies.ts';
import { conditionInCopy } from '../../src/counts/found.ts';
import { classifyFailure } from '../../src/db/failures.ts';
import { openReaders } from '../../src/db/readers.ts';
import { createSessions } from '../../src/db/sessions.ts';
import { matchesSearch } from '../../src/search/search.conditions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeGate } from '../support/gate.ts';
import { until } from '../support/waiting.ts';

const LIMITS = { threads: 1, memory: 100, statementTimeout: 10_000, requestTimeout: 30_000 };

const line = (n: number, country: string) =>
  JSON.stringify({ title: `Paper ${n}`, year: 2000 + n, countries: [country], authors: [`Author ${n}`] });
const lines = (...countries: string[]) => countries.map((country, i) => line(i, country)).join('\n');

const QUERY = `{
  publications(filter: { year: { from: 1990 } }) {
    totalCount
    nodes { countries { code } }
    facets { countries { buckets { value count } } authors { distinct } }
  }
  publicationStatistics(by: [COUNTRY, YEAR, AUTHOR]) { rowCount }
}`;

interface Answer {
  publications: {
    totalCount: number;
    nodes: { countries: { code: string }[] }[];
    facets: { countries: { buckets: { value: string; count: number }[] }; authors: { distinct: number } };
  };
  publicationStatistics: { rowCount: number };
}

interface Facet {
  buckets: { count: number }[];
}

describe('counting in columns', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    await catalogue.importTexts({ 'a.jsonl': lines('NG', 'NG', 'GH') });
  }, 60_000);
  afterAll(() => catalogue.close());

  async function expectCounts(expected: Record<string, number>): Promise<void> {
    const { data, errors } = await catalogue.execute<Answer>(QUERY);
    expect(errors).toBeUndefined();
    const { totalCount, nodes, facets } = data.publications;
    const listed = nodes.flatMap(({ countries }) => countries.map(({ code }) => code));
    for (const [code, count] of Object.entries(expected))
      expect(listed.filter((found) => found === code)).toHaveLength(count);
    expect(Object.fromEntries(facets.countries.buckets.map(({ value, count }) => [value, count]))).toEqual(
      expected,
    );
    expect([facets.authors.distinct, data.publicationStatistics.rowCount]).toEqual([totalCount, totalCount]);
  }

  it('counts in PostgreSQL after an import, until the copy has it', async () => {
    const sent = await catalogue.countInColumns('columns');
    await expectCounts({ NG: 2, GH: 1 });
    expect(sent).toHaveLength(4);

    await catalogue.importTexts({ 'a.jsonl': lines('NG', 'GH', 'GH', 'KE') });
    sent.length = 0;
    await expectCounts({ NG: 1, GH: 2, KE: 1 });
    expect(sent).toEqual([]);

    await until('counts in it', async () => {
      sent.length = 0;
      await expectCounts({ NG: 1, GH: 2, KE: 1 });
      return sent.length > 0;
    });
    expect(catalogue.unexpected).toEqual([]);
  }, 60_000);

  it('counts what is asked again only once in a copy', async () => {
    const sent = await catalogue.countInColumns('columns');
    const ask = (args: string) =>
      catalogue.execute(`{ publications(${args}) { facets { countries { buckets { value count } } } } }`);
    const first = await ask('filter: { year: { from: 1990 } }');
    expect(await ask('filter: { year: { from: 1990 } }')).toEqual(first);
    expect(sent).toHaveLength(1);
    await ask('filter: { year: { from: 2000 } }');
    expect(sent).toHaveLength(2);
  });

  it('finds the hits of a search once, for its count, its facets, its statistics and further filters', async () => {
    await catalogue.importTexts({ 'a.jsonl': lines('NG', 'GH', 'NG', 'KE', 'NG') });
    const sent = await catalogue.countInColumns('columns');
    const ask = async (filter: string) => {
      const { data, errors, sql } = await catalogue.execute<{
        publications: { totalCount: number; facets: { countries: Facet } };
        publicationStatistics: { rowCount: number; publicationCount: number };
      }>(`{
        publications(search: "1 OR 2 OR 3", filter: { ${filter} }, first: 0) {
          totalCount
          facets { countries { buckets { value count } } }
        }
        publicationStatistics(search: "1 OR 2 OR 3", filter: { ${filter} }, by: [COUNTRY]) {
          rowCount
          publicationCount
        }
      }`);
      expect(errors).toBeUndefined();
      return { ...data, found: sql.filter((text) => text.includes('string_agg')).length };
    };
    expect(await ask('')).toEqual({
      publications: {
        totalCount: 3,
        facets: {
          countries: {
            buckets: [
              { value: 'GH', count: 1 },
              { value: 'KE', count: 1 },
              { value: 'NG', count: 1 },
            ],
          },
        },
      },
      publicationStatistics: { rowCount: 3, publicationCount: 3 },
      found: 1,
    });
    sent.length = 0;
    expect(await ask('year: { from: 2002 }')).toEqual({
      publications: {
        totalCount: 2,
        facets: {
          countries: {
            buckets: [
              { value: 'KE', count: 1 },
              { value: 'NG', count: 1 },
            ],
          },
        },
      },
      publicationStatistics: { rowCount: 2, publicationCount: 2 },
      found: 0,
    });
    expect(sent).toHaveLength(4);
    // An import makes another version, whose hits are found anew.
    await catalogue.importTexts({ 'a.jsonl': lines('NG', 'NG', 'NG', 'NG', 'NG') });
    expect(await ask('')).toMatchObject({
      publications: { totalCount: 3, facets: { countries: { buckets: [{ value: 'NG', count: 3 }] } } },
      publicationStatistics: { rowCount: 1, publicationCount: 3 },
    });
  });

  it('counts what lists have while imports happen', async () => {
    await catalogue.countInColumns('columns');
    let isOver = false;
    const imports = (async () => {
      for (let i = 1; i <= 6; i++)
        await catalogue.importTexts({
          'a.jsonl': lines(...Array.from({ length: 4 + i }, (_, n) => (n % 2 ? 'NG' : 'GH'))),
        });
      isOver = true;
    })();
    const countAll = async () => {
      const { count } = await catalogue.db
        .selectFrom('publication')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    };
    const sum = (facet: Facet) => facet.buckets.reduce((total, { count }) => total + count, 0);
    let asked = 0;
    while (!isOver) {
      const before = await countAll();
      const { data } = await catalogue.execute<{
        publications: { facets: Record<'countries' | 'years', Facet> };
      }>(
        `{ publications(filter: { isWorldwide: false }) {
          facets { countries { buckets { count } } years { buckets { count } } } } }`,
      );
      const after = await countAll();
      // Each publication has one country and one year, and each import adds one: an old copy would count too few.
      const { countries, years } = data.publications.facets;
      expect(sum(countries)).toBe(sum(years));
      expect(sum(countries)).toBeGreaterThanOrEqual(before);
      expect(sum(countries)).toBeLessThanOrEqual(after);
      asked++;
    }
    await imports;
    expect(asked).toBeGreaterThan(3);
    await expectCounts({ NG: 5, GH: 5 });
  }, 60_000);

  it('finds the hits of a search anew if a request outlives the copy', async () => {
    const readers = openReaders(catalogue.url, { poolSize: 2, isReadOnly: true });
    const session = createSessions(readers)();
    const counts = new Counts(catalogue.db, { ...LIMITS, mostInPostgres: 0, onError: () => undefined });
    const count = async () => {
      await counts.refresh();
      const copy = counts.current;
      if (!copy) throw new Error('There is no copy.');
      const search = {
        searched: matchesSearch(`'paper'`),
        stemClauses: null,
        countExpected: Infinity,
        filtered: null,
        isCopied: true,
      };
      const where = await conditionInCopy(copy, session, search);
      if (!where) throw new Error('PostgreSQL has another version.');
      const found = sql<{ count: number }>`select count(*) as count from publication p where ${where}`;
      return (await found.execute(copy.over(session))).rows;
    };
    try {
      for (const size of [12, 40]) {
        await catalogue.importTexts({ 'a.jsonl': lines(...Array.from({ length: size }, () => 'NG')) });
        expect(await count()).toEqual([{ count: size }]);
      }
    } finally {
      await counts.close();
      await readers.end();
    }
  });

  it('keeps the former copy for requests that have chosen it', async () => {
    const counts = new Counts(catalogue.db, { ...LIMITS, onError: () => undefined });
    const readers = openReaders(catalogue.url, { poolSize: 1, isReadOnly: true });
    const open = createSessions(readers);
    const choose = async () => {
      await counts.refresh();
      return counts.current?.over(open());
    };
    try {
      const chosen = await choose();
      if (!chosen) throw new Error('There is no copy.');
      const count = async () =>
        (await sql<{ id: number }>`select id from publication where ${true}`.execute(chosen)).rows.length;
      await catalogue.importTexts({ 'former.jsonl': JSON.stringify({ title: 'Imported afterwards' }) });
      await choose();
      const { size } = await catalogue.db
        .selectFrom('publication')
        .select((row) => row.fn.countAll<number>().as('size'))
        .executeTakeFirstOrThrow();
      expect(await count()).toBe(size - 1);
      await choose();
      expect(classifyFailure(await sql`select 1`.execute(chosen).catch((error: unknown) => error))).toBe(
        'unavailable',
      );
    } finally {
      await counts.close();
      await readers.end();
    }
  });

  it('gives up a copy that is being made when it is closed', async () => {
    const errors: unknown[] = [];
    const gate = await closeGate(catalogue);
    const counts = new Counts(catalogue.db, { ...LIMITS, onError: (error) => errors.push(error) });
    const refreshed = counts.refresh();
    const closed = counts.close();
    await gate.open();
    await Promise.all([refreshed, closed]);
    expect([counts.current, errors]).toEqual([null, []]);
  });

  it('counts in PostgreSQL if the copy needs more memory than it may have', async () => {
    const errors: unknown[] = [];
    const counts = new Counts(catalogue.db, { ...LIMITS, memory: 1, onError: (error) => errors.push(error) });
    await counts.refresh();
    expect(counts.current).toBeNull();
    expect(String(errors[0])).toContain('Out of Memory');
    await counts.refresh();
    expect(errors).toHaveLength(1);
    await counts.close();
  });
});

describe('Columns', () => {
  it('ends a statement with its request, and after the longest time that it may take', async () => {
    const duckDb = await loadDuckDb();
    if (!duckDb) throw new Error('DuckDB is not installed.');
    const endless = { sql: 'select count(*) from range(1000000) a, range(1000000) b', parameters: [] };
    const columns = await Columns.open(duckDb, { ...LIMITS, statementTimeout: 50 });
    await expect(columns.run(endless)).rejects.toMatchObject({ code: '57014' });
    const patient = await Columns.open(duckDb, LIMITS);
    const leaving = new AbortController();
    const running = patient.run(endless, leaving.signal);
    setImmediate(() => leaving.abort());
    expect(classifyFailure(await running.catch((error: unknown) => error))).toBe('aborted');
    columns.retire();
    patient.retire();
  });

  it('refuses a statement that needs too much memory, as PostgreSQL does one with too many temporary files', async () => {
    const duckDb = await loadDuckDb();
    if (!duckDb) throw new Error('DuckDB is not installed.');
    const columns = await Columns.open(duckDb, { ...LIMITS, memory: 10 });
    const large = columns.run({ sql: 'select count(distinct range) from range(5000000)', parameters: [] });
    expect(classifyFailure(await large.catch((error: unknown) => error))).toBe('too large');
    columns.retire();
  });

  it('reads no file', async () => {
    const duckDb = await loadDuckDb();
    if (!duckDb) throw new Error('DuckDB is not installed.');
    const columns = await Columns.open(duckDb, LIMITS);
    const reading = columns.run({ sql: `select * from read_text('/etc/hostname')`, parameters: [] });
    await expect(reading).rejects.toThrow('Permission Error');
    columns.retire();
  });
});
