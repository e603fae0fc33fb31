import type { Context } from '../context.ts';
import { createContext } from '../api/context.ts';
import type { Snapshot } from '../db/snapshot.ts';
import type { Limits } from '../graphql/limits.ts';
import { findReferenceVersion } from '../reference/reference.queries.ts';
import { type Reference, loadReference } from '../reference/reference.ts';

/**
 * Creates the context of an export, whose reference data has the same version as the snapshot.
 * @param known the current reference data; used if it has that version
 */
export async function createExportContext(
  snapshot: Snapshot,
  limits: Limits,
  known: Reference | null,
): Promise<Context> {
  const isCurrent = known !== null && known.version === (await findReferenceVersion(snapshot.db));
  const reference = isCurrent ? known : await loadReference(snapshot.db);
  const get = () => Promise.resolve(reference);
  return createContext(snapshot, { get, renew: get }, limits);
}
