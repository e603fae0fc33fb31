import { sql } from 'kysely';
import { groupBy } from '../../db/batch.ts';
import type { Db } from '../../db/database.ts';
import { type Testimony, mergeTestimonies } from '../merge.ts';
import { noNamedIds } from '../named-ids.ts';
import { findNamed } from '../names.ts';
import {
  PUBLICATION_COLUMNS,
  CONTRIBUTION_COLUMNS,
  type PublicationRow,
  toContributionRows,
  toPublicationRow,
} from '../rows.ts';
import { parseStoredRecord } from '../stored-record.ts';
import { type Check, compare, inBatches } from './check.ts';

/** Derives each publication's row and contributors from its sources. */
export const publications: Check = {
  name: 'publication',
  async *find(db, reference) {
    for await (const rows of inBatches<PublicationRow>(db, 'publication', [
      'id',
      'slug',
      'slug_base',
      ...PUBLICATION_COLUMNS,
    ])) {
      const ids = rows.map(({ id }) => id);
      const testimonies = await findTestimonies(db, rows);
      const contributions = await findContributions(db, ids);
      const records = new Map([...testimonies].map(([id, said]) => [id, mergeTestimonies(said)]));
      const names = noNamedIds();
      await findNamed(db, [...records.values()], names);
      for (const row of rows) {
        const { id, slug } = row;
        const label = `publication ${slug}`;
        const record = records.get(id);
        if (record === undefined) {
          yield { row: label, what: 'sources', stored: 'none', derived: 'one at least' };
          continue;
        }
        const {
          id: _,
          slug: __,
          ...derived
        } = toPublicationRow({ id, slug, base: row.slug_base, record }, names, reference);
        yield* compare(label, row, derived);
        yield* compare(
          label,
          { contribution: contributions.get(id)?.map(({ columns }) => columns) ?? [] },
          { contribution: toContributionRows(id, record, names) },
        );
      }
    }
  },
};

/**
 * The source records of publications, oldest first. Title and abstract of an only record come from the publication's
 * row.
 */
async function findTestimonies(db: Db, rows: readonly PublicationRow[]): Promise<Map<number, Testimony[]>> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const records = await db
    .selectFrom('source_record')
    .select(['publication_id as id', 'said', 'is_complete as isComplete'])
    .where(sql<boolean>`publication_id = any(${[...byId.keys()]}::integer[])`)
    .orderBy('source_record.id')
    .execute();
  const testimonies = groupBy(records, ({ id }) => id);
  return new Map(
    [...testimonies].map(([id, all]) => {
      const { title, abstract } = byId.get(id) as PublicationRow;
      return [
        id,
        all.map(({ said, isComplete }) => ({
          record: parseStoredRecord(said, { title, abstract }),
          isComplete,
        })),
      ];
    }),
  );
}

async function findContributions(db: Db, ids: readonly number[]) {
  const columns = sql.join(CONTRIBUTION_COLUMNS.map((column) => sql.ref(column)));
  const { rows } = await sql<{ id: number; columns: unknown[] }>`
    select publication_id as id, json_build_array(${columns}) as columns from contribution
    where publication_id = any(${ids}::integer[]) order by publication_id, position`.execute(db);
  return groupBy(rows, ({ id }) => id);
}
