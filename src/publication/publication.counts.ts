import { chooseWhereToCount } from '../counts/choose.ts';
import type { Context } from '../context.ts';
import { countPublications } from './publication.counts.queries.ts';
import { type ListConditions, chooseMembership } from './publication.filter.ts';
import { isTallied } from './publication.queries.ts';
import { findSoleStem } from '../search/search.queries.ts';

/** Counts the publications of a list of the catalogue. */
export async function countCatalogue(
  { db, session, counts }: Pick<Context, 'db' | 'session' | 'counts'>,
  conditions: ListConditions,
): Promise<number> {
  const list = { ...conditions, ...chooseMembership(conditions) };
  const isMaterialized =
    isTallied(list, list.membership) ||
    (list.isSearchAlone && list.search !== null && findSoleStem(list.search) !== null);
  if (isMaterialized) return countPublications(db, list);
  const current = counts?.current;
  // PostgreSQL counts a small catalogue faster.
  if (!current || current.size <= current.mostInPostgres) return countPublications(session.countDb, list);
  const countable = { ...conditions, member: null, isColumnar: false };
  const { db: chosen, lists } = await chooseWhereToCount({ counts, session }, countable, ['id']);
  return countPublications(chosen, lists.isColumnar ? { ...lists, membership: null } : list);
}
