import type { Context } from '../context.ts';
import { createContext } from '../api/context.ts';
import type { Snapshot } from '../db/snapshot.ts';
import type { Limits } from '../graphql/limits.ts';
import { findReferenceVersion } from '../reference/reference.queries.ts';
import { type Reference, loadReference } from '../reference/reference.ts';

/**
 * The context of an export: its reference data is of the same moment as the rows.
 * @param known reference data at hand, which is used if it is of that moment
 */
export async function createExportContext(
  snapshot: Snapshot,
  limits: Limits,
  known: Reference | null,
): Promise<Context> {
  const isCurrent = known !== null && known.version === (await findReferenceVersion(snapshot.db));
  const reference = isCurrent ? known : await loadReference(snapshot.db);
  const get = () => Promise.resolve(reference);
  return createContext(snapshot, { get, renewed: get }, limits);
}
