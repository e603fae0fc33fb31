import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { findContributions } from '../author/author.queries.ts';
import { findBySlugs, groupBy } from '../db/batch.ts';
import type { AnswerAll } from '../db/coalescer.ts';
import type { Db } from '../db/database.ts';
import type { Fetched, Page } from '../db/keyset.ts';
import type { PagesQuestion } from '../db/pages.ts';
import type { Session } from '../db/sessions.ts';
import { findCurrentSlugs } from '../reference/slug.queries.ts';
import {
  type Contribution,
  type MemberKind,
  PARTS,
  type Parts,
  type Publication,
  memberKey,
} from './publication.ts';
import { countPublicationsOf } from './publication.counts.queries.ts';
import {
  type SluggedPublication,
  findAbstracts,
  findPublicationsBySlugs,
  findSlugsByIdentifiers,
} from './publication.lookup.queries.ts';
import { listPublicationsOf } from './publication.pages.queries.ts';
import { type PublicationList, isOfMember, isReadInOrder, isTallied } from './publication.queries.ts';
import { isReadByTier, listByTier } from './publication.tiers.queries.ts';

/** The same list of every member of a kind. `key` is equal for equal lists. */
export interface MemberLists {
  kind: MemberKind;
  list: PublicationList;
  key: string;
}

/**
 * Batches the same read for many objects into one statement. Fast reads are also coalesced with those of other requests
 * (`Session.coalesce`).
 */
export function publicationLoaders(session: Session) {
  const { db, heavyDb, countDb } = session;
  const pages = new Map<string, DataLoader<number, Fetched<Publication>>>();
  const counts = new Map<string, DataLoader<number, number>>();
  return {
    /** Publications by slug with the selected parts. Null if there is none. */
    bySlugs: (question: SlugsQuestion) => session.coalesce('publications by slugs', question, answerSlugs),

    /** The slug of the publication with a packed identifier. Null if there is none. */
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

    /** The same page of each member's list, by the member's id, in one statement. */
    getPageLoader({ kind, list, key }: MemberLists, page: Page): DataLoader<number, Fetched<Publication>> {
      const ofKind = `${memberKey(kind)} ${key}`;
      return getLoader(pages, `${ofKind} ${JSON.stringify([page.after, page.before])}`, async (ids) => {
        const answerAll: AnswerAll<PagesQuestion, Fetched<Publication>[]> = (db, questions) =>
          listPublicationsOf(db, kind, list, questions);
        if (isReadInOrder(list, kind)) return session.coalesce(ofKind, { ids, page }, answerAll);
        const [id] = ids;
        if (ids.length === 1 && id !== undefined && isReadByTier(list))
          return [await listByTier(heavyDb, list, isOfMember(kind, sql`${id}::integer`), page)];
        const [pages] = await answerAll(heavyDb, [{ ids, page }]);
        return pages as Fetched<Publication>[];
      });
    },

    /** The count of each member's list, by the member's id. */
    getCountLoader({ kind, list, key }: MemberLists): DataLoader<number, number> {
      return getLoader(counts, `${memberKey(kind)} ${key}`, async (ids) => {
        const found = await countPublicationsOf(isTallied(list, kind) ? db : countDb, kind, ids, list);
        return ids.map((id) => found.get(id) ?? 0);
      });
    },
  };
}

/** Slugs, and the parts to read of their publications. */
interface SlugsQuestion {
  slugs: readonly string[];
  parts: Parts;
}

/** Sends one statement for all requests, and a second one for slugs that are not current. */
async function answerSlugs(
  db: Db,
  questions: readonly SlugsQuestion[],
): Promise<(SluggedPublication | null)[][]> {
  const lists = questions.map(({ slugs }) => slugs);
  const parts = PARTS.filter((part) => questions.some((question) => question.parts.includes(part)));
  return findBySlugs(
    lists,
    (slugs) => findPublicationsBySlugs(db, slugs, parts),
    (slugs) => findCurrentSlugs(db, 'publication', slugs),
  );
}

/**
 * Returns the loader for a key, and creates it on first use. Each key needs its own loader: two aliases of a field with
 * different arguments would otherwise share a batch.
 */
function getLoader<Answer>(
  loaders: Map<string, DataLoader<number, Answer>>,
  key: string,
  load: (ids: readonly number[]) => Promise<Answer[]>,
): DataLoader<number, Answer> {
  let loader = loaders.get(key);
  if (!loader) loaders.set(key, (loader = new DataLoader(load)));
  return loader;
}
