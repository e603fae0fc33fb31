import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../src/project.ts';
import type { TestServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

const folder = path.join(projectFolder, 'deploy', 'monitoring');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

let server: TestServer;
serveCatalogue('empty', (served) => ({ server } = served));

/** The metrics of a server, with the series that a histogram has, and the labels of each. */
async function findSeries(): Promise<Map<string, Set<string>>> {
  await server.post({ query: 'query A { publications { totalCount } }' });
  await server.post({ query: '{ nothing }' });
  const text = await (await fetch(new URL('/metrics', server.url))).text();
  const series = new Map<string, Set<string>>();
  for (const [, name = ''] of text.matchAll(/^# TYPE (\S+) /gm)) series.set(name, new Set());
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z]\w*)(?:\{(.*)\})? /gm)) {
    const known = series.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    series.set(name, known);
  }
  return series;
}

/** What an expression asks of a metric: its name and the labels of its selector. */
function selectorsOf(expression: string): { name: string; labels: string[] }[] {
  return [...expression.matchAll(/\b((?:pubatlas|nodejs|process)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels = '']) => ({
      name,
      labels: [...labels.matchAll(/(\w+)\s*(?:=~|!=|=)/g)].map(([, label = '']) => label),
    }),
  );
}

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

const alerts = (
  parse(read('alerts.yml')) as { groups: { rules: { alert: string; expr: string }[] }[] }
).groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr] as const));
const panels = (JSON.parse(read('grafana-dashboard.json')) as Dashboard).panels.flatMap(
  ({ title, targets }) => targets.map(({ expr }) => [title, expr] as const),
);

describe('deploy/monitoring', () => {
  it('asks only for metrics and labels that the server has', async () => {
    const series = await findSeries();
    const selectors = [...alerts, ...panels].flatMap(([, expr]) => selectorsOf(expr));
    expect(selectors.length).toBeGreaterThan(alerts.length + panels.length);
    // A counter that is still 0 shows no labels; Prometheus adds job and instance.
    const withoutSample = ['pubatlas_connections_closed_total'];
    const unknown = selectors.filter(
      ({ name, labels }) =>
        !series.has(name) ||
        (!withoutSample.includes(name) &&
          labels.some((label) => !['job', 'instance'].includes(label) && !series.get(name)?.has(label))),
    );
    expect(unknown).toEqual([]);
  });

  it('explains every alert in docs/how-to/monitor.md', () => {
    const page = readFileSync(path.join(projectFolder, 'docs/how-to/monitor.md'), 'utf8');
    expect(alerts.filter(([alert]) => !page.includes(`\`${alert}\``))).toEqual([]);
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  (promtool ? it : it.skip).each([
    ['rules that fire when they should', ['test', 'rules', 'alerts.test.yml']],
    ['a configuration that Prometheus reads', ['check', 'config', 'prometheus.yml']],
  ])('has %s (needs promtool: apt-get install prometheus)', (_, args) => {
    expect(execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' })).toContain('SUCCESS');
  });
});
