import type { Context } from '../graphql/context.ts';
import type { Page } from '../db/keyset.ts';
import { type PageArguments, listDigest, readPage } from '../graphql/cursor.ts';
import { type Asked, selectedFields } from '../graphql/selection.ts';
import { badInput } from '../graphql/errors.ts';
import type { PublicationFilter, PublicationOrder } from '../graphql/schema.generated.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import { type SearchedConnection, searchedConnection } from '../search/search.connection.ts';
import { type Matching, soleList } from './publication.filter.ts';
import type { MemberKind } from './publication.ts';
import { partsAsked } from './publication.parts.ts';
import {
  type PublicationList,
  type PublicationSort,
  countPublications,
  listPublications,
  sortType,
} from './publication.queries.ts';

export interface PublicationsArguments extends PageArguments {
  search?: string | null;
  filter?: PublicationFilter | null;
  orderBy?: PublicationOrder | null;
}

/** A page of publications, and what it is counted by. */
export interface PublicationConnection extends SearchedConnection {
  facets: FacetedList;
}

/** The publications of the catalogue that the arguments ask for. */
export async function publications(
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> {
  const { db } = context;
  const { list, key, page: pageOf, matching } = await read(args, context, asked);
  const { membership, where } = soleList(matching);
  const digest = () => key;
  const page = pageOf(digest);
  const rows = searchedConnection(
    {
      page,
      digest,
      fetch: () => listPublications(db, { ...list, membership, where }, page),
      count: () => countPublications(db, { ...list, membership, where }),
    },
    {
      ...args,
      ...list,
      countWhere: (left) => countPublications(db, { ...list, membership: null, where: left }),
    },
    context,
  );
  return Object.assign(rows, { facets: { member: null, ...counted(args) } });
}

/** Those of a country, region, author, topic or category: batched with the same question of others. */
export function publicationsOf(
  member: MemberKind & { id: number },
  args: PublicationsArguments,
  context: Context,
  asked: Asked,
): Promise<PublicationConnection> | PublicationConnection {
  const list = read(args, context, asked);
  return list instanceof Promise
    ? list.then((of) => connectionOf(member, args, context, of))
    : connectionOf(member, args, context, list);
}

function connectionOf(
  member: MemberKind & { id: number },
  args: PublicationsArguments,
  context: Context,
  { list, key, pageKey, page: pageOf }: AskedList,
): PublicationConnection {
  const digest = () => listDigest({ key, member });
  const page = pageOf(digest);
  const { pagesOf, countsOf } = context.loaders.publication;
  const rows = searchedConnection(
    {
      page,
      digest,
      fetch: () => pagesOf({ kind: member, list, key: pageKey }, page).load(member.id),
      count: () => countsOf({ kind: member, list, key }).load(member.id),
    },
    {
      ...args,
      ...list,
      countWhere: (where, without) =>
        countsOf({ kind: member, list: { ...list, where }, key: `${key} ${without}` }).load(member.id),
    },
    context,
  );
  return Object.assign(rows, { facets: { member, ...counted(args) } });
}

function counted({ filter, search }: PublicationsArguments) {
  return { filter: filter ?? {}, search: search ?? null };
}

/** What a field's arguments and its selection ask for, whatever it is of. */
interface AskedList {
  list: PublicationList;
  /** Tells it from lists with other arguments. */
  key: string;
  /** Tells it from other pages, and from pages of which other parts are read. */
  pageKey: string;
  matching: Matching;
  /** The page. @throws BAD_USER_INPUT where a cursor is of a list with another digest */
  page(digest: () => string): Page;
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
  const order = readOrder(args);
  const type = sortType(order);
  const key = listDigest({ filter: args.filter ?? {}, search: args.search, order });
  const tellsMore = selectedFields(asked, '').has('pageInfo');
  const page = (digest: () => string) => ({
    ...readPage(
      args,
      {
        get digest() {
          return digest();
        },
        sortType: type,
      },
      context.limits,
    ),
    tellsMore,
  });
  const parts = partsAsked(asked, ['nodes', 'edges.node']);
  const { first, after, last, before } = args;
  const pageKey = JSON.stringify([key, first, after, last, before, tellsMore, ...parts]);
  const matching = await context.matching(args.filter, args.search);
  const { where, search } = matching;
  return { list: { where, order, search, parts }, key, pageKey, matching, page };
}

/** A search is answered by relevance, if not otherwise asked; one without a word is none, and is answered as no search. */
function readOrder({ orderBy, search }: PublicationsArguments): PublicationSort {
  const { field, direction } = orderBy ?? {};
  const isSearched = typeof search === 'string';
  if (field === 'RELEVANCE' && !isSearched)
    throw badInput('orderBy.field', 'RELEVANCE needs a search; give "search", or another field.');
  const by = SORTED_BY[field ?? (isSearched ? 'RELEVANCE' : 'YEAR')];
  return { by, descending: (direction ?? (by === 'title' ? 'ASC' : 'DESC')) === 'DESC' };
}

const SORTED_BY = {
  RELEVANCE: 'relevance',
  YEAR: 'year',
  TITLE: 'title',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
} as const;
