import type { Db } from '../db/database.ts';
import { findReferenceVersion } from './reference.queries.ts';
import { type Reference, loadReference } from './reference.ts';

/** Milliseconds between checks whether an import has finished since the snapshot. */
const FRESH_FOR = 2000;

/** The snapshot of the reference data in this process, renewed after an import. */
export interface ReferenceCache {
  /** The current snapshot. If it may be stale, it is renewed in the background. */
  get(): Promise<Reference>;
  /** An up-to-date snapshot, for values that the current one lacks. */
  renewed(): Promise<Reference>;
}

/**
 * Caches a snapshot of the reference data.
 * @param onError called if a snapshot could not be renewed; the old one stays in use
 */
export function referenceCache(db: Db, onError: (error: unknown) => void): ReferenceCache {
  let snapshot: Reference | undefined;
  let checkedAt = -Infinity;
  let renewal: Promise<Reference> | undefined;

  async function renew(): Promise<Reference> {
    if (snapshot === undefined || (await findReferenceVersion(db)) !== snapshot.version)
      snapshot = await loadReference(db);
    checkedAt = performance.now();
    return snapshot;
  }

  const renewed = () => (renewal ??= renew().finally(() => (renewal = undefined)));

  return {
    async get() {
      if (snapshot === undefined) return renewed();
      if (performance.now() - checkedAt > FRESH_FOR) {
        checkedAt = performance.now();
        renewed().catch(onError);
      }
      return snapshot;
    },
    renewed,
  };
}
