import type { Context } from '../context.ts';
import { type Connection, createConnection } from '../graphql/connection.ts';
import type { SelectionInfo } from '../graphql/selection.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import { type CountWhere, findRelaxations } from '../search/relaxations.ts';
import { type SearchedConnection, toSearchedEdge } from '../search/search.connection.ts';
import { isPlace } from './memberships.ts';
import {
  type ListRequest,
  type PublicationsArguments,
  readArguments,
} from './publication.arguments.connection.ts';
import {
  CatalogueList,
  type ListSource,
  type ListMember,
  MemberList,
} from './publication.sources.connection.ts';
import type { Publication } from './publication.ts';

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
  return new PublicationPage(new CatalogueList(await readArguments(args, context, info), context));
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
  const list = readArguments(args, context, info);
  // The first member waits until the arguments are read; the others need no promise.
  return list instanceof Promise
    ? createMemberConnectionLater(list, member, context)
    : new PublicationPage(new MemberList(list, member, context));
}

async function createMemberConnectionLater(
  list: Promise<ListRequest>,
  member: ListMember,
  context: Context,
): Promise<PublicationConnection> {
  return new PublicationPage(new MemberList(await list, member, context));
}

/** A page of a list: the fields of any connection, of the search, and the facets. */
class PublicationPage implements PublicationConnection {
  private readonly list: ListSource;
  private readonly page: Connection<Publication>;

  constructor(list: ListSource) {
    this.list = list;
    this.page = createConnection(list);
  }

  nodes() {
    return this.page.nodes();
  }

  async edges() {
    const { request, context } = this.list;
    return (await this.page.edges()).map((edge) => toSearchedEdge(edge, request.list.search, context));
  }

  pageInfo() {
    return this.page.pageInfo();
  }

  totalCount() {
    return this.page.totalCount();
  }

  searchInfo() {
    return this.list.request.list.search;
  }

  async relaxations() {
    if ((await this.page.totalCount()) > 0) return [];
    const { request, context } = this.list;
    const { search } = request.list;
    const countWhere: CountWhere = (where, without) => this.list.countWhere(where, without);
    const searchText = search && (request.args.search ?? null);
    return findRelaxations({ search, searchText, filter: request.args.filter ?? {}, countWhere }, context);
  }

  facets(): FacetedList {
    const { request, member } = this.list;
    const { args } = request;
    return { member, filter: args.filter ?? {}, search: args.search ?? null };
  }
}
