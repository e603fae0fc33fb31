import type { Db } from '../db/database.ts';
import type { Copied } from './copy.ts';
import { findFrequentStems, findMasks } from './counts.queries.ts';
import { FoundIds } from './found-ids.ts';

/** Stems per mask. PostgreSQL's integer has 31 bits besides the sign. */
const STEMS_PER_MASK = 31;

/** Maximum number of stems whose publications a copy keeps: 8 MB per million publications. */
const MOST_STEMS = 2 * STEMS_PER_MASK;

/** A stem is frequent if at least this share of the publications has it. */
const FREQUENT_SHARE = 1 / 8;

/** Publications per statement, which takes about 60 ms. */
const ROWS_AT_ONCE = 5000;

/**
 * Finds the publications of each frequent stem. To count a search for such stems, PostgreSQL would have to read most
 * rows, which are 3 kB wide. The result is empty if an import changes the catalogue meanwhile.
 * @param copy the copy that the sets are for
 * @param signal aborts between two statements
 */
export async function findStems(
  db: Db,
  { version, size, largestId, mostInPostgres }: Copied & { mostInPostgres: number },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FoundIds>> {
  const stems = await findFrequentStems(db, {
    least: Math.max(mostInPostgres + 1, size * FREQUENT_SHARE),
    most: MOST_STEMS,
  });
  const groups = Array.from({ length: Math.ceil(stems.length / STEMS_PER_MASK) }, (_, i) =>
    stems.slice(i * STEMS_PER_MASK, (i + 1) * STEMS_PER_MASK),
  );
  const sets = groups.map((group) => group.map(() => new FoundIds(largestId)));
  for (let last = 0; stems.length > 0;) {
    signal.throwIfAborted();
    const part = await findMasks(db, groups, { after: last, most: ROWS_AT_ONCE });
    if (part.version !== version) return new Map();
    if (part.lastId === null) break;
    addMasks(part.rows, sets);
    last = part.lastId;
  }
  const found = sets.flat();
  return new Map(stems.map((stem, i) => [stem, found[i] as FoundIds]));
}

/** Adds publications to the sets of their stems. */
function addMasks(rows: Buffer, sets: readonly (readonly FoundIds[])[]): void {
  for (let at = 0; at < rows.length;) {
    const id = rows.readInt32BE(at);
    at += 4;
    for (const group of sets) {
      // Each pass clears the lowest bit that is set.
      for (let mask = rows.readInt32BE(at); mask !== 0; mask &= mask - 1)
        group[31 - Math.clz32(mask & -mask)]?.add(id);
      at += 4;
    }
  }
}
