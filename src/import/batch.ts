import { reconcile } from './reconcile.ts';
import { Restated } from './restated.ts';
import { type Run, isStated } from './run.ts';
import { findFormerRecords, moveRecords, newRecord } from './source-records.ts';
import type { Reading } from './sources.ts';
import type { Batch } from './stated.ts';

/** Maximum number of stored records of a source for which similar titles are compared to recognise edits. */
const MOST_COMPARED = 5000;

/** Updates the catalogue with a batch of records. */
export async function importBatch({ records, isWhole }: Batch, reading: Reading, run: Run): Promise<void> {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) return;
  const lines = isWhole ? null : { first: first.firstLine, last: last.firstLine };
  const former = reading.formerCount === 0 ? [] : await findFormerRecords(run.db, reading.sourceId, lines);
  const restated = new Restated(run, reading);
  const added = restated.takeKnown(records.map(newRecord), former);
  const isSeenAtOnce = isWhole && former.length <= MOST_COMPARED;
  if (added.length > 0) {
    const unstated = isSeenAtOnce ? former.filter(({ id }) => !isStated(run, id)) : [];
    const publicationIds = unstated.map(({ publicationId }) => publicationId);
    const seen = isSeenAtOnce ? 'all at once' : 'a part';
    await reconcile({ reading, added, publicationIds, restated, seen }, run);
  }
  await moveRecords(run.db, restated.moved);
}
