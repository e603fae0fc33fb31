import DataLoader from 'dataloader';
import { batchBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { findRelated } from './related.queries.ts';
import type { RelatedPublication } from './related.ts';

/** Loads related publications, batched for one request. */
export function relatedLoader(db: Db) {
  return new DataLoader<{ id: number; first: number }, RelatedPublication[], string>(
    batchBy(
      ({ first }) => first,
      ({ first }, ids) => findRelated(db, ids, first),
      () => [],
    ),
    { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
  );
}
