import type { Context } from '../context.ts';
import type { Condition } from '../db/conditions.ts';
import type { Page } from '../db/keyset.ts';
import type { ConnectionSource } from '../graphql/connection.ts';
import { listDigest } from '../graphql/cursor.ts';
import type { CountWhere } from '../search/relaxations.ts';
import { canonical } from '../text/digest.ts';
import type { AskedList } from './publication.arguments.connection.ts';
import { countPublications } from './publication.counts.queries.ts';
import { countCatalogue } from './publication.counts.ts';
import { soleList } from './publication.filter.ts';
import { listPublications } from './publication.pages.queries.ts';
import { type PublicationList, isReadInOrder, isTallied } from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';
import type { MemberKind, Publication } from './publication.ts';

export type Member = MemberKind & { id: number };

/** The list of the catalogue or of a member, as the source of a page. */
export interface ListSource extends ConnectionSource<Publication> {
  asked: AskedList;
  context: Context;
  /** Null for the list of the catalogue. */
  member: Member | null;
  countWhere: CountWhere;
}

/** The list of the catalogue. */
export class CatalogueList implements ListSource {
  readonly asked: AskedList;
  readonly context: Context;
  readonly member = null;
  readonly page: Page;
  private readonly list: PublicationList & ReturnType<typeof soleList>;

  /** @throws BAD_USER_INPUT if a cursor belongs to another list */
  constructor(asked: AskedList, context: Context) {
    this.asked = asked;
    this.context = context;
    this.list = { ...asked.list, ...soleList(asked.list) };
    this.page = asked.pageOf(this);
  }

  /** The count waits for the page only if the rows carry the total. Otherwise both run at the same time. */
  get hasTotalInRows() {
    return this.list.withTotal && isTallied(this.list, this.list.membership);
  }

  digest() {
    return listDigest(this.asked.key);
  }

  fetch() {
    const { list, page } = this;
    const { db, heavyDb } = this.context;
    return isReadByTier(list)
      ? listByTier(heavyDb, list, null, page)
      : listPublications(isReadInOrder(list, list.membership) ? db : heavyDb, list, page);
  }

  count() {
    return countCatalogue(this.context, this.asked.list);
  }

  countWhere(where: Condition | null) {
    const list = { ...this.asked.list, membership: null, where, isSearchAlone: false };
    return countPublications(this.context.heavyDb, list);
  }
}

/** The list of a member. It has few fields, because an answer can have thousands of such lists. */
export class MemberList implements ListSource {
  readonly asked: AskedList;
  readonly context: Context;
  readonly member: Member;
  readonly page: Page;

  /** @throws BAD_USER_INPUT if a cursor belongs to another list */
  constructor(asked: AskedList, member: Member, context: Context) {
    this.asked = asked;
    this.context = context;
    this.member = member;
    this.page = asked.pageOf(this);
  }

  get hasTotalInRows() {
    const { list } = this.asked;
    return list.withTotal && isTallied(list, this.member);
  }

  digest() {
    return listDigest(this.asked.key + canonical(this.member));
  }

  fetch() {
    const { asked, member, context } = this;
    // All objects with this field have the same kind.
    asked.loader ??= context.loaders.publication.pagesOf(
      { kind: member, list: asked.list, key: asked.pageKey },
      this.page,
    );
    return asked.loader.load(member.id);
  }

  count() {
    return this.countOf(this.asked.list, this.asked.key);
  }

  countWhere(where: Condition | null, without: string) {
    return this.countOf({ ...this.asked.list, where }, `${this.asked.key} ${without}`);
  }

  private countOf(list: PublicationList, key: string) {
    const { member, context } = this;
    return context.loaders.publication.countsOf({ kind: member, list, key }).load(member.id);
  }
}
