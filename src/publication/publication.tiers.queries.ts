import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Parameter, compileOnce } from '../db/compile.ts';
import { type Condition, all, idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Fetched,
  type Page,
  type Position,
  type PositionValues,
  type Sort,
  between,
  toBoundParameters,
  toDirection,
  restoreOrder,
  toPositionValues,
} from '../db/keyset.ts';
import { customPlan } from '../db/plans.ts';
import { keyOf, rankOf, readKey } from '../search/relevance.ts';
import { matchesSearch } from '../search/search.conditions.ts';
import type { Matched, Tier } from '../search/search.ts';
import type { Publication } from './publication.ts';
import { asPublications, fromPublications, selectParts } from './publication.columns.ts';
import { listPublications } from './publication.pages.queries.ts';
import type { PublicationList } from './publication.queries.ts';
import { isInYears } from './years.ts';

const p = columnsOf('publication', 'p');

/**
 * Up to this many hits, one statement ranks all of them: the tiers of rare combinations of words take five. The number
 * is an estimate. If words stand together more often than by chance, there may be more hits, but at most √(4000 ×
 * publications).
 */
const MOST_RANKED = 4000;

/**
 * How many publications to scan per row of the page, in the order of the list, before the index is used. With a million
 * publications, the index then finds fewer than 10,000, which takes about as long as the scan. For a phrase, the index
 * finds all publications with its words, so a longer scan pays off.
 */
const LOOKED_AT = { phrase: 400, words: 100 } as const;

/**
 * Whether a list is ordered by relevance, and its search finds too many publications to rank all of them for a page.
 */
export function isReadByTier({ order, search }: Pick<PublicationList, 'order' | 'search'>): boolean {
  if (order.by !== 'relevance' || search === null) return false;
  return search.countExpected > MOST_RANKED;
}

/**
 * Reads a page of a list by relevance. It reads the tiers of the search in turn, each newest first, until the page is
 * full. Each tier takes one or two statements, whatever the number of hits.
 *
 * A filter may keep next to nothing of the hits, and no index may know them: `hasUrl: true` where few have a URL. Then
 * each tier would read the whole table. So if the scan of a tier does not fill the page of a filtered list, the hits
 * are looked up, and ranked if they are few.
 * @param member the condition that the list's member lists the publication; null for the catalogue
 * @param mostRanked the maximum number of hits that are ranked
 */
export async function listByTier(
  db: Db,
  list: PublicationList,
  member: Condition | null,
  page: Page,
  mostRanked = MOST_RANKED,
): Promise<Fetched<Publication>> {
  const { order, search } = list;
  const { descending } = order;
  const wanted = page.needsHasMore ? page.size + 1 : page.size;
  const tiers = descending === page.fromEnd ? (search?.tiers ?? []).toReversed() : (search?.tiers ?? []);
  const where = member || list.filtered ? all([member, list.filtered]) : null;
  const rows: Publication[] = [];
  let areMany = where === null;
  for (const tier of tiers) {
    if (rows.length >= wanted) break;
    const part = partOf(page, rankOf(tier), descending);
    if (!part) continue;
    const statements = readTier(db, list, { ...part, size: wanted - rows.length }, tier, where);
    const nearest = await statements.scan();
    if (nearest !== null) {
      rows.push(...nearest);
      continue;
    }
    if (!areMany) {
      const hits = await findHits(db, list, where, mostRanked);
      if (hits !== null) return listHits(db, list, hits, page);
      areMany = true;
    }
    rows.push(...(await statements.find()));
  }
  return restoreOrder(rows, page);
}

/** Finds the ids of a list's hits. Null if there are more than `most`. */
async function findHits(
  db: Db,
  { search }: PublicationList,
  where: Condition | null,
  most: number,
): Promise<number[] | null> {
  const rows = await fromPublications(db)
    .select('p.id')
    .where(all([search && matchesSearch(search.query), where]))
    .limit(most + 1)
    .modifyFront(customPlan)
    .execute();
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** Reads a page of a list whose hits are known. */
function listHits(
  db: Db,
  list: PublicationList,
  ids: readonly number[],
  page: Page,
): Promise<Fetched<Publication>> {
  const where = idAmong(p('id'), ids);
  return listPublications(db, { ...list, membership: null, where, years: null, isSearchAlone: false }, page);
}

/** The part of a page that lies in a tier, with cursors by year. Null if the page has no part in the tier. */
function partOf(page: Page, rank: number, descending: boolean): Page | null {
  const lowest = descending ? page.before : page.after;
  const highest = descending ? page.after : page.before;
  const isBelow = (place: Position | null) => place !== null && rank < readKey(Number(place.key)).rank;
  const isAbove = (place: Position | null) => place !== null && rank > readKey(Number(place.key)).rank;
  if (isBelow(lowest) || isAbove(highest)) return null;
  const within = (place: Position | null) => {
    if (place === null) return null;
    const key = readKey(Number(place.key));
    return key.rank === rank ? { key: key.yearKey, id: place.id } : null;
  };
  return { ...page, after: within(page.after), before: within(page.before) };
}

/** A statement on a tier, whose words and positions are values. */
interface TierShape {
  list: Pick<PublicationList, 'parts' | 'order' | 'years'>;
  matched: Tier['matched'];
  /** The conditions beside the search; null if there are none. */
  where: Condition | null;
  page: Page;
}

interface TierValues extends PositionValues {
  /** The tsqueries of the tier. */
  only: string;
  indexed: string;
  size: number;
  lookedAt: number;
}

/** The key of a compiled statement. Null for lists with other conditions, whose SQL varies. */
function toShapeKey({ list, matched, where, page }: TierShape): string | null {
  if (where !== null) return null;
  const { fromEnd, after, before } = page;
  return [matched, list.order.descending, fromEnd, after !== null, before !== null, ...list.parts].join(' ');
}

/** The order of a tier, and its condition as parameters. */
function describeTier({ list, matched, page }: TierShape, parameter: Parameter<TierValues>) {
  const { descending } = list.order;
  const sort: Sort = { key: p('year_key'), id: p('id'), type: 'integer', descending };
  return {
    sort,
    direction: toDirection(sort, page),
    bounds: between(sort, toBoundParameters(page, sort.type, parameter)),
    key: sql<number>`(${keyOf(rankOf({ matched }), 0)}::integer + ${p('year_key')})`,
    isOfTier: sql<boolean>`${p('document')} @@ ${parameter('only')}::tsquery`,
    size: sql<number>`${parameter('size')}::integer`,
  } as const;
}

/** Scans the catalogue in the list's order, or those years that the list asks for, for hits of a tier. */
const scanForTier = compileOnce(
  (shape: TierShape) => toShapeKey(shape),
  (db, shape, parameter: Parameter<TierValues>) => {
    const { sort, direction, bounds, key, isOfTier, size } = describeTier(shape, parameter);
    const nearest = fromPublications(db)
      .selectAll('p')
      .where(all([...bounds, ...(shape.list.years ? isInYears(shape.list.years.range, p('year_key')) : [])]))
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction)
      .limit(sql<number>`${parameter('lookedAt')}::integer`);
    return selectParts(db.selectFrom(asPublications(nearest)), shape.list.parts, key)
      .where(all([isOfTier, shape.where]))
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction)
      .limit(size)
      .modifyFront(customPlan);
  },
);

/** Finds all hits of a tier by an index on words, and reads the first. */
const findTier = compileOnce(
  (shape: TierShape) => toShapeKey(shape),
  (db, shape, parameter: Parameter<TierValues>) => {
    const { sort, direction, bounds, key, isOfTier, size } = describeTier(shape, parameter);
    const hits = fromPublications(db)
      .select(['p.id', 'p.year_key'])
      // PostgreSQL knows how frequent words are, but not with which weights. It would expect no hits of a frequent word
      // outside the title, and use the index on words even if that of a filter finds fewer. `is true` hides the tier from it.
      .where(
        all([
          isIndexed(shape.matched, parameter('indexed')),
          sql<boolean>`${isOfTier} is true`,
          shape.where,
          ...bounds,
        ]),
      )
      .modifyFront(customPlan);
    const found = db
      .with(
        (cte) => cte('tier').materialized(),
        () => hits,
      )
      .selectFrom('tier as p')
      .select('p.id')
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction)
      .limit(size);
    return selectParts(fromPublications(db), shape.list.parts, key)
      .innerJoin(found.as('found'), 'found.id', 'p.id')
      .orderBy(sort.key, direction)
      .orderBy(sort.id, direction);
  },
);

/**
 * The statements that read the first rows of a tier, in the page's direction. `scan` scans the list's order, which finds
 * frequent words soon; it returns null if it does not fill the page. Then `find` uses the index on the words of titles
 * (or of titles and names), which finds the whole tier. It is slow only for a large tier that is far from the start.
 *
 * The scan is left out if it should find too few. The last tier is scanned nevertheless: it can be large, because words
 * may stand together more often than by chance, and its index finds all hits of the search.
 */
function readTier(
  db: Db,
  list: PublicationList,
  page: Page,
  { matched, only, indexed }: Tier,
  where: Condition | null,
): { scan(): Promise<Publication[] | null>; find(): Promise<Publication[]> } {
  const { size } = page;
  const lookedAt = LOOKED_AT[matched === 'TITLE_PHRASE' ? 'phrase' : 'words'] * (size + 10);
  const shape = { list, matched, where, page };
  const values = { only, indexed, size, lookedAt, ...toPositionValues(page) };
  const shareExpected = list.search?.shareExpected ?? 1;
  return {
    async scan() {
      if (indexedWeights(matched) && shareExpected * lookedAt < size) return null;
      const nearest = await scanForTier(db, shape, values);
      return nearest.length >= size ? nearest : null;
    },
    find: () => findTier(db, shape, values),
  };
}

/** The weights of the words in the index for a tier. The last tier uses the index on the whole `document`. */
const INDEXED_WEIGHTS: Partial<Record<Matched, string>> = {
  TITLE_PHRASE: '{a}',
  TITLE: '{a}',
  NAMES: '{a,b}',
};

function indexedWeights(matched: Tier['matched']): string | undefined {
  return matched === null ? undefined : INDEXED_WEIGHTS[matched];
}

/** A superset of a tier's hits that an index on words finds. */
function isIndexed(matched: Tier['matched'], indexed: Expression<string>): Condition {
  const weights = indexedWeights(matched);
  const words = weights === undefined ? p('document') : sql`ts_filter(${p('document')}, ${sql.lit(weights)})`;
  return sql<boolean>`${words} @@ ${indexed}::tsquery`;
}
