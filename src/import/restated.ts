import { groupBy } from '../db/batch.ts';
import { type Run, isStated } from './run.ts';
import type { NewRecord, StoredRecord } from './source-records.ts';
import type { Reading } from './sources.ts';

/** Recognises records that a source states unchanged, and keeps them. */
export class Restated {
  /** Kept records whose line numbers changed. */
  readonly moved: { id: number; firstLine: number; lastLine: number }[] = [];
  private readonly run: Run;
  private readonly reading: Reading;

  constructor(run: Run, reading: Reading) {
    this.run = run;
    this.reading = reading;
  }

  /** Keeps the source's stored records that are equal to one of `records`. @returns the records without an equal one */
  takeKnown(records: readonly NewRecord[], stored: readonly StoredRecord[]): NewRecord[] {
    const open = groupBy(
      stored.filter(({ id, sourceId }) => sourceId === this.reading.sourceId && !isStated(this.run, id)),
      ({ contentHash }) => contentHash,
    );
    return records.filter((record) => {
      const same = open.get(record.contentHash) ?? [];
      const { firstLine } = record.stated;
      const known = same.find((stored) => stored.firstLine === firstLine) ?? same[0];
      if (!known) return true;
      same.splice(same.indexOf(known), 1);
      this.keep(known, record);
      return false;
    });
  }

  private keep(
    { id, publicationId, ...lines }: StoredRecord,
    { stated: { firstLine, lastLine } }: NewRecord,
  ) {
    this.run.restated.add(id);
    this.run.journal.noteStated(publicationId);
    this.reading.restatedCount++;
    if (lines.firstLine !== firstLine || lines.lastLine !== lastLine)
      this.moved.push({ id, firstLine, lastLine });
  }
}
