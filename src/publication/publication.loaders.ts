import DataLoader from 'dataloader';
import { findContributions } from '../author/author.queries.ts';
import { batched, groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import type { Contribution, MemberKind, Publication } from './publication.ts';
import {
  type PublicationList,
  countPublicationsOf,
  findAbstracts,
  findPublicationsBySlugs,
  listPublicationsOf,
} from './publication.queries.ts';

/** One member's list ("of this country"): `key` says all of the list that is not the member. */
interface MemberList {
  member: MemberKind;
  id: number;
  list: PublicationList;
  key: string;
}

/** Batching for one request: what is asked of many objects in one answer becomes one statement. */
export function publicationLoaders(db: Db) {
  const kindKey = ({ member, key }: MemberList) => `${member.kind} ${member.reach ?? ''} ${key}`;
  return {
    bySlug: new DataLoader<string, Publication | null>(async (slugs) => {
      const found = new Map((await findPublicationsBySlugs(db, slugs)).map((of) => [of.slug, of]));
      return slugs.map((slug) => found.get(slug) ?? null);
    }),

    abstract: new DataLoader<number, string | null>(async (ids) => {
      const found = await findAbstracts(db, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),

    contributions: new DataLoader<number, Contribution[]>(async (ids) => {
      const found = groupBy(await findContributions(db, ids), ({ publicationId }) => publicationId);
      return ids.map((id) => found.get(id) ?? []);
    }),

    /** The pages that are the same but for their member come in one statement. */
    pageOf: new DataLoader<MemberList & { page: Page }, Fetched<Publication>, string>(
      batched(
        (of) => `${kindKey(of)} ${JSON.stringify(of.page)}`,
        ({ member, list, page }, ids) => listPublicationsOf(db, member, ids, list, page),
        () => ({ rows: [], hasMore: false }),
      ),
      { cacheKeyFn: (of) => `${of.id} ${kindKey(of)} ${JSON.stringify(of.page)}` },
    ),

    countOf: new DataLoader<MemberList, number, string>(
      batched(
        kindKey,
        ({ member, list }, ids) => countPublicationsOf(db, member, ids, list),
        () => 0,
      ),
      { cacheKeyFn: (of) => `${of.id} ${kindKey(of)}` },
    ),
  };
}
