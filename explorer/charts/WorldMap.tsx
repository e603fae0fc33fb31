import { geo, plot, sphere } from '@observablehq/plot';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import world from 'virtual:world';
import { toggle } from '../state.ts';
import { texts } from '../texts.ts';
import type { ChartProps } from './Charts.tsx';
import { type Draw, Figure } from './Figure.tsx';
import { useStatistics } from './statistics.ts';

/** Maximum number of rows: more than the number of countries. */
const MOST = 400;

const shapes = feature(world, world.objects['countries'] as GeometryCollection<{ name: string }>);

/** A map of publications by country. */
export default function WorldMap({ state, update, search, filter }: ChartProps) {
  const statistics = useStatistics({ search, filter, by: ['COUNTRY'], first: MOST });
  const { rows } = statistics;
  const countries = useMemo(() => rows?.filter(({ values: [code] }) => code) ?? null, [JSON.stringify(rows)]);
  const missing = rows?.find(({ values: [code] }) => code === null)?.count ?? 0;
  const pick = (code: string) => update(toggle(state, 'countries', code));
  const draw = useMemo<Draw>(
    () => (width, palette) => {
      const counts = new Map(countries?.map(({ values: [code], count }) => [code, count]));
      const most = Math.max(1, ...counts.values());
      const picture = plot({
        width,
        height: Math.round(width * 0.49),
        margin: 2,
        style: { color: palette.text, fontSize: '12px', background: 'none' },
        projection: { type: 'equal-earth', domain: { type: 'Sphere' } },
        color: { type: 'sqrt', domain: [0, most], range: palette.scale, unknown: palette.land },
        marks: [
          sphere({ stroke: palette.line }),
          geo(shapes.features, {
            fill: (shape) => counts.get(`${shape.id}`) ?? null,
            stroke: palette.quiet,
            strokeWidth: 0.4,
            title: (shape) => `${shape.properties.name}: ${texts.list.count(counts.get(`${shape.id}`) ?? 0)}`,
            tip: { fill: palette.background, stroke: palette.line },
            className: 'countries',
          }),
        ],
      });
      picture.style.cursor = 'pointer';
      picture.addEventListener('click', () => {
        const shape = picture.value as { id?: string } | null;
        if (shape?.id && counts.has(shape.id)) pick(shape.id);
      });
      return picture;
    },
    [countries],
  );
  return (
    <Figure
      {...statistics}
      {...texts.charts.byCountry}
      data={
        countries?.map(({ values: [code], labels: [label], count }) => ({
          labels: [label ?? ''],
          count,
          pick: () => pick(code ?? ''),
        })) ?? null
      }
      note={missing > 0 && texts.charts.without(missing, texts.charts.aCountry)}
      draw={draw}
      isWide
    />
  );
}
