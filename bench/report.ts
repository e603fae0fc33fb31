import type { Measurement } from './load/measure.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** What was measured of one contender under one workload. */
export interface Result {
  workload: WorkloadName;
  contender: string;
  statements: number;
  rounds: Measurement[];
}

/** What one run found with a catalogue of one size. */
export interface Report {
  size: number;
  importRate: number | null;
  machine: string;
  date: string;
  results: Result[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function rate({ rounds }: Result): number {
  return median(rounds.map(({ requestsPerSecond }) => requestsPerSecond));
}

/** The median over the rounds of a contender's ratio to another in the same round: what a busy machine disturbs least. */
function ratio(of: Result, to: Result): number {
  return median(
    of.rounds.map((round, i) => round.requestsPerSecond / (to.rounds[i] as Measurement).requestsPerSecond),
  );
}

/** The report as Markdown: how the contenders compare, then what each costs. */
export function toMarkdown({ size, results, machine, date, importRate }: Report): string {
  const names = [...new Set(results.map(({ contender }) => contender))];
  const measured = [...new Set(results.map(({ workload }) => workload))];
  const find = (workload: WorkloadName, contender: string) =>
    results.find((of) => of.workload === workload && of.contender === contender);
  const first = names[0] as string;
  const others = names.slice(1);
  const ratios = measured.map((workload) => {
    const ours = find(workload, first) as Result;
    return others.map((name) => ratio(ours, find(workload, name) as Result));
  });
  return [
    `## ${size.toLocaleString('en')} publications`,
    '',
    `${date}, ${machine}${importRate === null ? '' : `; imported at ${importRate.toLocaleString('en')} records a second`}`,
    '',
    `${first} does … times as many operations a second as`,
    '',
    table(
      ['', 'operation', ...others],
      [
        ...measured.map((workload, i) => [
          workload,
          workloads[workload],
          ...(ratios[i] as number[]).map((value) => value.toFixed(2)),
        ]),
        [
          '',
          'geometric mean',
          ...others.map((_, i) => geometricMean(ratios.map((of) => of[i] as number)).toFixed(2)),
        ],
      ],
    ),
    '',
    table(
      [
        '',
        'contender',
        'operations/s',
        'p50 ms',
        'p99 ms',
        'server CPU ms',
        'PostgreSQL CPU ms',
        'statements',
        'memory MB',
      ],
      results.map((result) => {
        const of = (read: (measurement: Measurement) => number | null, digits: number) =>
          shown(result.rounds.map(read), digits);
        return [
          result.workload,
          result.contender,
          rate(result).toFixed(0),
          of(({ p50 }) => p50, 1),
          of(({ p99 }) => p99, 1),
          of(({ serverCpu }) => serverCpu, 3),
          of(({ postgresCpu }) => postgresCpu, 3),
          result.statements.toFixed(1),
          of(({ memory }) => memory, 0),
        ];
      }),
    ),
    '',
  ].join('\n');
}

function shown(values: readonly (number | null)[], digits: number): string {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? '' : median(known).toFixed(digits);
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = head.map((_, i) => rows.every((row) => /^[\d.]*$/.test(row[i] ?? '')));
  return [head, isNumber.map((number) => (number ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
