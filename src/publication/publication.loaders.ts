import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { findContributions } from '../author/author.queries.ts';
import { findBySlugs, groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import type { PagesAsked } from '../db/pages.ts';
import type { AnswerAll, Session } from '../db/sessions.ts';
import { findCurrentSlugs } from '../reference/slug.queries.ts';
import {
  type Contribution,
  type MemberKind,
  PARTS,
  type Parts,
  type Publication,
  memberKey,
} from './publication.ts';
import {
  type PublicationList,
  countPublicationsOf,
  findAbstracts,
  findPublicationsBySlugs,
  findSlugsByIdentifiers,
  isOfMember,
  isReadInOrder,
  isTallied,
  listPublicationsOf,
} from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';

/** The lists of members of a kind: `key` says all that tells them from other lists of other members. */
export interface MemberLists {
  kind: MemberKind;
  list: PublicationList;
  key: string;
}

/**
 * Batching: what is asked of many objects in one answer becomes one statement, and where that is quick, what other requests
 * ask of objects at the same moment.
 */
export function publicationLoaders(session: Session) {
  const { db, heavyDb } = session;
  const pages = new Map<string, DataLoader<number, Fetched<Publication>>>();
  const counts = new Map<string, DataLoader<number, number>>();
  return {
    /** By slugs, with what of them is shown; null is none of that slug. */
    bySlugs: (asked: SlugsAsked) => session.together('publications by slugs', asked, answerSlugs),

    /** The slug of the publication with an identifier, packed; null if there is none. */
    slugByIdentifier: new DataLoader<string, string | null>(async (identifiers) => {
      const found = await findSlugsByIdentifiers(db, identifiers);
      return identifiers.map((identifier) => found.get(identifier) ?? null);
    }),

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
      const ofKind = `${memberKey(kind)} ${key}`;
      return kept(pages, `${ofKind} ${JSON.stringify([page.after, page.before])}`, async (ids) => {
        const answerAll: AnswerAll<PagesAsked, Fetched<Publication>[]> = (db, asked) =>
          listPublicationsOf(db, kind, list, asked);
        if (isReadInOrder(list, kind)) return session.together(ofKind, { ids, page }, answerAll);
        const [id] = ids;
        if (ids.length === 1 && id !== undefined && isReadByTier(list))
          return [await listByTier(heavyDb, list, isOfMember(kind, sql`${id}::integer`), page)];
        const [pages] = await answerAll(heavyDb, [{ ids, page }]);
        return pages as Fetched<Publication>[];
      });
    },

    /** How many each member's list has, by the member's id. */
    countsOf({ kind, list, key }: MemberLists): DataLoader<number, number> {
      return kept(counts, `${memberKey(kind)} ${key}`, async (ids) => {
        const found = await countPublicationsOf(isTallied(list, kind) ? db : heavyDb, kind, ids, list);
        return ids.map((id) => found.get(id) ?? 0);
      });
    },
  };
}

/** Slugs, and what of their publications is shown. */
interface SlugsAsked {
  slugs: readonly string[];
  parts: Parts;
}

/** One statement, whatever is shown of those of each; one more for slugs that are not current. */
async function answerSlugs(db: Db, asked: readonly SlugsAsked[]): Promise<(Publication | null)[][]> {
  const lists = asked.map(({ slugs }) => slugs);
  const parts = PARTS.filter((part) => asked.some((of) => of.parts.includes(part)));
  return findBySlugs(
    lists,
    (slugs) => findPublicationsBySlugs(db, slugs, parts),
    (slugs) => findCurrentSlugs(db, 'publication', slugs),
  );
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
