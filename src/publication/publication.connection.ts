import type { Context } from '../context.ts';
import { type Connection, connection } from '../graphql/connection.ts';
import type { Asked } from '../graphql/selection.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import { type CountWhere, relaxations } from '../search/relaxations.ts';
import { type SearchedConnection, searchedEdge } from '../search/search.connection.ts';
import { isPlace } from './memberships.ts';
import { type AskedList, type PublicationsArguments, readList } from './publication.arguments.connection.ts';
import { CatalogueList, type ListSource, type Member, MemberList } from './publication.sources.connection.ts';
import type { Publication } from './publication.ts';

/** A page of publications, the details of its search, and its facets. */
export interface PublicationConnection extends SearchedConnection {
  facets(): FacetedList;
}

/** The publications of the whole catalogue. @throws BAD_USER_INPUT naming an invalid argument */
export async function publications(
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> {
  return new PublicationPage(new CatalogueList(await readList(args, context, asked), context));
}

/**
 * The publications of a member: a country, region, author, topic or category. Equal lists of several members are
 * batched.
 */
export function publicationsOf(
  listed: Member,
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> | PublicationConnection {
  const member =
    isPlace(listed.kind) && args.filter?.includeWorldwide ? { ...listed, includesWorldwide: true } : listed;
  const list = readList(args, context, asked);
  // The first member waits until the arguments are read; the others need no promise.
  return list instanceof Promise
    ? whenRead(list, member, context)
    : new PublicationPage(new MemberList(list, member, context));
}

async function whenRead(
  list: Promise<AskedList>,
  member: Member,
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
    this.page = connection(list);
  }

  nodes() {
    return this.page.nodes();
  }

  async edges() {
    const { asked, context } = this.list;
    return (await this.page.edges()).map((edge) => searchedEdge(edge, asked.list.search, context));
  }

  pageInfo() {
    return this.page.pageInfo();
  }

  totalCount() {
    return this.page.totalCount();
  }

  searchInfo() {
    return this.list.asked.list.search;
  }

  async relaxations() {
    if ((await this.page.totalCount()) > 0) return [];
    const { asked, context } = this.list;
    const { search } = asked.list;
    const countWhere: CountWhere = (where, without) => this.list.countWhere(where, without);
    const searchText = search && (asked.args.search ?? null);
    return relaxations({ search, searchText, filter: asked.args.filter ?? {}, countWhere }, context);
  }

  facets(): FacetedList {
    const { asked, member } = this.list;
    const { args } = asked;
    return { member, filter: args.filter ?? {}, search: args.search ?? null };
  }
}
