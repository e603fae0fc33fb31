import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import type { Counts } from './copies.ts';
import { isCopied } from './copied.ts';
import { findIds, findVersion, hasIdIn } from './counts.queries.ts';

/** Lists of publications, as far as it matters for where they are counted. */
export interface Countable {
  member: unknown;
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /** Whether `where` reads only columns that the copy has. */
  isCopied: boolean;
  /** How many publications `where` finds at most; `Infinity` if that isn't known. */
  countAtMost: number;
  /** Whether they are counted in the column store. */
  isColumnar: boolean;
}

/**
 * Where lists are counted: in the process's copy if that has their version, else in PostgreSQL. PostgreSQL finds what the
 * copy can't, as a search does.
 * @param columns of publications, that they are counted by
 * @returns the database to count in, and the lists as it understands them
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
