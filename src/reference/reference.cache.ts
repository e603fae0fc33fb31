import type { Db } from '../db/database.ts';
import { findReferenceVersion } from './reference.queries.ts';
import { type Reference, loadReference } from './reference.ts';

/** For how long a snapshot is used before it is asked whether an import was completed since, in milliseconds. */
const FRESH_FOR = 2000;

/** The process's snapshot of the reference data, renewed when an import was completed. */
export interface ReferenceCache {
  /** The snapshot at hand. One that may be behind is renewed behind the answer: nobody waits for it. */
  get(): Promise<Reference>;
  /** A snapshot that is not behind: for what the one at hand does not have. */
  renewed(): Promise<Reference>;
}

/**
 * Keeps a snapshot of `db`'s reference data.
 * @param onError told why a snapshot could not be renewed; the old one stays in use
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
