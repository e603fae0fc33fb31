import type { Repair, StatedField, Unresolved } from '../../record.ts';

/** Collects the repairs of a record, and its values that can't be read with certainty. */
export class Remarks {
  readonly repairs: Repair[] = [];
  readonly unresolved: Unresolved[] = [];

  /** Records a value that can't be read. */
  reject(field: StatedField, value: string, reason: string): void {
    this.unresolved.push({ field, value, reason });
  }

  /** Records a repair. */
  note(field: StatedField, rule: string, read: string, made: readonly string[]): void {
    this.repairs.push({ field, rule, read: [read], made: [...made] });
  }
}
