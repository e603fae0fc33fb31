import { useMemo } from 'react';
import type { StatisticsDimension } from '../generated/graphql.ts';
import { type Dimension, toggle } from '../state.ts';
import { texts } from '../texts.ts';
import type { ChartProps } from './Charts.tsx';
import { type Datum, Figure } from './Figure.tsx';
import { drawBars } from './bars.ts';
import { useStatistics } from './statistics.ts';

const MOST = 15;

/** The most frequent values of a dimension, as bars. */
export function Top(props: ChartProps & { dimension: Dimension; by: StatisticsDimension; title: string }) {
  const { state, update, search, filter, dimension, by, title } = props;
  const statistics = useStatistics({ search, filter, by: [by], first: MOST + 1 });
  const { rows } = statistics;
  const data = useMemo<Datum[] | null>(
    () =>
      rows
        ?.flatMap(({ values: [value], labels: [label], count }) =>
          value
            ? [{ labels: [label ?? value], count, pick: () => update(toggle(state, dimension, value)) }]
            : [],
        )
        .slice(0, MOST) ?? null,
    [JSON.stringify(rows), JSON.stringify(state)],
  );
  const draw = useMemo(() => drawBars(data ?? []), [data]);
  return (
    <Figure
      {...statistics}
      title={title}
      hint={texts.charts.barHint}
      columns={[texts.dimensions[dimension].title]}
      data={data}
      draw={draw}
    />
  );
}
