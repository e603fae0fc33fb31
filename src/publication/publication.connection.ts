import type { Context } from '../graphql/context.ts';
import { type Connection, connection } from '../graphql/connection.ts';
import { type PageArguments, listDigest, readPage } from '../graphql/cursor.ts';
import type { PublicationFilter, PublicationOrder } from '../graphql/schema.generated.ts';
import type { MemberKind, Publication } from './publication.ts';
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

/** The publications of the catalogue that the arguments ask for. */
export async function publications(
  args: PublicationsArguments,
  context: Context,
): Promise<Connection<Publication>> {
  const { list, digest, page, matching } = await read(args, null, context);
  const { membership, where } = matching.sole
    ? { membership: matching.sole.membership, where: matching.sole.rest }
    : { membership: null, where: matching.where };
  return connection({
    page,
    digest,
    fetch: () => listPublications(context.db, { membership, where, order: list.order }, page),
    count: () => countPublications(context.db, { membership, where }),
  });
}

/** Those of a country, region, author, topic or category: batched with the same question of others. */
export async function publicationsOf(
  member: MemberKind & { id: number },
  args: PublicationsArguments,
  context: Context,
): Promise<Connection<Publication>> {
  const { list, digest, page, key } = await read(args, member, context);
  const of = { member, id: member.id, list, key };
  const { pageOf, countOf } = context.loaders.publication;
  return connection({
    page,
    digest,
    fetch: () => pageOf.load({ ...of, page }),
    count: () => countOf.load(of),
  });
}

async function read(args: PublicationsArguments, member: object | null, context: Context) {
  const order = readOrder(args.orderBy ?? {});
  const key = listDigest({ filter: args.filter ?? {}, search: args.search, order });
  const digest = member ? listDigest({ key, member }) : key;
  const page = readPage(args, { digest, sortType: sortType(order) }, context.limits);
  const matching = await context.matching(args.filter, args.search);
  return { list: { where: matching.where, order }, digest, page, key, matching };
}

function readOrder({ field = 'YEAR', direction }: PublicationOrder = {}): PublicationSort {
  return { by: SORTED_BY[field], descending: (direction ?? (field === 'TITLE' ? 'ASC' : 'DESC')) === 'DESC' };
}

const SORTED_BY = { YEAR: 'year', TITLE: 'title', CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt' } as const;
