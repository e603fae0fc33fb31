import { sql } from 'kysely';
import { any, overlaps } from '../db/conditions.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { loadReference } from '../reference/reference.ts';
import type { ChangedPlaces } from '../reference/seed.ts';
import { Indexer } from '../search/document.queries.ts';
import { emptyVocabulary } from '../search/vocabulary.changes.queries.ts';
import { lockImports } from './transaction.ts';

/** The number of rebuilt search documents, and how many of them changed. */
export interface Reindexed {
  publications: number;
  changed: number;
}

/**
 * Rebuilds the search documents of all publications (with the vocabulary), or of those about certain places. Runs in
 * one transaction that holds the import lock.
 */
export async function reindex(db: Db, scope: 'all' | ChangedPlaces): Promise<Reindexed> {
  if (scope !== 'all' && scope.countryIds.length + scope.regionIds.length === 0)
    return { publications: 0, changed: 0 };
  return inTransaction(db, async (trx) => {
    await lockImports(trx);
    const all = trx.selectFrom('publication').select('id').orderBy('id');
    const rows = await (scope === 'all' ? all : all.where(isAbout(scope))).execute();
    const ids = rows.map(({ id }) => id);
    const indexer = new Indexer(trx, await loadReference(trx));
    if (scope === 'all') await emptyVocabulary(trx);
    else await indexer.forget(ids);
    const changed = await indexer.refresh(ids);
    await indexer.finish();
    if (scope === 'all') await trx.deleteFrom('pending_work').where('kind', '=', 'search').execute();
    return { publications: ids.length, changed };
  });
}

function isAbout({ countryIds, regionIds }: ChangedPlaces) {
  return any([overlaps(sql.ref('country_ids'), countryIds), overlaps(sql.ref('region_ids'), regionIds)]);
}
