import type { Histogram, Registry } from 'prom-client';

/** Values counted by buckets, for a histogram of Prometheus. Plain numbers: to count one is next to nothing. */
export class Distribution {
  private readonly bounds: readonly number[];
  /** How many values are in the bucket up to each bound, and above the last. */
  private readonly counts: number[];
  private sum = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = Array<number>(bounds.length + 1).fill(0);
  }

  add(value: number): void {
    let bucket = 0;
    while (bucket < this.bounds.length && value > (this.bounds[bucket] as number)) bucket++;
    this.counts[bucket] = (this.counts[bucket] as number) + 1;
    this.sum += value;
  }

  /** Its samples in a histogram of that name: https://prometheus.io/docs/instrumenting/exposition_formats/ */
  samples(name: string, labels: Record<string, string>): Sample[] {
    let count = 0;
    const buckets = [...this.bounds, '+Inf'].map((le, i) => ({
      metricName: `${name}_bucket`,
      labels: { ...labels, le },
      value: (count += this.counts[i] as number),
    }));
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: this.sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}

interface Sample {
  metricName: string;
  labels: Record<string, string | number>;
  value: number;
}

/** Registers a histogram made of distributions, which are read when it is asked for. */
export function registerDistributions(
  registry: Registry,
  { name, help }: { name: string; help: string },
  distributions: () => Iterable<[labels: Record<string, string>, Distribution]>,
): void {
  const get = async () => ({
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    values: [...distributions()].flatMap(([labels, distribution]) => distribution.samples(name, labels)),
  });
  // All that the registry asks of a metric; prom-client's own makes a text of the labels, and of the bound, for each value.
  registry.registerMetric({ name, get } as unknown as Histogram);
}
