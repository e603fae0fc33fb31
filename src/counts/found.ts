import { sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Session } from '../db/sessions.ts';
import type { Copy } from './copies.ts';
import { findIds, findVersion } from './counts.queries.ts';

/** Number of sets that this process has made. */
let made = 0;

/** A set of publications of one version of the catalogue, as a bitmap over their ids. */
export class FoundIds {
  /**
   * DuckDB's representation of a bit string: the number of padding bits (always 0 here), then the bits, of which the
   * first is the highest of its byte.
   */
  readonly data: Uint8Array;
  private readonly name = `set ${++made}`;

  /**
   * @param ids separated by commas
   * @param largestId the largest id in the catalogue
   */
  constructor(ids: string, largestId: number) {
    this.data = new Uint8Array(2 + (largestId >> 3));
    // There may be a million ids. Splitting the text would create a million strings.
    let id = 0;
    for (let i = 0; i <= ids.length; i++) {
      const code = i < ids.length ? ids.charCodeAt(i) : COMMA;
      if (code === COMMA) {
        this.add(id);
        id = 0;
      } else id = id * 10 + code - ZERO;
    }
  }

  /** A name that no other set has, because results are cached by the parameters of their statement as JSON. */
  toJSON(): string {
    return this.name;
  }

  private add(id: number): void {
    const byte = 1 + (id >> 3);
    this.data[byte] = (this.data[byte] ?? 0) | (0x80 >> (id & 7));
  }
}

const COMMA = ','.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** True for publications of a set. In the SQL of the column store. */
function isFound(found: FoundIds): Condition {
  return sql`get_bit(${found}, p.id) = 1`;
}

/** The conditions of a list: together, they are its condition in PostgreSQL. */
export interface Conditions {
  /** The condition of its search; null if there is none. */
  searched: Condition | null;
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
 * count, its facets, its statistics, and further filters of the same search.
 * @returns null if PostgreSQL has another version of the catalogue than the copy
 */
export async function conditionInCopy(
  copy: Copy,
  session: Session,
  { searched, filtered, isCopied }: Conditions,
): Promise<Condition | null> {
  if (!searched && isCopied) return (await isCurrent(copy, session)) ? all([filtered]) : null;
  // If the hits of the search are not known yet, PostgreSQL may find those that match the filter faster than all.
  const isFilteredInCopy = isCopied && isKnown(copy, session, keyOf(copy, session, all([searched])));
  const found = await find(copy, session, all([searched, isFilteredInCopy ? null : filtered]));
  return found && all([isFound(found), isFilteredInCopy ? filtered : null]);
}

async function isCurrent(copy: Copy, session: Session): Promise<boolean> {
  return (await findVersion(session.db)) === copy.version;
}

function isKnown(copy: Copy, session: Session, key: string): boolean {
  return copy.found.has(key) || (finding.get(session)?.has(key) ?? false);
}

async function find(copy: Copy, session: Session, where: Condition): Promise<FoundIds | null> {
  const key = keyOf(copy, session, where);
  const known = copy.found.get(key);
  if (known) return (await isCurrent(copy, session)) ? known : null;
  const ofRequest = finding.get(session) ?? new Map<string, Promise<FoundIds | null>>();
  finding.set(session, ofRequest);
  const running = ofRequest.get(key) ?? findNew(copy, session, where, key);
  ofRequest.set(key, running);
  return running;
}

async function findNew(
  copy: Copy,
  session: Session,
  where: Condition,
  key: string,
): Promise<FoundIds | null> {
  const { version, ids } = await findIds(session.countDb, where);
  if (version !== copy.version) return null;
  const found = new FoundIds(ids, copy.largestId);
  copy.found.set(key, found);
  return found;
}

/** A request may outlive the copy that it began with, so its sets have the version in their keys. */
function keyOf({ version }: Copy, { db }: Session, where: Condition): string {
  const { sql: text, parameters } = sql`${where}`.compile(db);
  return `${version} ${text} ${JSON.stringify(parameters)}`;
}
