import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Fetched,
  type Page,
  type Position,
  type Sort,
  between,
  toBounds,
  toDirection,
  restoreOrder,
} from '../db/keyset.ts';
import { customPlan } from '../db/plans.ts';
import { keyOf, rankOf, readKey } from '../search/relevance.ts';
import type { Tier } from '../search/search.ts';
import type { Publication } from './publication.ts';
import { asPublications, fromPublications, selectParts } from './publication.columns.ts';
import type { PublicationList } from './publication.queries.ts';

const p = columnsOf('publication', 'p');

/** Up to this many hits, ranking all of them is as fast as reading tiers. */
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
  return order.by === 'relevance' && search !== null && (search.countAtMost ?? Infinity) > MOST_RANKED;
}

/**
 * Reads a page of a list by relevance. It reads the tiers of the search in turn, each newest first, until the page is
 * full. Each tier takes one or two statements, whatever the number of hits.
 * @param member the condition that the list's member lists the publication; null for the catalogue
 */
export async function listByTier(
  db: Db,
  list: PublicationList,
  member: Condition | null,
  page: Page,
): Promise<Fetched<Publication>> {
  const { order, search } = list;
  const { descending } = order;
  const wanted = page.needsHasMore ? page.size + 1 : page.size;
  const tiers = descending === page.fromEnd ? (search?.tiers ?? []).toReversed() : (search?.tiers ?? []);
  const rows: Publication[] = [];
  for (const tier of tiers) {
    if (rows.length >= wanted) break;
    const part = partOf(page, rankOf(tier), descending);
    if (!part) continue;
    const where = all([member, list.filtered]);
    rows.push(...(await listTier(db, list, { ...part, size: wanted - rows.length }, tier, where)));
  }
  return restoreOrder(rows, page);
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

/**
 * Reads the first rows of a tier, in the page's direction. It first scans the list's order, which finds frequent words
 * soon. If the scan finds too few, the index on the words of titles (or of titles and names) finds the whole tier. The
 * index is slow only for a large tier that is far from the start.
 */
async function listTier(
  db: Db,
  { parts, order: { descending } }: PublicationList,
  page: Page,
  tier: Tier,
  where: Condition,
): Promise<Publication[]> {
  const sort: Sort = { key: p('year_key'), id: p('id'), type: 'integer', descending };
  const direction = toDirection(sort, page);
  const bounds = between(sort, toBounds(page, sort));
  const key = sql<number>`(${keyOf(rankOf(tier), 0)}::integer + ${p('year_key')})`;
  const lookedAt = LOOKED_AT[tier.matched === 'TITLE_PHRASE' ? 'phrase' : 'words'] * (page.size + 10);
  const isOfTier = all([sql<boolean>`${p('document')} @@ ${tier.only}::tsquery`, where]);
  const nearest = fromPublications(db)
    .selectAll('p')
    .where(all(bounds))
    .orderBy(sort.key, direction)
    .orderBy(sort.id, direction)
    .limit(sql<number>`${lookedAt}::integer`);
  const first = await selectParts(db.selectFrom(asPublications(nearest)), parts, key)
    .where(isOfTier)
    .orderBy(sort.key, direction)
    .orderBy(sort.id, direction)
    .limit(sql<number>`${page.size}::integer`)
    .modifyFront(customPlan)
    .execute();
  if (first.length >= page.size) return first;
  const hits = fromPublications(db)
    .select(['p.id', 'p.year_key'])
    .where(all([isIndexed(tier), isOfTier, ...bounds]))
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
    .limit(sql<number>`${page.size}::integer`);
  return selectParts(fromPublications(db), parts, key)
    .innerJoin(found.as('found'), 'found.id', 'p.id')
    .orderBy(sort.key, direction)
    .orderBy(sort.id, direction)
    .execute();
}

/**
 * A superset of a tier's hits that a partial index can find. Null for the other tiers, which use the index on
 * `document`.
 */
function isIndexed({ matched, indexed }: Tier): Condition | null {
  switch (matched) {
    case 'TITLE_PHRASE':
    case 'TITLE':
      return sql<boolean>`ts_filter(${p('document')}, '{a}') @@ ${indexed}::tsquery`;
    case 'NAMES':
      return sql<boolean>`ts_filter(${p('document')}, '{a,b}') @@ ${indexed}::tsquery`;
    default:
      return null;
  }
}
