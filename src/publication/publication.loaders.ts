import DataLoader from 'dataloader';
import { findContributions } from '../author/author.queries.ts';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import { type Contribution, type MemberKind, PARTS, type Parts, type Publication } from './publication.ts';
import {
  type PublicationList,
  countPublicationsOf,
  findAbstracts,
  findPublicationsBySlugs,
  listPublicationsOf,
} from './publication.queries.ts';

/** The lists of members of a kind: `key` says all that tells them from other lists of other members. */
export interface MemberLists {
  kind: MemberKind;
  list: PublicationList;
  key: string;
}

/** Batching for one request: what is asked of many objects in one answer becomes one statement. */
export function publicationLoaders(db: Db) {
  const pages = new Map<string, DataLoader<number, Fetched<Publication>>>();
  const counts = new Map<string, DataLoader<number, number>>();
  return {
    /** By slugs, with what of them is shown; in one statement, whatever that is of each list. */
    bySlugs: new DataLoader<{ slugs: readonly string[]; parts: Parts }, (Publication | null)[]>(
      async (lists) => {
        const all = [...new Set(lists.flatMap(({ slugs }) => slugs))];
        const parts = PARTS.filter((part) => lists.some((of) => of.parts.includes(part)));
        const found = new Map((await findPublicationsBySlugs(db, all, parts)).map((of) => [of.slug, of]));
        return lists.map(({ slugs }) => slugs.map((slug) => found.get(slug) ?? null));
      },
      { cache: false },
    ),

    abstract: new DataLoader<number, string | null>(async (ids) => {
      const found = await findAbstracts(db, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),

    contributions: new DataLoader<number, Contribution[]>(async (ids) => {
      const found = groupBy(await findContributions(db, ids), ({ publicationId }) => publicationId);
      return ids.map((id) => found.get(id) ?? []);
    }),

    /** Of each member the same page of its list, by the member's id: they come in one statement. */
    pagesOf({ kind, list, key }: MemberLists, page: Page): DataLoader<number, Fetched<Publication>> {
      return kept(pages, `${kind.kind} ${kind.reach ?? ''} ${key}`, async (ids) => {
        const found = await listPublicationsOf(db, kind, ids, list, page);
        return ids.map((id) => found.get(id) ?? { rows: [], hasMore: false });
      });
    },

    /** How many each member's list has, by the member's id. */
    countsOf({ kind, list, key }: MemberLists): DataLoader<number, number> {
      return kept(counts, `${kind.kind} ${kind.reach ?? ''} ${key}`, async (ids) => {
        const found = await countPublicationsOf(db, kind, ids, list);
        return ids.map((id) => found.get(id) ?? 0);
      });
    },
  };
}

/**
 * The loader of a question, made when it is first asked. Wrong would be one loader for all questions that reads the
 * arguments off the first key of a batch: two aliases of a field with different arguments are one batch.
 */
function kept<Answer>(
  loaders: Map<string, DataLoader<number, Answer>>,
  key: string,
  load: (ids: readonly number[]) => Promise<Answer[]>,
): DataLoader<number, Answer> {
  let loader = loaders.get(key);
  if (!loader) loaders.set(key, (loader = new DataLoader(load)));
  return loader;
}
