import type { Context } from '../context.ts';
import { chooseWhereToCount } from '../counts/choose.ts';
import type { Lists } from '../facet/listed.queries.ts';
import { checkRange } from '../graphql/arguments.ts';
import type { PageInfo } from '../graphql/connection.ts';
import { isInteger, digestList, readPosition, writeCursor } from '../graphql/cursor.ts';
import { badInput } from '../graphql/errors.ts';
import { type Limits, overLimit, printNumber } from '../graphql/limits.ts';
import { chooseMembership } from '../publication/publication.filter.ts';
import { countCatalogue } from '../publication/publication.counts.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import { findRegionIds } from '../region/region.levels.ts';
import type { QueryPublicationStatisticsArgs } from '../schema.generated.ts';
import { DIMENSIONS } from './dimensions.ts';
import { type CountedBy, type RowPage, type CountedRows, countCombinations } from './statistics.queries.ts';
import {
  MOST_DIMENSIONS,
  type RowPlace,
  type StatisticsDimension,
  type StatisticsRow,
} from './statistics.ts';

const MOST_ROWS = 1000;

/** Counts of publications. Each is computed only if it is selected. */
export interface PublicationStatistics {
  publicationCount(): Promise<number>;
  rowCount(): Promise<number>;
  rows(): Promise<StatisticsRow[]>;
  pageInfo(): Promise<PageInfo>;
}

/**
 * Counts publications by up to three dimensions. Each number is computed only if it is selected.
 * @param mostRows maximum of `first`
 * @throws BAD_USER_INPUT naming the argument
 */
export async function countStatistics(
  args: QueryPublicationStatisticsArgs & { first: number },
  context: Context,
  mostRows = MOST_ROWS,
): Promise<PublicationStatistics> {
  const { search, filter, by } = args;
  checkDimensions(by);
  const size = checkRange(args.first, 0, mostRows, 'first');
  const level = { within: args.regionsWithin, level: args.regionLevel };
  const digest = digestList({ search, filter: filter ?? {}, by, ...level });
  const after = typeof args.after === 'string' ? readAfter(args.after, by.length, digest) : null;
  const names = { within: 'regionsWithin', level: 'regionLevel' };
  const regionIds = findRegionIds(context.reference, level, names);
  const matching = await context.translateFilter(filter, search);
  const { membership, ...conditions } = chooseMembership(matching);
  const list = {
    ...matching,
    ...conditions,
    member: membership,
    memberIds: [membership?.id ?? EVERYTHING],
    isColumnar: false,
  };
  let counted: ReturnType<typeof countCombinations> | undefined;
  const page = { size, after };
  const countAll = () => countCatalogue(context, matching);
  const count = () => (counted ??= countRows(context, list, { dimensions: by, regionIds }, page, countAll));
  const toCursor = (row: { place: RowPlace } | undefined) => row && writeCursor(toValues(row.place), digest);
  return {
    publicationCount: countAll,
    rowCount: async () => (await count()).rowCount,
    rows: async () => (await count()).rows,
    pageInfo: async () => {
      const { rows, hasMore } = await count();
      return {
        hasNextPage: hasMore,
        hasPreviousPage: after !== null,
        startCursor: toCursor(rows.at(0)) ?? null,
        endCursor: toCursor(rows.at(-1)) ?? null,
      };
    },
  };
}

async function countRows(
  context: Context,
  list: Lists,
  countedBy: CountedBy,
  page: RowPage,
  countAll: () => Promise<number>,
): Promise<CountedRows> {
  const columns = countedBy.dimensions.map((dimension) => DIMENSIONS[dimension].column);
  const { db, lists } = await chooseWhereToCount(context, list, columns);
  if (countedBy.dimensions.length === MOST_DIMENSIONS && !lists.isColumnar)
    checkPublicationCount(await countAll(), context.limits);
  return countCombinations(db, lists, countedBy, page);
}

/** @throws LIMIT_EXCEEDED if there are too many publications for PostgreSQL to count by three dimensions */
function checkPublicationCount(publications: number, { statistics: most }: Limits): void {
  if (publications > most)
    throw overLimit(
      'statistics',
      publications,
      most,
      `by: three dimensions over ${printNumber(publications)} publications, and ${printNumber(most)} is the limit while PostgreSQL counts alone. Use two dimensions or a narrower filter.`,
    );
}

function checkDimensions(dimensions: readonly StatisticsDimension[]): void {
  if (dimensions.length < 1 || dimensions.length > MOST_DIMENSIONS)
    throw badInput('by', `${dimensions.length} dimensions are given; give 1 to ${MOST_DIMENSIONS}.`);
  if (new Set(dimensions).size < dimensions.length)
    throw badInput('by', `${dimensions.join()} has a dimension twice; give different dimensions.`);
}

/** The place of a row as it is written to a cursor. */
type PlaceValues = [count: number, keys: [order: string, id: number][]];

function toValues({ count, keys }: RowPlace): PlaceValues {
  return [count, keys.map(({ order, id }) => [order, id])];
}

function readAfter(cursor: string, dimensions: number, digest: string): RowPlace {
  const isKey = (key: unknown) =>
    Array.isArray(key) && key.length === 2 && typeof key[0] === 'string' && isInteger(key[1]);
  const isPlace = (place: unknown[]): place is PlaceValues => {
    const [count, keys] = place;
    const isWhole = Array.isArray(keys) && keys.length === dimensions && keys.every(isKey);
    return place.length === 2 && isInteger(count) && isWhole;
  };
  const [count, keys] = readPosition(cursor, { digest, isPlace, argument: 'after' });
  return { count, keys: keys.map(([order, id]) => ({ order, id })) };
}
