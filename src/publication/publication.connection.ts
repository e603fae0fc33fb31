import type DataLoader from 'dataloader';
import type { Fetched, Page } from '../db/keyset.ts';
import type { Context } from '../context.ts';
import { type PageArguments, digestList, readPage } from '../graphql/cursor.ts';
import { type SelectionInfo, findSelectedFields } from '../graphql/selection.ts';
import { badInput } from '../graphql/errors.ts';
import type { PublicationFilter, PublicationOrder } from '../schema.generated.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import {
  type SearchedConnection,
  type SearchedSource,
  searchedConnection,
} from '../search/search.connection.ts';
import { toCanonicalJson } from '../text/digest.ts';
import { isPlace } from './memberships.ts';
import { type ListConditions, chooseMembership } from './publication.filter.ts';
import type { MemberKind, Publication } from './publication.ts';
import { findSelectedPageParts } from './publication.parts.ts';
import { countPublications } from './publication.counts.queries.ts';
import { countCatalogue } from './publication.counts.ts';
import { listPublications } from './publication.pages.queries.ts';
import {
  type PublicationList,
  type PublicationSort,
  isReadInOrder,
  isTallied,
  sortType,
} from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';

/** The arguments of a list of publications. */
export interface PublicationsArguments extends PageArguments {
  search?: string | null;
  filter?: PublicationFilter | null;
  orderBy?: PublicationOrder | null;
}

/** A page of publications, the details of its search, and its facets. */
export interface PublicationConnection extends SearchedConnection {
  facets(): FacetedList;
}

/** The publications of the whole catalogue. @throws BAD_USER_INPUT naming an invalid argument */
export async function createPublicationConnection(
  args: PublicationsArguments,
  context: Context,
  info: SelectionInfo,
): Promise<PublicationConnection> {
  const list = await readArguments(args, context, info);
  return toConnection(list, null, createCatalogueSource(list, context), context);
}

/**
 * The publications of a member: a country, region, author, topic or category. Equal lists of several members are
 * batched.
 */
export function createMemberConnection(
  listed: ListMember,
  args: PublicationsArguments,
  context: Context,
  info: SelectionInfo,
): Promise<PublicationConnection> | PublicationConnection {
  const member =
    isPlace(listed.kind) && args.filter?.includeWorldwide ? { ...listed, includesWorldwide: true } : listed;
  const toMemberConnection = (list: ListRequest) =>
    toConnection(list, member, createMemberSource(list, member, context), context);
  const list = readArguments(args, context, info);
  return list instanceof Promise ? list.then(toMemberConnection) : toMemberConnection(list);
}

type ListMember = MemberKind & { id: number };

/** What differs between the list of the catalogue and the list of a member. */
type ListSource = Pick<SearchedSource, 'hasTotalInRows' | 'digest' | 'count' | 'countWhere'> & {
  fetch(page: Page): Promise<Fetched<Publication>>;
};

/** @throws BAD_USER_INPUT if a cursor belongs to another list */
function toConnection(
  request: ListRequest,
  member: ListMember | null,
  { fetch, ...source }: ListSource,
  context: Context,
): PublicationConnection {
  const { list, args } = request;
  const { search } = list;
  const filter = args.filter ?? {};
  const page = request.toPage(source);
  const searchText = search && (args.search ?? null);
  return {
    ...searchedConnection({ ...source, fetch: () => fetch(page), page, search, searchText, filter }, context),
    facets: () => ({ member, filter, search: args.search ?? null }),
  };
}

function createCatalogueSource({ list: requested, key }: ListRequest, context: Context): ListSource {
  const { db, heavyDb } = context;
  const list = { ...requested, ...chooseMembership(requested) };
  const isCounted = isTallied(list, list.membership);
  return {
    // The count waits for the page only if the rows carry the total. Otherwise both run at the same time.
    hasTotalInRows: list.withTotal && isCounted,
    digest: () => digestList(key),
    fetch: (page) =>
      isReadByTier(list)
        ? listByTier(heavyDb, list, null, page)
        : listPublications(isReadInOrder(list, list.membership) ? db : heavyDb, list, page),
    count: () => countCatalogue(context, requested),
    countWhere: (where) =>
      countPublications(heavyDb, { ...requested, membership: null, where, isSearchAlone: false }),
  };
}

function createMemberSource(request: ListRequest, member: ListMember, { loaders }: Context): ListSource {
  const { list, key, pageKey } = request;
  const countOf = (counted: PublicationList, countKey: string) =>
    loaders.publication.getCountLoader({ kind: member, list: counted, key: countKey }).load(member.id);
  return {
    hasTotalInRows: list.withTotal && isTallied(list, member),
    digest: () => digestList(key + toCanonicalJson(member)),
    fetch(page) {
      // All objects with this field have the same kind.
      request.loader ??= loaders.publication.getPageLoader({ kind: member, list, key: pageKey }, page);
      return request.loader.load(member.id);
    },
    count: () => countOf(list, key),
    countWhere: (where, without) => countOf({ ...list, where }, `${key} ${without}`),
  };
}

/** What a field's arguments and selection ask for. It does not depend on the parent object. */
interface ListRequest {
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
function readArguments(
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
    search,
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
    tellsMore: needsHasMore,
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
