import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import type { Counts } from './copies.ts';
import { isCopied } from './copied.ts';
import { type Conditions, conditionInCopy } from './found.ts';

/** The properties of lists that decide where they are counted. */
export interface Countable extends Conditions {
  member: unknown;
  /** Condition on the row `p`; null matches all publications. In PostgreSQL, it consists of `Conditions`. */
  where: Condition | null;
  /** Estimate of the number of publications that the search finds; `Infinity` if there is none. */
  countExpected: number;
  /** Whether the column store counts them. */
  isColumnar: boolean;
}

/**
 * Chooses where to count lists: in this process's columnar copy if the copy has the current version of the catalogue,
 * otherwise in PostgreSQL. PostgreSQL counts the few hits of a rare word, and the hits of a search in members' lists.
 * @param columns the columns of publications to count by
 * @returns the database to count in, and the lists in a form for that database
 */
export async function chooseWhereToCount<Lists extends Countable>(
  { counts, session }: { counts: Counts | null; session: Session },
  lists: Lists,
  columns: readonly string[],
): Promise<{ db: Db; lists: Lists }> {
  const inPostgres = { db: session.countDb, lists };
  const copy = counts?.current;
  if (!copy || !columns.every(isCopied)) return inPostgres;
  const isInCopy = lists.isCopied && !lists.searched;
  if (!isInCopy && (lists.member || lists.countExpected <= copy.mostInPostgres)) return inPostgres;
  const where = await conditionInCopy(copy, session, lists);
  if (where !== null) return { db: copy.over(session), lists: { ...lists, where, isColumnar: true } };
  void counts.refresh();
  return inPostgres;
}
