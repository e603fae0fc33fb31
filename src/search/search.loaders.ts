import DataLoader from 'dataloader';
import { batched } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { findRelevances } from './search.queries.ts';

/** Batching for one request. */
export function searchLoaders(db: Db) {
  return {
    relevance: new DataLoader<{ id: number; rank: string | null }, number, string>(
      batched(
        ({ rank }) => rank,
        ({ rank }, ids) => findRelevances(db, ids, rank),
        () => 0,
      ),
      { cacheKeyFn: ({ id, rank }) => `${id} ${rank ?? ''}` },
    ),
  };
}
