import type DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import { type PageArguments, readPage } from '../graphql/cursor.ts';
import { badInput } from '../graphql/errors.ts';
import { type Asked, selectedFields } from '../graphql/selection.ts';
import type { PublicationFilter, PublicationOrder } from '../schema.generated.ts';
import { canonical } from '../text/digest.ts';
import type { Matching } from './publication.filter.ts';
import { partsAskedOfPage } from './publication.parts.ts';
import { type PublicationList, type PublicationSort, sortType } from './publication.queries.ts';
import type { Publication } from './publication.ts';

/** The arguments of a list of publications. */
export interface PublicationsArguments extends PageArguments {
  search?: string | null;
  filter?: PublicationFilter | null;
  orderBy?: PublicationOrder | null;
}

/** What a field's arguments and selection ask for. It does not depend on the parent object. */
export interface AskedList {
  args: PublicationsArguments;
  list: PublicationList & Matching;
  /** Equal for lists with equal arguments. */
  key: string;
  /** Equal for pages of the same list with the same size and parts. */
  pageKey: string;
  /** Loads the page for each member of a kind, by the member's id. */
  loader?: DataLoader<number, Fetched<Publication>>;
  /** Reads the page arguments for a list. @throws BAD_USER_INPUT if a cursor belongs to another list */
  pageOf(list: { digest(): string }): Page;
}

/** Reads the arguments of a field once per request, because all objects with the field share one arguments object. */
export function readList(
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): AskedList | Promise<AskedList> {
  const known = context.lists.get(args) as AskedList | Promise<AskedList> | undefined;
  if (known) return known;
  const reading = readNew(args, context, asked).then((list) => {
    context.lists.set(args, list);
    return list;
  });
  context.lists.set(args, reading);
  return reading;
}

async function readNew(args: PublicationsArguments, context: Context, asked: Asked): Promise<AskedList> {
  const { filter, search, first, after, last, before } = args;
  demandSearchForRelevance(args);
  const matching = await context.matching(filter, search);
  const order = readOrder(args, matching.search !== null);
  // A cursor of a list by relevance contains a tier. Cursors from versions without tiers are rejected.
  const key = canonical({
    filter: filter ?? {},
    search,
    order,
    ...(order.by === 'relevance' && { tiers: 1 }),
  });
  const fields = selectedFields(asked, '');
  const tellsMore = fields.has('pageInfo');
  const withTotal =
    fields.has('totalCount') && ['nodes', 'edges', 'pageInfo'].some((field) => fields.has(field));
  const parts = partsAskedOfPage(asked);
  // Pages that continue from different cursors are read in one statement.
  const bounds = [after, before].map(Boolean);
  const pageKey = JSON.stringify([key, first, last, ...bounds, tellsMore, withTotal, ...parts]);
  const pageOf = (list: { digest(): string }) => ({
    ...readPage(args, { digest: () => list.digest(), sortType: sortType(order) }, context.limits),
    tellsMore,
  });
  let page: Page | undefined;
  return {
    args,
    list: { ...matching, order, parts, withTotal },
    key,
    pageKey,
    // A cursor is valid for one list only. Without a cursor, all lists share the same page.
    pageOf: (list) => (after || before ? pageOf(list) : (page ??= pageOf(list))),
  };
}

/** @throws BAD_USER_INPUT if the order is by relevance and there is no search */
export function demandSearchForRelevance({
  orderBy,
  search,
}: Pick<PublicationsArguments, 'orderBy' | 'search'>): void {
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
  const asked = SORTED_BY[field ?? 'RELEVANCE'];
  const by = asked === 'relevance' && !isSearched ? 'year' : asked;
  return { by, descending: (direction ?? (by === 'title' ? 'ASC' : 'DESC')) === 'DESC' };
}

const SORTED_BY = {
  RELEVANCE: 'relevance',
  YEAR: 'year',
  TITLE: 'title',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
} as const;
