import { printCount } from '../text/counted.ts';
import type { RefusedRecord, Repair, Unresolved } from './record.ts';

/** An unresolved value with its position. */
export interface UnresolvedValue extends Unresolved {
  file: string;
  firstLine: number;
  title: string;
}

/** One event of an import; a line of `--report`. */
export interface ImportEvent {
  event:
    | 'read'
    | 'repaired'
    | 'unresolved'
    | 'refused'
    | 'merged'
    | 'created'
    | 'updated'
    | 'renamed'
    | 'joined'
    | 'removed'
    | 'vanished'
    | 'withdrawn'
    | 'nothing-read';
  file?: string;
  line?: number;
  lastLine?: number;
  /** The slug of the affected publication. */
  publication?: string;
  field?: string;
  /** The printed or stated value; for a record its title. */
  value?: string | readonly string[];
  /** The result of a repair. */
  made?: readonly string[];
  rule?: string;
  reason?: string;
}

/** The summary of an import. */
export interface ImportReport {
  files: number;
  /** Records read, without refused ones. */
  records: number;
  /** Descriptions of topics and categories read. */
  descriptions: number;
  /** Records of publications that other records state too. */
  merged: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Publications that no source states any more, or that were merged into another. */
  removed: number;
  /** Records that a file stated before and no longer states. They are kept. */
  absent: number;
  /** Records of withdrawn sources. */
  withdrawn: number;
  /** Files without a readable record, with the reason. */
  nothingRead: { file: string; reason: string }[];
  /** Number of repairs by rule. */
  repairs: Map<string, number>;
  /** Number of unresolved values, and the first of them. */
  unresolvedCount: number;
  unresolved: UnresolvedValue[];
  refusedCount: number;
  refused: RefusedRecord[];
}

/** The progress of an import. */
export interface ImportProgress {
  records: number;
  /** Share of the files that has been read, from 0 to 1. */
  share: number;
  /** True when everything has been read and the run is building indexes and statistics. */
  isFinishing: boolean;
  /** Number of repairs, of unresolved values and of unreadable records. */
  repaired: number;
  unresolved: number;
  refused: number;
}

export function progressOf(
  { records, repairs, unresolvedCount, refusedCount }: ImportReport,
  at: Pick<ImportProgress, 'share' | 'isFinishing'>,
): ImportProgress {
  let repaired = 0;
  for (const times of repairs.values()) repaired += times;
  return { ...at, records, repaired, unresolved: unresolvedCount, refused: refusedCount };
}

/** Maximum number of unresolved values, and of refused records, that a report lists. `--report` lists all. */
const MOST_LISTED = 200;

export function emptyReport(): ImportReport {
  return {
    files: 0,
    records: 0,
    descriptions: 0,
    merged: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    removed: 0,
    absent: 0,
    withdrawn: 0,
    nothingRead: [],
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

/** Formats the report as text. */
export function reportText(report: ImportReport, { isDryRun }: { isDryRun: boolean }): string {
  const refused = report.refused.filter((part) => !isWholeFile(part, report));
  const repaired = [...report.repairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const line = (name: string, count: number, noun: string, more = '') =>
    `  ${name.padEnd(11)} ${printCount(count, noun)}${more}`;
  const lineIfAny = (...[name, count, noun, more]: Parameters<typeof line>) =>
    count > 0 ? [line(name, count, noun, more)] : [];
  return [
    headline(report, isDryRun),
    '',
    line('read', report.records, 'record', ` in ${printCount(report.files, 'file')}`),
    line('created', report.created, 'publication'),
    line('updated', report.updated, 'publication'),
    line('unchanged', report.unchanged, 'publication'),
    ...lineIfAny(
      'removed',
      report.removed,
      'publication',
      ': no source states them, or they are part of another',
    ),
    ...lineIfAny('merged', report.merged, 'record', ' with others of the same publication'),
    ...lineIfAny('no longer', report.absent, 'record', ' that a file stated before; kept as they were'),
    ...lineIfAny('withdrawn', report.withdrawn, 'record'),
    ...lineIfAny('described', report.descriptions, 'description', ' of topics and categories'),
    line('unresolved', report.unresolvedCount, 'value'),
    line('refused', report.refusedCount, 'record'),
    ...section(
      'Nothing could be read of:',
      report.nothingRead.map(({ file, reason }) => `${file}  ${reason}`),
    ),
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
      refused.map(({ file, firstLine, lastLine, reason }) => `${file}:${firstLine}-${lastLine}  ${reason}`),
      report.refusedCount - (report.refused.length - refused.length),
    ),
  ].join('\n');
}

/** Whether a refused part is the only one of its file, which the report lists among those without a record. */
function isWholeFile({ file, reason }: RefusedRecord, { nothingRead }: ImportReport): boolean {
  return nothingRead.some((other) => other.file === file && other.reason === reason);
}

function headline({ records, nothingRead, withdrawn }: ImportReport, isDryRun: boolean): string {
  if (isDryRun) return 'Dry run: nothing was written.';
  if (records === 0 && nothingRead.length > 0) return 'Nothing was imported.';
  if (records === 0 && withdrawn > 0) return 'Withdrawn.';
  return nothingRead.length > 0
    ? `Imported, but nothing could be read of ${printCount(nothingRead.length, 'file')}.`
    : 'Imported.';
}

function section(title: string, lines: string[], total = lines.length): string[] {
  if (lines.length === 0) return [];
  const more = total > lines.length ? [`  … and ${total - lines.length} more; --report lists all`] : [];
  return ['', title, ...lines.map((line) => `  ${line}`), ...more];
}
