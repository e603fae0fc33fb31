import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Fetched,
  type Page,
  type Place,
  type Sort,
  between,
  boundsOf,
  directionOf,
  inOrder,
} from '../db/keyset.ts';
import { plannedForItsValues } from '../db/plans.ts';
import { keyOf, rankOf, readKey } from '../search/relevance.ts';
import type { Tier } from '../search/search.ts';
import type { Publication } from './publication.ts';
import { asPublications, fromPublications, selectParts } from './publication.columns.ts';
import type { PublicationList } from './publication.queries.ts';

const p = columnsOf('publication', 'p');

/** Up to so many hits, ranking all of them takes no longer than reading tiers. */
const MOST_RANKED = 4000;

/**
 * How many publications are looked at for each row of a page, in the list's order, before the index is asked. At a million
 * publications the index then finds fewer than 10,000, which takes about as long. For a phrase the index finds all that
 * have its words, so that looking longer is worth it.
 */
const LOOKED_AT = { phrase: 400, words: 100 } as const;

/** Whether a list is ordered by the relevance of a search that finds too many publications to rank all of them for a page. */
export function isReadByTier({ order, search }: Pick<PublicationList, 'order' | 'search'>): boolean {
  return order.by === 'relevance' && search !== null && (search.countAtMost ?? Infinity) > MOST_RANKED;
}

/**
 * A page of a list by relevance that reads the tiers of the search one after the other until the page is full, each newest
 * first. It takes one or two statements a tier, however many publications the search finds.
 *
 * @param member true of the publications of the list's member
 */
export async function listByTier(
  db: Db,
  list: PublicationList,
  member: Condition | null,
  page: Page,
): Promise<Fetched<Publication>> {
  const { order, search } = list;
  const { descending } = order;
  const wanted = page.tellsMore ? page.size + 1 : page.size;
  const tiers = descending === page.fromEnd ? (search?.tiers ?? []).toReversed() : (search?.tiers ?? []);
  const rows: Publication[] = [];
  for (const tier of tiers) {
    if (rows.length >= wanted) break;
    const part = partOf(page, rankOf(tier), descending);
    if (!part) continue;
    const where = all([member, list.filtered]);
    rows.push(...(await listTier(db, list, { ...part, size: wanted - rows.length }, tier, where)));
  }
  return inOrder(rows, page);
}

/** The part of a page that is in a tier, its places being those of years; null if none is. */
function partOf(page: Page, rank: number, descending: boolean): Page | null {
  const lowest = descending ? page.before : page.after;
  const highest = descending ? page.after : page.before;
  const isBelow = (place: Place | null) => place !== null && rank < readKey(Number(place.key)).rank;
  const isAbove = (place: Place | null) => place !== null && rank > readKey(Number(place.key)).rank;
  if (isBelow(lowest) || isAbove(highest)) return null;
  const within = (place: Place | null) => {
    if (place === null) return null;
    const key = readKey(Number(place.key));
    return key.rank === rank ? { key: key.yearKey, id: place.id } : null;
  };
  return { ...page, after: within(page.after), before: within(page.before) };
}

/**
 * The first rows of a tier, in the direction that the page is read in. In the order of the list frequent words are soon found.
 * If they aren't, the index on the words of titles (of titles and names) finds all of the tier: that is slow only for a
 * tier that is large and far from the start.
 */
async function listTier(
  db: Db,
  { parts, order: { descending } }: PublicationList,
  page: Page,
  tier: Tier,
  where: Condition,
): Promise<Publication[]> {
  const sort: Sort = { key: p('year_key'), id: p('id'), type: 'integer', descending };
  const direction = directionOf(sort, page);
  const bounds = between(sort, boundsOf(page, sort));
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
    .modifyFront(plannedForItsValues)
    .execute();
  if (first.length >= page.size) return first;
  const hits = fromPublications(db)
    .select(['p.id', 'p.year_key'])
    .where(all([isIndexed(tier), isOfTier, ...bounds]))
    .modifyFront(plannedForItsValues);
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

/** True of a tier's hits and maybe of others: what an index answers. The document's own index answers for the other tiers. */
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
