import { sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Session } from '../db/sessions.ts';
import { matchesSearch } from '../search/search.conditions.ts';
import type { StemClause } from '../search/search.ts';
import type { Copy } from './copies.ts';
import { findIds, findVersion } from './counts.queries.ts';
import { FoundIds } from './found-ids.ts';

/** True for publications of a set. In the SQL of the column store. */
function isFound(found: FoundIds): Condition {
  return sql`get_bit(${found}, p.id) = 1`;
}

/** The conditions of a list: together, they are its condition in PostgreSQL. */
export interface Conditions {
  /** The condition of its search; null if there is none. */
  searched: Condition | null;
  /** The same condition by stems; null if there is no search, or if it has more than stems. */
  stemClauses: readonly StemClause[] | null;
  /** Estimate of the number of publications that the search finds; `Infinity` if there is none. */
  countExpected: number;
  /** The condition of its filter; null matches all publications. */
  filtered: Condition | null;
  /** Whether `filtered` reads only columns that the copy has. */
  isCopied: boolean;
}

/** Sets that statements of a request are finding, by version and conditions. */
const finding = new WeakMap<Session, Map<string, Promise<FoundIds | null>>>();

/**
 * Expresses the conditions of a list in the SQL of the column store. PostgreSQL finds what the copy can't: the hits of
 * a search, or of a filter by other columns. The copy keeps recent sets, so the hits of a search are read once for its
 * count, its facets, its statistics, and further filters of the same search. It also keeps the publications of frequent
 * stems, so PostgreSQL need not read them.
 * @returns null if PostgreSQL has another version of the catalogue than the copy
 */
export async function conditionInCopy(
  copy: Copy,
  session: Session,
  { searched, stemClauses, countExpected, filtered, isCopied }: Conditions,
): Promise<Condition | null> {
  if (!searched && isCopied) return (await isCurrent(copy, session)) ? all([filtered]) : null;
  const stems = stemClauses && needsFewRows(copy, stemClauses, countExpected) ? stemClauses : null;
  // If the hits of the search are not known yet, PostgreSQL may find those that match the filter faster than all.
  const isFilteredInCopy =
    isCopied && (stems !== null || isKnown(copy, session, keyOf(copy, session, all([searched]))));
  const where = all([searched, isFilteredInCopy ? null : filtered]);
  const found = await find(copy, session, where, isFilteredInCopy ? stems : null);
  return found && all([isFound(found), isFilteredInCopy ? filtered : null]);
}

/** Whether PostgreSQL reads fewer rows for the stems that are not known yet than for the whole search. */
function needsFewRows(
  { stems: known }: Copy,
  clauses: readonly StemClause[],
  countExpected: number,
): boolean {
  const unknown = clauses.flatMap(({ stems }) => stems).filter(({ stem }) => !known.has(stem));
  return unknown.reduce((sum, { documents }) => sum + (documents ?? Infinity), 0) < countExpected / 2;
}

async function isCurrent(copy: Copy, session: Session): Promise<boolean> {
  return (await findVersion(session.db)) === copy.version;
}

function isKnown(copy: Copy, session: Session, key: string): boolean {
  return copy.found.has(key) || (finding.get(session)?.has(key) ?? false);
}

async function find(
  copy: Copy,
  session: Session,
  where: Condition,
  stemClauses: readonly StemClause[] | null = null,
): Promise<FoundIds | null> {
  const key = keyOf(copy, session, where);
  const known = copy.found.get(key);
  if (known) return (await isCurrent(copy, session)) ? known : null;
  const ofRequest = finding.get(session) ?? new Map<string, Promise<FoundIds | null>>();
  finding.set(session, ofRequest);
  const running =
    ofRequest.get(key) ??
    (stemClauses ? combineStems(copy, session, stemClauses) : findNew(copy, session, where));
  ofRequest.set(key, running);
  const found = await running;
  if (found) copy.found.set(key, found);
  return found;
}

async function findNew(copy: Copy, session: Session, where: Condition): Promise<FoundIds | null> {
  const { version, ids } = await findIds(session.countDb, where);
  return version === copy.version ? FoundIds.fromText(ids, copy.largestId) : null;
}

/** Combines the publications of stems. PostgreSQL finds those of stems that are not frequent. */
async function combineStems(
  copy: Copy,
  session: Session,
  clauses: readonly StemClause[],
): Promise<FoundIds | null> {
  if (!(await isCurrent(copy, session))) return null;
  const sets = new Map<string, FoundIds>();
  for (const { stem } of clauses.flatMap(({ stems }) => stems)) {
    const set = copy.stems.get(stem) ?? (await find(copy, session, matchesSearch(`'${stem}'`)));
    if (!set) return null;
    sets.set(stem, set);
  }
  const combined = clauses.map(({ stems, isExcluded }) => ({
    sets: stems.map(({ stem }) => sets.get(stem) as FoundIds),
    isExcluded,
  }));
  return FoundIds.combine(combined, copy.largestId);
}

/** A request may outlive the copy that it began with, so its sets have the version in their keys. */
function keyOf({ version }: Copy, { db }: Session, where: Condition): string {
  const { sql: text, parameters } = sql`${where}`.compile(db);
  return `${version} ${text} ${JSON.stringify(parameters)}`;
}
