import DataLoader from 'dataloader';
import { batchBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { findRanks } from './search.queries.ts';
import type { Tier } from './search.ts';

/** Creates the loaders of one request. `rank` loads the rank of a publication in a search. */
export function searchLoaders(db: Db) {
  return {
    rank: new DataLoader<{ id: number; tiers: readonly Tier[] }, number, string>(
      batchBy(
        ({ tiers }) => tiers,
        ({ tiers }, ids) => findRanks(db, ids, tiers),
        () => 0,
      ),
      { cacheKeyFn: ({ id, tiers }) => `${id} ${tiers.map(({ query }) => query).join(' ')}` },
    ),
  };
}
