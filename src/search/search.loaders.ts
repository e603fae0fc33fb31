import DataLoader from 'dataloader';
import { batched } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { findRanks } from './search.queries.ts';
import type { Tier } from './search.ts';

/** Batching for one request. */
export function searchLoaders(db: Db) {
  return {
    rank: new DataLoader<{ id: number; tiers: readonly Tier[] }, number, string>(
      batched(
        ({ tiers }) => tiers,
        ({ tiers }, ids) => findRanks(db, ids, tiers),
        () => 0,
      ),
      { cacheKeyFn: ({ id, tiers }) => `${id} ${tiers.map(({ query }) => query).join(' ')}` },
    ),
  };
}
