import type { Context } from '../context.ts';
import type { Condition } from '../db/conditions.ts';
import type { Page } from '../db/keyset.ts';
import type { ConnectionSource } from '../graphql/connection.ts';
import { digestList } from '../graphql/cursor.ts';
import type { CountWhere } from '../search/relaxations.ts';
import { toCanonicalJson } from '../text/digest.ts';
import type { ListRequest } from './publication.arguments.connection.ts';
import { countPublications } from './publication.counts.queries.ts';
import { countCatalogue } from './publication.counts.ts';
import { chooseMembership } from './publication.filter.ts';
import { listPublications } from './publication.pages.queries.ts';
import { type PublicationList, isReadInOrder, isTallied } from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';
import type { MemberKind, Publication } from './publication.ts';

export type ListMember = MemberKind & { id: number };

/** The list of the catalogue or of a member, as the source of a page. */
export interface ListSource extends ConnectionSource<Publication> {
  request: ListRequest;
  context: Context;
  /** Null for the list of the catalogue. */
  member: ListMember | null;
  countWhere: CountWhere;
}

/** The list of the catalogue. */
export class CatalogueList implements ListSource {
  readonly request: ListRequest;
  readonly context: Context;
  readonly member = null;
  readonly page: Page;
  private readonly list: PublicationList & ReturnType<typeof chooseMembership>;

  /** @throws BAD_USER_INPUT if a cursor belongs to another list */
  constructor(request: ListRequest, context: Context) {
    this.request = request;
    this.context = context;
    this.list = { ...request.list, ...chooseMembership(request.list) };
    this.page = request.toPage(this);
  }

  /** The count waits for the page only if the rows carry the total. Otherwise both run at the same time. */
  get hasTotalInRows() {
    return this.list.withTotal && isTallied(this.list, this.list.membership);
  }

  digest() {
    return digestList(this.request.key);
  }

  fetch() {
    const { list, page } = this;
    const { db, heavyDb } = this.context;
    return isReadByTier(list)
      ? listByTier(heavyDb, list, null, page)
      : listPublications(isReadInOrder(list, list.membership) ? db : heavyDb, list, page);
  }

  count() {
    return countCatalogue(this.context, this.request.list);
  }

  countWhere(where: Condition | null) {
    const list = { ...this.request.list, membership: null, where, isSearchAlone: false };
    return countPublications(this.context.session.countDb, list);
  }
}

/** The list of a member. It has few fields, because an answer can have thousands of such lists. */
export class MemberList implements ListSource {
  readonly request: ListRequest;
  readonly context: Context;
  readonly member: ListMember;
  readonly page: Page;

  /** @throws BAD_USER_INPUT if a cursor belongs to another list */
  constructor(request: ListRequest, member: ListMember, context: Context) {
    this.request = request;
    this.context = context;
    this.member = member;
    this.page = request.toPage(this);
  }

  get hasTotalInRows() {
    const { list } = this.request;
    return list.withTotal && isTallied(list, this.member);
  }

  digest() {
    return digestList(this.request.key + toCanonicalJson(this.member));
  }

  fetch() {
    const { request, member, context } = this;
    // All objects with this field have the same kind.
    request.loader ??= context.loaders.publication.getPageLoader(
      { kind: member, list: request.list, key: request.pageKey },
      this.page,
    );
    return request.loader.load(member.id);
  }

  count() {
    return this.loadCount(this.request.list, this.request.key);
  }

  countWhere(where: Condition | null, without: string) {
    return this.loadCount({ ...this.request.list, where }, `${this.request.key} ${without}`);
  }

  private loadCount(list: PublicationList, key: string) {
    const { member, context } = this;
    return context.loaders.publication.getCountLoader({ kind: member, list, key }).load(member.id);
  }
}
