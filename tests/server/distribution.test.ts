import { Registry } from 'prom-client';
import { Distribution, registerDistributions } from '../../src/server/distribution.ts';

test('distributions are shown as a histogram: how many values are up to each bound, their sum and their count', async () => {
  const registry = new Registry();
  const [one, two] = [new Distribution([1, 2.5]), new Distribution([1, 2.5])];
  registerDistributions(registry, { name: 'sizes', help: 'How large.' }, () => [
    [{ of: 'one' }, one],
    [{ of: 'two' }, two],
  ]);
  for (const value of [0, 1, 1.5, 2.5, 2.75]) one.add(value);
  expect(await registry.metrics()).toBe(
    [
      '# HELP sizes How large.',
      '# TYPE sizes histogram',
      'sizes_bucket{of="one",le="1"} 2',
      'sizes_bucket{of="one",le="2.5"} 4',
      'sizes_bucket{of="one",le="+Inf"} 5',
      'sizes_sum{of="one"} 7.75',
      'sizes_count{of="one"} 5',
      'sizes_bucket{of="two",le="1"} 0',
      'sizes_bucket{of="two",le="2.5"} 0',
      'sizes_bucket{of="two",le="+Inf"} 0',
      'sizes_sum{of="two"} 0',
      'sizes_count{of="two"} 0',
      '',
    ].join('\n'),
  );
});
