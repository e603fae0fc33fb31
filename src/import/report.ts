import { counted } from '../text/counted.ts';
import type { RefusedRecord, Repair, Unresolved } from './record.ts';

/** A printed value that no rule understands, with its place. */
export interface UnresolvedValue extends Unresolved {
  file: string;
  firstLine: number;
  title: string;
}

/** What an import did. */
export interface ImportReport {
  files: number;
  /** Records read, refused ones not counted. */
  records: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Records that a file stated when it was last read, and does not state now. What they said is kept. */
  absent: number;
  /** How often each rule repaired something, by rule. */
  repairs: Map<string, number>;
  /** How many values stayed unresolved, and the first of them. */
  unresolvedCount: number;
  unresolved: UnresolvedValue[];
  refusedCount: number;
  refused: RefusedRecord[];
}

/** How many unresolved and refused values a report lists one by one; the rest is counted. */
const MOST_LISTED = 200;

export function emptyReport(): ImportReport {
  return {
    files: 0,
    records: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    absent: 0,
    repairs: new Map(),
    unresolvedCount: 0,
    unresolved: [],
    refusedCount: 0,
    refused: [],
  };
}

export function reportRepairs(report: ImportReport, repairs: readonly Repair[]): void {
  for (const { rule } of repairs) report.repairs.set(rule, (report.repairs.get(rule) ?? 0) + 1);
}

export function reportUnresolved(report: ImportReport, values: readonly UnresolvedValue[]): void {
  report.unresolvedCount += values.length;
  report.unresolved.push(...values.slice(0, MOST_LISTED - report.unresolved.length));
}

export function reportRefused(report: ImportReport, refused: readonly RefusedRecord[]): void {
  report.refusedCount += refused.length;
  report.refused.push(...refused.slice(0, MOST_LISTED - report.refused.length));
}

/** The report as a person reads it, line by line. */
export function reportText(report: ImportReport, { isDryRun }: { isDryRun: boolean }): string {
  const repaired = [...report.repairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return [
    isDryRun ? 'Dry run: nothing was written.' : 'Imported.',
    '',
    `  read        ${counted(report.records, 'record')} in ${counted(report.files, 'file')}`,
    `  created     ${counted(report.created, 'publication')}`,
    `  updated     ${counted(report.updated, 'publication')}`,
    `  unchanged   ${counted(report.unchanged, 'publication')}`,
    ...(report.absent > 0
      ? [`  no longer   ${counted(report.absent, 'record')} that a file stated before; kept as they were`]
      : []),
    `  unresolved  ${counted(report.unresolvedCount, 'value')}`,
    `  refused     ${counted(report.refusedCount, 'record')}`,
    ...section(
      'Repaired, by rule:',
      repaired.map(([rule, times]) => `${String(times).padStart(5)}  ${rule}`),
    ),
    ...section(
      'Unresolved, kept as printed:',
      report.unresolved.map(
        ({ file, firstLine, offset = 0, field, value, reason }) =>
          `${file}:${firstLine + offset}  ${field}  ${JSON.stringify(value)}${reason === undefined ? '' : `: ${reason}`}`,
      ),
      report.unresolvedCount,
    ),
    ...section(
      'Refused:',
      report.refused.map(
        ({ file, firstLine, lastLine, reason }) => `${file}:${firstLine}-${lastLine}  ${reason}`,
      ),
      report.refusedCount,
    ),
  ].join('\n');
}

function section(title: string, lines: string[], total = lines.length): string[] {
  if (lines.length === 0) return [];
  const more = total > lines.length ? [`  … and ${total - lines.length} more`] : [];
  return ['', title, ...lines.map((line) => `  ${line}`), ...more];
}
