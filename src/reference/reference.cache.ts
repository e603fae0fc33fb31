import type { Db } from '../db/database.ts';
import { findReferenceVersion } from './reference.queries.ts';
import { type Reference, loadReference } from './reference.ts';

/** Milliseconds after which a snapshot is checked against the last import. */
const FRESH_FOR = 2000;

/** This process's snapshot of the reference data. It is renewed after an import. */
export interface ReferenceCache {
  /** Returns the current snapshot. If it may be stale, it is renewed in the background. */
  get(): Promise<Reference>;
  /** Returns an up-to-date snapshot, for values that the current one lacks. */
  renew(): Promise<Reference>;
}

/**
 * Creates a cache of the reference data.
 * @param onError called if a snapshot could not be renewed; the old one stays in use
 */
export function createReferenceCache(db: Db, onError: (error: unknown) => void): ReferenceCache {
  let snapshot: Reference | undefined;
  let checkedAt = -Infinity;
  let renewal: Promise<Reference> | undefined;
  /** The renewal after the running one. */
  let next: Promise<Reference> | undefined;

  async function load(): Promise<Reference> {
    if (snapshot === undefined || (await findReferenceVersion(db)) !== snapshot.version)
      snapshot = await loadReference(db);
    checkedAt = performance.now();
    return snapshot;
  }

  function renew(): Promise<Reference> {
    if (!renewal) return (renewal = load().finally(() => (renewal = undefined)));
    // The running one may have read the version before the import whose values the caller has seen.
    return (next ??= renewal
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return renew();
      }));
  }

  return {
    async get() {
      if (snapshot === undefined) return renewal ?? renew();
      if (performance.now() - checkedAt > FRESH_FOR) {
        checkedAt = performance.now();
        renew().catch(onError);
      }
      return snapshot;
    },
    renew,
  };
}
