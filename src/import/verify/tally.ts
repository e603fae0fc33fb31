import { TALLIED_COLUMNS, Tally, type TalliedRow, type TallyRow } from '../tally.ts';
import { type Check, inBatches } from './check.ts';

/** Counts the publications of each value again from their rows. */
export const tally: Check = {
  name: 'tally',
  async *find(db) {
    const derived = new Map<string, number>();
    let counting = new Tally();
    const take = () => {
      for (const row of counting.rows()) derived.set(keyOf(row), (derived.get(keyOf(row)) ?? 0) + row.count);
      counting = new Tally();
    };
    const batches = inBatches<TalliedRow & { id: number }>(db, 'publication', ['id', ...TALLIED_COLUMNS]);
    for await (const rows of batches) {
      counting.add(rows, 1);
      if (counting.isLarge) take();
    }
    take();
    const stored = await db.selectFrom('tally').selectAll().orderBy('kind').orderBy('id').execute();
    for (const row of stored) {
      const count = derived.get(keyOf(row));
      derived.delete(keyOf(row));
      if (count !== row.count) yield difference(keyOf(row), String(row.count), String(count ?? 'none'));
    }
    for (const [key, count] of derived) yield difference(key, 'none', String(count));
  },
};

function keyOf({ kind, id }: Pick<TallyRow, 'id'> & { kind: string }): string {
  return `${kind} ${id}`;
}

function difference(row: string, stored: string, derived: string) {
  return { row, what: 'count', stored, derived };
}
