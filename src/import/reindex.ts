import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { loadReference } from '../reference/reference.ts';
import type { ChangedPlaces } from '../reference/seed.ts';
import { Indexer } from '../search/document.queries.ts';
import { emptyVocabulary } from '../search/vocabulary.queries.ts';
import { lockImports } from './import.ts';

/** Of how many publications what is searched was made anew, and how many have another now. */
export interface Reindexed {
  publications: number;
  changed: number;
}

/**
 * Makes what is searched of publications anew, of all or of those about places; of all also the vocabulary, whatever it was. In
 * one transaction, while no import runs.
 */
export async function reindex(db: Db, of: 'all' | ChangedPlaces): Promise<Reindexed> {
  if (of !== 'all' && of.countryIds.length + of.regionIds.length === 0)
    return { publications: 0, changed: 0 };
  return db.transaction().execute(async (trx) => {
    await lockImports(trx);
    const where =
      of === 'all'
        ? sql`true`
        : sql`country_ids && ${of.countryIds}::integer[] or region_ids && ${of.regionIds}::integer[]`;
    const { rows } = await sql<{ id: number }>`select id from publication where ${where} order by id`.execute(
      trx,
    );
    const ids = rows.map(({ id }) => id);
    const indexer = new Indexer(trx, await loadReference(trx));
    if (of === 'all') await emptyVocabulary(trx);
    else await indexer.forget(ids);
    const changed = await indexer.refresh(ids);
    await indexer.finish();
    return { publications: ids.length, changed };
  });
}
