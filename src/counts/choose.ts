import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import type { Counts } from './copies.ts';
import { isCopied } from './copied.ts';
import { findIds, findVersion, hasIdIn } from './counts.queries.ts';

/** The properties of lists that decide where they are counted. */
export interface Countable {
  member: unknown;
  /** Condition on the row `p`; null matches all publications. */
  where: Condition | null;
  /** Whether `where` reads only columns that the copy has. */
  isCopied: boolean;
  /** Upper bound of the number of publications that `where` matches; `Infinity` if unknown. */
  countAtMost: number;
  /** Whether the column store counts them. */
  isColumnar: boolean;
}

/**
 * Chooses where to count lists: in this process's columnar copy if the copy has the current version of the catalogue,
 * otherwise in PostgreSQL. If the copy lacks columns of the condition, such as those of a search, PostgreSQL finds the
 * publications and the copy counts them by id. PostgreSQL counts small results, and members' lists, itself.
 * @param columns the columns of publications to count by
 * @returns the database to count in, and the lists in a form for that database
 */
export async function chooseWhereToCount<Lists extends Countable>(
  { counts, session }: { counts: Counts | null; session: Session },
  lists: Lists,
  columns: readonly string[],
): Promise<{ db: Db; lists: Lists }> {
  const inPostgres = { db: session.heavyDb, lists };
  const copy = counts?.current;
  if (!counts || !copy || !columns.every(isCopied)) return inPostgres;
  const { where } = lists;
  const isFoundThere = where === null || lists.isCopied;
  if (!isFoundThere && (lists.member || lists.countAtMost <= copy.mostInPostgres)) return inPostgres;
  const found = isFoundThere
    ? { version: await findVersion(session.db), ids: null }
    : await findIds(session.heavyDb, where);
  if (found.version !== copy.version) {
    void counts.refresh();
    return inPostgres;
  }
  if (found.ids === null) return { db: copy.over(session), lists: { ...lists, isColumnar: true } };
  if (found.ids === '') return inPostgres;
  return {
    db: copy.over(session),
    lists: { ...lists, where: hasIdIn(found.ids), isColumnar: true },
  };
}
