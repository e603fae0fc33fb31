import { IdSet } from './id-set.ts';
import {
  type ImportEvent,
  type ImportReport,
  emptyReport,
  reportRefused,
  reportRepairs,
  reportUnresolved,
} from './report.ts';
import type { Batch } from './stated.ts';
import { findUnstorable } from './unstorable.ts';

/** Records what a run of an import did: counts for its report, and single events. It makes no decisions. */
export class Journal {
  readonly report: ImportReport = emptyReport();
  /** Reports one event. */
  readonly tell: (event: ImportEvent) => void;
  /** Ids of the publications that the run's files state, and of those that it created or changed. */
  private readonly stated = new IdSet();
  private readonly created = new IdSet();
  private readonly changed = new IdSet();

  constructor(tell: (event: ImportEvent) => void = () => undefined) {
    this.tell = tell;
  }

  /** Number of publications that were created or updated. */
  get changedCount(): number {
    return this.changed.size;
  }

  /** Whether the run created the publication. */
  isCreated(id: number): boolean {
    return this.created.has(id);
  }

  noteStated(id: number): void {
    this.stated.add(id);
  }

  noteCreated(ids: readonly number[]): void {
    this.report.created += ids.length;
    for (const id of ids) {
      this.created.add(id);
      this.changed.add(id);
    }
  }

  noteUpdated(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.changed.has(id)) this.report.updated++;
      this.changed.add(id);
    }
  }

  noteRemoved(ids: readonly number[]): void {
    for (const id of ids) {
      if (this.created.has(id)) this.report.created--;
      else {
        this.report.removed++;
        if (this.changed.has(id)) this.report.updated--;
      }
      for (const set of [this.created, this.changed, this.stated]) set.delete(id);
    }
  }

  /** Records the content of a batch: records, repairs, unresolved values and refused parts. */
  noteBatch({ records, refused, descriptions }: Batch, file: string): void {
    const { report, tell } = this;
    report.records += records.length;
    report.descriptions += descriptions.length;
    reportRefused(report, refused);
    for (const { firstLine, lastLine, reason } of refused)
      tell({ event: 'refused', file, line: firstLine, lastLine, reason });
    for (const { repairs, unresolved, firstLine, lastLine, record } of records) {
      tell({ event: 'read', file, line: firstLine, lastLine, value: record.title });
      const all = [...repairs, ...findUnstorable(record)];
      reportRepairs(report, all);
      for (const { field, rule, read, made } of all)
        tell({ event: 'repaired', file, line: firstLine, field, value: read, made, rule });
      reportUnresolved(
        report,
        unresolved.map((value) => ({ ...value, file, firstLine, title: record.title })),
      );
      for (const { field, value, reason = 'no rule understands it' } of unresolved)
        tell({ event: 'unresolved', file, line: firstLine, field, value, reason });
    }
  }

  noteNothingRead(file: string, reason: string): void {
    this.report.nothingRead.push({ file, reason });
    this.tell({ event: 'nothing-read', file, reason });
  }

  /** Completes the report. */
  finish(): ImportReport {
    this.report.unchanged = this.stated.size - this.stated.countShared(this.changed);
    return this.report;
  }
}
