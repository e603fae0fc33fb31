import type DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import { type PageArguments, readPage } from '../graphql/cursor.ts';
import { badInput } from '../graphql/errors.ts';
import { type SelectionInfo, findSelectedFields } from '../graphql/selection.ts';
import type { PublicationFilter, PublicationOrder } from '../schema.generated.ts';
import { toCanonicalJson } from '../text/digest.ts';
import type { ListConditions } from './publication.filter.ts';
import { findSelectedPageParts } from './publication.parts.ts';
import { type PublicationList, type PublicationSort, sortType } from './publication.queries.ts';
import type { Publication } from './publication.ts';

/** The arguments of a list of publications. */
export interface PublicationsArguments extends PageArguments {
  search?: string | null;
  filter?: PublicationFilter | null;
  orderBy?: PublicationOrder | null;
}

/** The list that a field requests by its arguments and selection. It is the same for all parent objects. */
export interface ListRequest {
  args: PublicationsArguments;
  list: PublicationList & ListConditions;
  /** Equal for lists with equal arguments. */
  key: string;
  /** Equal for pages of the same list with the same size and parts. */
  pageKey: string;
  /** Loads the page for each member of a kind, by the member's id. */
  loader?: DataLoader<number, Fetched<Publication>>;
  /** Reads the page arguments for a list. @throws BAD_USER_INPUT if a cursor belongs to another list */
  toPage(list: { digest(): string }): Page;
}

/** Reads the arguments of a field once per request, because all objects with the field share one arguments object. */
export function readArguments(
  args: PublicationsArguments,
  context: Context,
  info: SelectionInfo,
): ListRequest | Promise<ListRequest> {
  const known = context.lists.get(args) as ListRequest | Promise<ListRequest> | undefined;
  if (known) return known;
  const reading = parseArguments(args, context, info).then((list) => {
    context.lists.set(args, list);
    return list;
  });
  context.lists.set(args, reading);
  return reading;
}

async function parseArguments(
  args: PublicationsArguments,
  context: Context,
  info: SelectionInfo,
): Promise<ListRequest> {
  const { filter, search, first, after, last, before } = args;
  checkRelevance(args);
  const conditions = await context.translateFilter(filter, search);
  const order = readOrder(args, conditions.search !== null);
  // A cursor of a list by relevance contains a tier. Cursors from versions without tiers are rejected.
  const key = toCanonicalJson({
    filter: filter ?? {},
    search: conditions.search === null ? null : search,
    order,
    ...(order.by === 'relevance' && { tiers: 1 }),
  });
  const fields = findSelectedFields(info, '');
  const needsHasMore = fields.has('pageInfo');
  const withTotal =
    fields.has('totalCount') && ['nodes', 'edges', 'pageInfo'].some((field) => fields.has(field));
  const parts = findSelectedPageParts(info);
  // Pages that continue from different cursors are read in one statement.
  const bounds = [after, before].map(Boolean);
  const pageKey = JSON.stringify([key, first, last, ...bounds, needsHasMore, withTotal, ...parts]);
  const toPage = (list: { digest(): string }) => ({
    ...readPage(args, { digest: () => list.digest(), sortType: sortType(order) }, context.limits),
    needsHasMore,
  });
  let page: Page | undefined;
  return {
    args,
    list: { ...conditions, order, parts, withTotal },
    key,
    pageKey,
    // A cursor is valid for one list only. Without a cursor, all lists share the same page.
    toPage: (list) => (after || before ? toPage(list) : (page ??= toPage(list))),
  };
}

/** @throws BAD_USER_INPUT if the order is by relevance and there is no search */
export function checkRelevance({ orderBy, search }: Pick<PublicationsArguments, 'orderBy' | 'search'>): void {
  if (orderBy?.field === 'RELEVANCE' && typeof search !== 'string')
    throw badInput('orderBy.field', 'RELEVANCE needs a search; give "search", or another field.');
}

/**
 * The default order is by relevance if there is a search, otherwise by year. A search text without a word does not
 * count as a search, so it has no relevance.
 */
export function readOrder(
  { orderBy }: Pick<PublicationsArguments, 'orderBy'>,
  isSearched: boolean,
): PublicationSort {
  const { field, direction } = orderBy ?? {};
  const requested = SORTED_BY[field ?? 'RELEVANCE'];
  const sortField = requested === 'relevance' && !isSearched ? 'year' : requested;
  return { by: sortField, descending: (direction ?? (sortField === 'title' ? 'ASC' : 'DESC')) === 'DESC' };
}

const SORTED_BY = {
  RELEVANCE: 'relevance',
  YEAR: 'year',
  TITLE: 'title',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
} as const;
