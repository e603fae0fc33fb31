import { sql } from 'kysely';
import { TALLIED_COLUMNS, Tally, type TalliedRow, type TallyRow } from '../tally.ts';
import { type Check, inBatches } from './check.ts';

/** How many publications have which values together, counted anew from their rows. */
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
    const { rows } = await sql<TallyRow>`
      select * from tally order by member_kind, member_id, kind, id`.execute(db);
    for (const row of rows) {
      const count = derived.get(keyOf(row));
      derived.delete(keyOf(row));
      if (count !== row.count) yield difference(keyOf(row), String(row.count), String(count ?? 'none'));
    }
    for (const [key, count] of derived) yield difference(key, 'none', String(count));
  },
};

function keyOf({ member_kind, member_id, kind, id }: TallyRow): string {
  return `${member_kind} ${member_id}, ${kind} ${id}`;
}

function difference(key: string, stored: string, derived: string) {
  const [row = '', what = ''] = key.split(', ');
  return { row, what, stored, derived };
}
