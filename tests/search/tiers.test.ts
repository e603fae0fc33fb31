import { sql } from 'kysely';
import { openDatabase } from '../../src/db/database.ts';
import type { Page, Position } from '../../src/db/keyset.ts';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.ts';
import { countPublications } from '../../src/publication/publication.counts.queries.ts';
import { listPublications } from '../../src/publication/publication.pages.queries.ts';
import type { PublicationList } from '../../src/publication/publication.queries.ts';
import { listByTier } from '../../src/publication/publication.tiers.queries.ts';
import type { Publication } from '../../src/publication/publication.ts';
import { loadReference } from '../../src/reference/reference.ts';
import { matchesSearch } from '../../src/search/search.conditions.ts';
import { translateSearch } from '../../src/search/search.filter.ts';
import { all } from '../../src/db/conditions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { fill, make } from '../support/generated.ts';

/** The tiers that searches by relevance are ordered by. */

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await fill(catalogue, make(240, 7));
  const records = [
    { slug: 'phrase', title: 'Zebra harbours of the north', year: 2001 },
    { slug: 'apart', title: 'Harbours for a zebra', year: 2003 },
    { slug: 'names', title: 'Zebra', authors: ['Harbour Trust'], year: 2005 },
    { slug: 'abstract', title: 'Zebra', abstract: 'In harbours.', year: 2007 },
    { slug: 'mixed', title: 'Zebra', abstract: 'In harbours.', authors: ['Harbour Trust'], year: 2006 },
    { slug: 'excluded', title: 'Zebra harbours', abstract: 'A quay.', year: 2009 },
    { slug: 'stops', title: 'Harbours of the quokka', year: 2002 },
    { slug: 'closer', title: 'Harbours quokka', year: 2008 },
  ];
  await catalogue.importTexts({ 'tiers.jsonl': records.map((record) => JSON.stringify(record)).join('\n') });
}, 60_000);
afterAll(() => catalogue.close());

describe('PublicationEdge.matchedIn', () => {
  async function match(search: string): Promise<[string, string | null, number][]> {
    const { data, errors } = await catalogue.execute<{
      publications: { edges: { matchedIn: string | null; relevance: number; node: { slug: string } }[] };
    }>(
      'query ($search: String) { publications(search: $search) { edges { matchedIn relevance node { slug } } } }',
      { search },
    );
    expect(errors).toBeUndefined();
    return data.publications.edges.map(({ node, matchedIn, relevance }) => [node.slug, matchedIn, relevance]);
  }

  it('names the tier of each hit, best first, newest first within it', async () => {
    expect(await match('zebra harbour')).toEqual([
      ['excluded', 'TITLE_PHRASE', 1],
      ['phrase', 'TITLE_PHRASE', 1],
      ['apart', 'TITLE', 0.75],
      ['mixed', 'NAMES', 0.5],
      ['names', 'NAMES', 0.5],
      ['abstract', 'ABSTRACT', 0.25],
    ]);
  });

  it('is TITLE at best for a single word, a phrase in quotes and alternatives', async () => {
    expect((await match('zebra'))[0]).toEqual(['excluded', 'TITLE', 0.75]);
    expect((await match('"zebra harbours"'))[0]).toEqual(['excluded', 'TITLE', 0.75]);
    expect((await match('zebra OR harbours'))[0]).toEqual(['excluded', 'TITLE', 0.75]);
  });

  it('counts frequent words as a distance within a phrase', async () => {
    expect(await match('harbours of the quokka')).toEqual([
      ['stops', 'TITLE_PHRASE', 1],
      ['closer', 'TITLE', 0.75],
    ]);
    expect(await match('harbours quokka')).toEqual([
      ['closer', 'TITLE_PHRASE', 1],
      ['stops', 'TITLE', 0.75],
    ]);
  });

  it('takes exclusions from the whole publication, and corrected words and prefixes as they were searched', async () => {
    expect((await match('zebra harbour -quay'))[0]).toEqual(['phrase', 'TITLE_PHRASE', 1]);
    expect((await match('zebrra harb*')).slice(0, 3).map(([slug, tier]) => [slug, tier])).toEqual([
      ['excluded', 'TITLE_PHRASE'],
      ['phrase', 'TITLE_PHRASE'],
      ['apart', 'TITLE'],
    ]);
  });

  it('is null for a search that only excludes', async () => {
    expect((await match('-zebra'))[0]).toEqual(['p-238', null, 0]);
  });
});

const SEARCHES = [
  ...['papers', 'zebra harbours', 'office -health', '-emigre', '"gray zone"', 'pap*', 'papres', 'diaz'],
  ...['note OR paper case', '2001 OR zebra', 'qqqqqqqq'],
];

async function listOf(text: string, isFiltered: boolean, descending: boolean): Promise<PublicationList> {
  const { db } = catalogue;
  const search = await translateSearch(text, {
    db,
    reference: await loadReference(db),
    limits: DEFAULT_LIMITS,
  });
  if (!search) throw new Error(`${text} is no search.`);
  const filtered = isFiltered ? sql<boolean>`p.id % 3 <> 0` : null;
  return {
    where: all([matchesSearch(search.query), filtered]),
    filtered,
    search,
    order: { by: 'relevance', descending },
    years: null,
    isSearchAlone: !isFiltered,
    parts: ['place'],
    withTotal: false,
  };
}

type Row = Publication & { sortKey: number };
const placeOf = ({ sortKey, id }: Row): Position => ({ key: sortKey, id });
const START: Page = { size: 1000, fromEnd: false, after: null, before: null, needsHasMore: true };

describe('a search that is read tier by tier', () => {
  /** All of a list in pages of a size, forwards or backwards. */
  async function walk(
    list: PublicationList,
    size: number,
    fromEnd: boolean,
    mostRanked: number,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (let page: Page = { ...START, size, fromEnd }; ;) {
      const { rows: next, hasMore } = await listByTier(catalogue.db, list, null, page, mostRanked);
      if (fromEnd) rows.unshift(...(next as Row[]));
      else rows.push(...(next as Row[]));
      const last = fromEnd ? rows[0] : rows.at(-1);
      if (!hasMore || !last) return rows;
      page = { ...page, [fromEnd ? 'before' : 'after']: placeOf(last) };
    }
  }

  it.each(SEARCHES)('has for %j the rows, places and pages of one that ranks all hits', async (text) => {
    for (const isFiltered of [false, true])
      for (const descending of [true, false]) {
        const list = await listOf(text, isFiltered, descending);
        const { rows } = await listPublications(catalogue.db, { ...list, membership: null }, START);
        for (const [size, fromEnd, mostRanked] of [
          [1000, false, 0],
          [30, false, 0],
          [30, true, 0],
          [30, false, 1000],
          [30, true, 1000],
        ] as const)
          expect(await walk(list, size, fromEnd, mostRanked)).toEqual(rows);
      }
  });

  it('stays between two cursors in different tiers', async () => {
    for (const descending of [true, false]) {
      const list = await listOf('zebra harbour', false, descending);
      const all = (await listByTier(catalogue.db, list, null, START)).rows as Row[];
      const ranks = new Set(all.map(({ sortKey }) => Math.floor(sortKey / 10_000)));
      expect(ranks.size).toBe(4);
      for (const [from, to] of [
        [0, 3],
        [1, 5],
        [2, 4],
      ] as const) {
        const bounds = { after: placeOf(all[from] as Row), before: placeOf(all[to] as Row) };
        for (const fromEnd of [false, true]) {
          const { rows, hasMore } = await listByTier(catalogue.db, list, null, {
            ...START,
            ...bounds,
            fromEnd,
          });
          expect({ rows, hasMore }).toEqual({ rows: all.slice(from + 1, to), hasMore: false });
        }
      }
    }
  });

  async function countStatements(
    text: string,
    size: number,
    isFiltered = false,
  ): Promise<{ rows: number; statements: number }> {
    const list = await listOf(text, isFiltered, true);
    let statements = 0;
    const db = openDatabase(catalogue.url, { onStatement: () => statements++ });
    const { rows } = await listByTier(db, list, null, { ...START, size }).finally(() => db.destroy());
    return { rows: rows.length, statements };
  }

  it('takes three statements if a filter keeps few hits: the others find and rank them', async () => {
    expect(await countStatements('papers', 2, true)).toEqual({ rows: 2, statements: 1 });
    expect(await countStatements('papers', 200, true)).toEqual({ rows: 29, statements: 3 });
  });

  it('takes one statement if the first tier fills the page', async () => {
    expect(await countStatements('zebra', 2)).toEqual({ rows: 2, statements: 1 });
    expect(await countStatements('papers', 2)).toEqual({ rows: 2, statements: 1 });
  });

  it('scans for rare words in the last tier only', async () => {
    expect(await countStatements('zebra harbour', 30)).toEqual({ rows: 6, statements: 3 + 2 });
  });

  it.each(SEARCHES)('counts by the vocabulary what it finds for %j', async (text) => {
    const list = await listOf(text, false, true);
    const { where, search } = list;
    const count = await countPublications(catalogue.db, { where, search, membership: null });
    expect(await countPublications(catalogue.db, { ...list, membership: null })).toBe(count);
  });
});
