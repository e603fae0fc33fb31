import type DataLoader from 'dataloader';
import type { Condition } from '../db/conditions.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import type { Context } from '../api/context.ts';
import { type PageArguments, listDigest, readPage } from '../graphql/cursor.ts';
import { type Asked, selectedFields } from '../graphql/selection.ts';
import { badInput } from '../graphql/errors.ts';
import type { PublicationFilter, PublicationOrder } from '../schema.generated.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import { SearchedConnection, type SearchedSource } from '../search/search.connection.ts';
import { canonical } from '../text/digest.ts';
import { isPlace } from './memberships.ts';
import { type Matching, soleList } from './publication.filter.ts';
import type { MemberKind, Publication } from './publication.ts';
import { partsAskedOfPage } from './publication.parts.ts';
import {
  type PublicationList,
  type PublicationSort,
  countPublications,
  isReadInOrder,
  isTallied,
  listPublications,
  sortType,
} from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';

export interface PublicationsArguments extends PageArguments {
  search?: string | null;
  filter?: PublicationFilter | null;
  orderBy?: PublicationOrder | null;
}

/** A page of publications, and what its list is counted by. */
export class PublicationConnection extends SearchedConnection<ListSource> {
  get facets(): FacetedList {
    const { asked, filter, member } = this.source;
    return { member, filter, search: asked.args.search ?? null };
  }
}

/** The publications of the catalogue that the arguments ask for. */
export async function publications(
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> {
  return new PublicationConnection(new CatalogueSource(await read(args, context, asked), context));
}

/** Those of a country, region, author, topic or category: batched with the same question of others. */
export function publicationsOf(
  of: MemberKind & { id: number },
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> | PublicationConnection {
  const list = read(args, context, asked);
  const member = isPlace(of.kind) && args.filter?.includeWorldwide ? { ...of, includesWorldwide: true } : of;
  return list instanceof Promise
    ? list.then((read) => new PublicationConnection(new MemberSource(read, context, member)))
    : new PublicationConnection(new MemberSource(list, context, member));
}

/** A list of publications as a field asked for it. */
abstract class ListSource implements SearchedSource {
  readonly asked: AskedList;
  readonly context: Context;
  /** What the list is of; null of the catalogue's own. */
  readonly member: (MemberKind & { id: number }) | null;
  readonly page: Page;

  /** @throws BAD_USER_INPUT where a cursor is of another list */
  constructor(asked: AskedList, context: Context, member: (MemberKind & { id: number }) | null) {
    this.asked = asked;
    this.context = context;
    this.member = member;
    this.page = asked.pageOf(this);
  }

  get search() {
    return this.asked.list.search;
  }
  get searchText() {
    return this.search && (this.asked.args.search ?? null);
  }
  get filter() {
    return this.asked.args.filter ?? {};
  }
  /** Only a page whose rows carry the total is worth waiting for; any other is counted at the same time. */
  abstract readonly asksTotal: boolean;
  abstract digest(): string;
  abstract fetch(): Promise<Fetched<Publication>>;
  abstract count(): Promise<number>;
  abstract countWhere(where: Condition | null, without: string): Promise<number>;
}

class CatalogueSource extends ListSource {
  constructor(asked: AskedList, context: Context) {
    super(asked, context, null);
  }

  get asksTotal() {
    const list = this.soleList();
    return list.withTotal && isTallied(list, list.membership);
  }
  digest() {
    return listDigest(this.asked.key);
  }
  fetch() {
    const { db, heavyDb } = this.context;
    const list = this.soleList();
    if (isReadByTier(list)) return listByTier(heavyDb, list, null, this.page);
    return listPublications(isReadInOrder(list, list.membership) ? db : heavyDb, list, this.page);
  }
  count() {
    const { db, heavyDb } = this.context;
    const list = this.soleList();
    return countPublications(isTallied(list, list.membership) ? db : heavyDb, list);
  }
  countWhere(where: Condition | null) {
    return countPublications(this.context.heavyDb, {
      ...this.asked.list,
      membership: null,
      where,
      isSearchAlone: false,
    });
  }
  private soleList() {
    const { list } = this.asked;
    return { ...list, ...soleList(list) };
  }
}

class MemberSource extends ListSource {
  declare readonly member: MemberKind & { id: number };

  get asksTotal() {
    const { list } = this.asked;
    return list.withTotal && isTallied(list, this.member);
  }
  digest() {
    const { asked, member } = this;
    return listDigest(asked.key + canonical(member));
  }
  fetch() {
    const { asked, context, member, page } = this;
    const { list, pageKey } = asked;
    // The field is of one type, whose members all are of one kind.
    asked.loader ??= context.loaders.publication.pagesOf({ kind: member, list, key: pageKey }, page);
    return asked.loader.load(member.id);
  }
  count() {
    const { list, key } = this.asked;
    return this.countOf(list, key);
  }
  countWhere(where: Condition | null, without: string) {
    const { list, key } = this.asked;
    return this.countOf({ ...list, where }, `${key} ${without}`);
  }
  private countOf(list: PublicationList, key: string) {
    const { context, member } = this;
    return context.loaders.publication.countsOf({ kind: member, list, key }).load(member.id);
  }
}

/** What a field's arguments and its selection ask for, whatever it is of. */
interface AskedList {
  args: PublicationsArguments;
  list: PublicationList & Matching;
  /** Tells it from lists with other arguments. */
  key: string;
  /** Tells it from pages of another size, and from those of which other parts are read. */
  pageKey: string;
  /** Loads its page of each member of a kind. */
  loader?: DataLoader<number, Fetched<Publication>>;
  /** The page of a list. @throws BAD_USER_INPUT where a cursor is of another list */
  pageOf(list: { digest(): string }): Page;
}

/** Reads a field's arguments: once a request, for they are one object for all that have the field. */
function read(args: PublicationsArguments, context: Context, asked: Asked): AskedList | Promise<AskedList> {
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
  // A cursor of a list by relevance says which tier it is in: those of before there were tiers are refused.
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
  // A page that goes on from another place is fetched with it.
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
    // A cursor is of one list; without one the page is the same of all.
    pageOf: (list) => (after || before ? pageOf(list) : (page ??= pageOf(list))),
  };
}

/** @throws BAD_USER_INPUT if the order is by relevance and no search is given */
export function demandSearchForRelevance({
  orderBy,
  search,
}: Pick<PublicationsArguments, 'orderBy' | 'search'>): void {
  if (orderBy?.field === 'RELEVANCE' && typeof search !== 'string')
    throw badInput('orderBy.field', 'RELEVANCE needs a search; give "search", or another field.');
}

/** The default is by relevance for a search, otherwise by year. A text without a word is no search, so it has no relevance. */
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
