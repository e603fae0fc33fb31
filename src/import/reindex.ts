import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { loadReference } from '../reference/reference.ts';
import type { ChangedPlaces } from '../reference/seed.ts';
import { Indexer } from '../search/document.queries.ts';
import { lockImports } from './import.ts';

/** Makes what is searched of publications anew, of all or of those about places; in one transaction, while no import runs. */
export async function reindex(db: Db, of: 'all' | ChangedPlaces): Promise<void> {
  if (of !== 'all' && of.countryIds.length + of.regionIds.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await lockImports(trx);
    const where =
      of === 'all'
        ? sql`true`
        : sql`country_ids && ${of.countryIds}::integer[] or region_ids && ${of.regionIds}::integer[]`;
    const { rows } = await sql<{ id: number }>`select id from publication where ${where} order by id`.execute(
      trx,
    );
    const indexer = new Indexer(trx, await loadReference(trx));
    await indexer.refresh(rows.map(({ id }) => id));
    await indexer.finish();
  });
}
