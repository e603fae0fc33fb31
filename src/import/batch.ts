import { groupBy } from '../db/batch.ts';
import { type Draft, findMissing, identify, recogniseEdited } from './identify.ts';
import { mergeTestimonies } from './merge.ts';
import { type Run, isStated } from './run.ts';
import {
  type NewRecord,
  type StoredRecord,
  addRecords,
  completeRecords,
  findFormerRecords,
  findStoredRecords,
  findTestimonies,
  moveRecords,
  newRecord,
  removeRecords,
} from './source-records.ts';
import type { Reading } from './sources.ts';
import type { Batch } from './stated.ts';
import { createPublications, revisePublications } from './write.ts';

/** Brings the catalogue to what a batch of a source's records states. */
export async function importBatch({ records, isWhole }: Batch, reading: Reading, run: Run): Promise<void> {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) return;
  const { db } = run;
  const lines = isWhole ? null : { first: first.firstLine, last: last.firstLine };
  const former = reading.formerCount === 0 ? [] : await findFormerRecords(db, reading.sourceId, lines);
  const restated = new Restated(run, reading);
  const changed = restated.takeKnown(records.map(newRecord), former);

  const drafts = await identify(db, changed);
  if (drafts.some(({ known }) => known !== null)) await run.bulk.end();
  if (isWhole) {
    const stated = new Set([...restated.publicationIds, ...idsOf(drafts)]);
    const missing = new Set(former.map(({ publicationId }) => publicationId).filter((id) => !stated.has(id)));
    recogniseEdited(drafts, await findMissing(db, [...missing]));
  }
  const stored = await findStoredRecords(db, idsOf(drafts));
  const changes = drafts.flatMap((draft) => changeOf(draft, stored, restated));
  await moveRecords(db, restated.moved);
  await write(changes, reading, run);
}

/** What a draft makes of the source records that the catalogue has of its publication. */
interface Change {
  draft: Draft;
  /** What the source states now and did not state before. */
  added: NewRecord[];
  /** What it stated before and does not state now. */
  outdated: StoredRecord[];
  /** What else is said of the publication, by other sources or elsewhere in this one. */
  others: StoredRecord[];
}

/** None where the source states the same of the publication as before, or less: that is told when all of it is read. */
function changeOf(draft: Draft, stored: ReadonlyMap<number, StoredRecord[]>, restated: Restated): Change[] {
  const all = stored.get(draft.known?.id ?? -1) ?? [];
  const added = restated.takeKnown(draft.records, all);
  if (added.length === 0) return [];
  const outdated = all.filter((record) => restated.isOutdated(record));
  return [{ draft, added, outdated, others: all.filter((record) => !outdated.includes(record)) }];
}

/** Keeps what a source states as it did before. */
class Restated {
  /** Those of the records that stand on other lines now. */
  readonly moved: { id: number; firstLine: number; lastLine: number }[] = [];
  readonly publicationIds = new Set<number>();
  private readonly run: Run;
  private readonly reading: Reading;

  constructor(run: Run, reading: Reading) {
    this.run = run;
    this.reading = reading;
  }

  /** Keeps those of the source's stored records that state the same as one of `records`. @returns the rest of these */
  takeKnown(records: readonly NewRecord[], stored: readonly StoredRecord[]): NewRecord[] {
    const open = groupBy(
      stored.filter((record) => this.isOutdated(record)),
      ({ contentHash }) => contentHash,
    );
    return records.filter((record) => {
      const same = open.get(record.contentHash) ?? [];
      const { firstLine } = record.stated;
      const known = same.find((one) => one.firstLine === firstLine) ?? same[0];
      if (!known) return true;
      same.splice(same.indexOf(known), 1);
      this.keep(known, record);
      return false;
    });
  }

  /** Of this source, and not stated by what was read of it until now. */
  isOutdated({ id, sourceId }: StoredRecord): boolean {
    return sourceId === this.reading.sourceId && !isStated(this.run, id);
  }

  private keep(
    { id, publicationId, ...lines }: StoredRecord,
    { stated: { firstLine, lastLine } }: NewRecord,
  ) {
    this.run.restated.add(id);
    this.run.publications.add(publicationId);
    this.publicationIds.add(publicationId);
    this.reading.restatedCount++;
    if (lines.firstLine !== firstLine || lines.lastLine !== lastLine)
      this.moved.push({ id, firstLine, lastLine });
  }
}

async function write(changes: readonly Change[], reading: Reading, run: Run): Promise<void> {
  if (changes.length === 0) return;
  const { db } = run;
  const others = changes.flatMap((change) => change.others);
  await completeRecords(db, others);
  const said = await findTestimonies(db, others);
  const merged = changes.map((change) => ({
    ...change,
    record: mergeTestimonies([
      ...(said.get(change.draft.known?.id ?? -1) ?? []),
      ...change.added.map(({ stated }) => stated),
    ]),
  }));
  const created = merged.filter(({ draft }) => draft.known === null);
  const ids = await createPublications(
    created.map(({ draft, record }) => ({
      record,
      slug: draft.records.find(({ stated }) => stated.slug !== null)?.stated.slug ?? null,
    })),
    run,
  );
  const publicationIds = new Map(created.map(({ draft }, i) => [draft, ids[i] as number]));
  const revised = merged.flatMap(({ draft, record }) =>
    draft.known === null ? [] : [{ id: draft.known.id, record }],
  );
  await revisePublications(revised, run);

  const outdated = changes.flatMap((change) => change.outdated);
  await removeRecords(
    db,
    outdated.map(({ id }) => id),
  );
  reading.replacedCount += outdated.length;
  const added = changes.flatMap(({ draft, added, others }) => {
    const publicationId = draft.known?.id ?? (publicationIds.get(draft) as number);
    run.publications.add(publicationId);
    const isOnly = added.length + others.length === 1 && added.every(({ stated }) => stated.raw === null);
    return added.map((record) => ({ ...record, publicationId, isOnly }));
  });
  await addRecords(db, reading.sourceId, added);
}

function idsOf(drafts: readonly Draft[]): number[] {
  return drafts.map(({ known }) => known?.id).filter((id) => id !== undefined);
}
