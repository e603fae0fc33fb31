import type { Page, Position, PositionedRow, SortType } from '../db/keyset.ts';
import { digest } from '../text/digest.ts';
import { badInput, quote } from './errors.ts';
import { fromRfc3339, toRfc3339 } from './instant.ts';
import type { Limits } from './limits.ts';

/** Page arguments of every list. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const DEFAULT_SIZE = 20;

/** Version of the cursor format. Increase it when older cursors can't be read any more. */
const VERSION = 1;

/**
 * Returns a digest of everything that determines a list's rows and their order. Cursors contain it, so that a cursor of
 * another list is refused.
 */
export function digestList(list: unknown): string {
  return digest(list).slice(0, 10);
}

/** Makes the cursor of a row in the list with this digest. */
export function writeRowCursor(row: PositionedRow, digest: string): string {
  return writeCursor([row.sortKey, row.id], digest);
}

/** Makes the cursor of a position, which may be any JSON values, in the list with this digest. */
export function writeCursor(place: readonly unknown[], digest: string): string {
  return Buffer.from(JSON.stringify([VERSION, digest, ...place])).toString('base64url');
}

function readCursor(cursor: string, list: ListIdentity, argument: string): Position {
  const isPlace = (place: unknown[]): place is [string | number, number] =>
    place.length === 2 && isKey(place[0], list.sortType) && isInteger(place[1]);
  const [key, id] = readPosition(cursor, { digest: list.digest(), isPlace, argument });
  return { key, id };
}

/**
 * Reads the position from a cursor that `writeCursor` made.
 * @throws BAD_USER_INPUT with `argument` if it is no cursor, or one of another list
 */
export function readPosition<Place extends unknown[]>(
  cursor: string,
  list: { digest: string; isPlace: (place: unknown[]) => place is Place; argument: string },
): Place {
  const { digest, isPlace, argument } = list;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    read = null;
  }
  const [version, cursorDigest, ...place] = Array.isArray(read) ? (read as unknown[]) : [];
  if (version === VERSION && typeof cursorDigest === 'string' && cursorDigest !== digest)
    throw badInput(
      argument,
      'this cursor belongs to another list; use it with the same filter, search and order as the page that returned it.',
    );
  if (version !== VERSION || cursorDigest !== digest || !isPlace(place))
    throw badInput(
      argument,
      `${quote(cursor)} is not a cursor; give one from "cursor", "startCursor" or "endCursor".`,
    );
  return place;
}

function isKey(key: unknown, type: SortType): key is string | number {
  if (type === 'integer') return isInteger(key);
  if (typeof key !== 'string') return false;
  return type === 'text' || fromRfc3339(toRfc3339(key)) === key;
}

export function isInteger(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

/** The properties of a list that a cursor is checked against. */
export interface ListIdentity {
  digest(): string;
  sortType: SortType;
}

/** Reads the page arguments of a list. @throws BAD_USER_INPUT with the wrong argument */
export function readPage(args: PageArguments, list: ListIdentity, { pageSize }: Limits): Page {
  const { first, last, after, before } = args;
  if (isGiven(first) && isGiven(last))
    throw badInput('last', 'give "first" or "last", not both: a page is taken from one end of the list.');
  for (const [name, size] of [
    ['first', first],
    ['last', last],
  ] as const)
    if (isGiven(size) && (size < 0 || size > pageSize))
      throw badInput(
        name,
        `${size} is out of range; give 0 to ${pageSize}, and "after" or "before" for more.`,
      );
  return {
    size: first ?? last ?? Math.min(DEFAULT_SIZE, pageSize),
    fromEnd: isGiven(last),
    after: isGiven(after) ? readCursor(after, list, 'after') : null,
    before: isGiven(before) ? readCursor(before, list, 'before') : null,
    needsHasMore: true,
  };
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
