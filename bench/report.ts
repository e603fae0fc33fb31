import type { Measurement } from './load/measure.ts';
import { median } from './statistics.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** The measurements of a contender under a workload. */
export interface Result {
  workload: WorkloadName;
  contender: string;
  statements: number;
  rounds: Measurement[];
}

/** The results of a run with a catalogue of one size. */
export interface Report {
  size: number;
  importRate: number | null;
  machine: string;
  date: string;
  results: Result[];
}

function rate({ rounds }: Result): number {
  return median(rounds.map(({ requestsPerSecond }) => requestsPerSecond));
}

/**
 * Returns the median of the ratios of two contenders' rates per round. Ratios within a round suffer least from a busy
 * machine.
 */
function ratio(result: Result, to: Result): number {
  return median(
    result.rounds.map(
      (round, i) => round.requestsPerSecond / (to.rounds[i] as Measurement).requestsPerSecond,
    ),
  );
}

/** Returns the CPU time per operation of `to`, divided by that of `result`. Server and PostgreSQL are added. */
function cpuRatio(result: Result, to: Result): number {
  const cost = ({ rounds }: Result) =>
    median(rounds.map(({ serverCpu, postgresCpu }) => (serverCpu ?? NaN) + (postgresCpu ?? NaN)));
  return cost(to) / cost(result);
}

/** Prints the report as Markdown: first the ratios between contenders, then the measurements of each. */
export function toMarkdown({ size, results, machine, date, importRate }: Report): string {
  const names = [...new Set(results.map(({ contender }) => contender))];
  const measured = [...new Set(results.map(({ workload }) => workload))];
  const first = names[0] as string;
  const others = names.slice(1);
  const compared = (how: (result: Result, to: Result) => number) => {
    const find = (workload: WorkloadName, contender: string) =>
      results.find((result) => result.workload === workload && result.contender === contender) as Result;
    const ratios = measured.map((workload) =>
      others.map((name) => how(find(workload, first), find(workload, name))),
    );
    const means = others.map((_, i) => geometricMean(ratios.map((ratio) => ratio[i] as number)));
    const printed = (values: readonly number[]) => values.map((value) => value.toFixed(2));
    return table(
      ['', 'operation', ...others],
      [
        ...measured.map((workload, i) => [workload, workloads[workload], ...printed(ratios[i] as number[])]),
        ['', 'geometric mean', ...printed(means)],
      ],
    );
  };
  return [
    `## ${size.toLocaleString('en')} publications`,
    '',
    `${date}, ${machine}${importRate === null ? '' : `; imported at ${importRate.toLocaleString('en')} records a second`}`,
    '',
    `${first} does … times as many operations a second as`,
    '',
    compared(ratio),
    '',
    `${first} takes 1 of processor time for what takes`,
    '',
    compared(cpuRatio),
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
        const medianOf = (read: (measurement: Measurement) => number | null, digits: number) =>
          shown(result.rounds.map(read), digits);
        return [
          result.workload,
          result.contender,
          rate(result).toFixed(0),
          medianOf(({ p50 }) => p50, 1),
          medianOf(({ p99 }) => p99, 1),
          medianOf(({ serverCpu }) => serverCpu, 3),
          medianOf(({ postgresCpu }) => postgresCpu, 3),
          result.statements.toFixed(1),
          medianOf(({ memory }) => memory, 0),
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
