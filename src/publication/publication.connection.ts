import type { Context } from '../graphql/context.ts';
import { type PageArguments, listDigest, readPage } from '../graphql/cursor.ts';
import { badInput } from '../graphql/errors.ts';
import type { PublicationFilter, PublicationOrder } from '../graphql/schema.generated.ts';
import type { FacetedList } from '../facet/facet.connection.ts';
import { type SearchedConnection, searchedConnection } from '../search/search.connection.ts';
import { soleList } from './publication.filter.ts';
import type { MemberKind } from './publication.ts';
import {
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
): Promise<PublicationConnection> {
  const { db } = context;
  const { list, digest, page, matching } = await read(args, null, context);
  const { membership, where } = soleList(matching);
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
  return { ...rows, facets: { member: null, filter: args.filter ?? {}, search: args.search ?? null } };
}

/** Those of a country, region, author, topic or category: batched with the same question of others. */
export async function publicationsOf(
  member: MemberKind & { id: number },
  args: PublicationsArguments,
  context: Context,
): Promise<PublicationConnection> {
  const { list, digest, page, key } = await read(args, member, context);
  const of = { member, id: member.id, list, key };
  const { pageOf, countOf } = context.loaders.publication;
  const rows = searchedConnection(
    {
      page,
      digest,
      fetch: () => pageOf.load({ ...of, page }),
      count: () => countOf.load(of),
    },
    {
      ...args,
      ...list,
      countWhere: (where, without) =>
        countOf.load({ ...of, list: { ...list, where }, key: `${key} ${without}` }),
    },
    context,
  );
  return { ...rows, facets: { member, filter: args.filter ?? {}, search: args.search ?? null } };
}

async function read(args: PublicationsArguments, member: object | null, context: Context) {
  const order = readOrder(args);
  const key = listDigest({ filter: args.filter ?? {}, search: args.search, order });
  const digest = member ? listDigest({ key, member }) : key;
  const page = readPage(args, { digest, sortType: sortType(order) }, context.limits);
  const matching = await context.matching(args.filter, args.search);
  const { where, search } = matching;
  return { list: { where, order, search }, digest, page, key, matching };
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
