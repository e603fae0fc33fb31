import { parseArgs } from 'node:util';
import type { Contender } from './contenders/contender.ts';
import { contenders } from './contenders/contenders.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** Options of a run of the benchmark. */
export interface Options {
  sizes: number[];
  rounds: number;
  /** Duration of each measurement, without its warm-up. */
  seconds: number;
  connections: number;
  workloads: WorkloadName[];
  contenders: readonly Contender[];
  /** Compare the answers without measuring. */
  checkOnly: boolean;
}

const SIZES: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

const usage = `npm run bench -- [options]

  --size 10k,100k,1m     catalogues to measure with (100k)
  --rounds 3             how often each is measured; the report has the medians
  --seconds 5            how long each measurement takes
  --connections 32       how many clients ask at the same time
  --only W2,W5           workloads (all)
  --contenders pubatlas,floor   (all)
  --check                compare the answers and measure nothing`;

/** Reads the command line options. @throws Error with the valid values */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '100k' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '32' },
      only: { type: 'string' },
      contenders: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const names = Object.keys(workloads) as WorkloadName[];
  const byName = Object.fromEntries(contenders.map((contender) => [contender.name.toLowerCase(), contender]));
  return {
    sizes: sizesOf(values.size),
    rounds: positive(values.rounds, '--rounds'),
    seconds: positive(values.seconds, '--seconds'),
    connections: positive(values.connections, '--connections'),
    workloads: values.only
      ? values.only
          .split(',')
          .map((name) =>
            oneOf(Object.fromEntries(names.map((name) => [name, name])), name.toUpperCase(), '--only'),
          )
      : names,
    contenders:
      values.contenders?.split(',').map((name) => oneOf(byName, name.toLowerCase(), '--contenders')) ??
      contenders,
    checkOnly: values.check,
  };
}

/** Parses a list of sizes such as `10k,1m`. @throws Error with the valid values */
export function sizesOf(given: string): number[] {
  return given.split(',').map((size) => oneOf(SIZES, size.toLowerCase(), '--size'));
}

function oneOf<T>(choices: Record<string, T>, given: string, option: string): T {
  const chosen = choices[given];
  if (chosen === undefined)
    throw new Error(`${option} ${given} is none of ${Object.keys(choices).join(', ')}.\n\n${usage}`);
  return chosen;
}

function positive(given: string, option: string): number {
  const number = Number(given);
  if (!(number > 0)) throw new Error(`${option} ${given} is no number above 0.\n\n${usage}`);
  return number;
}
