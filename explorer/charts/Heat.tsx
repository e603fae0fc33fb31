import { cell, plot, text } from '@observablehq/plot';
import { useMemo } from 'react';
import { count, texts } from '../texts.ts';
import type { ChartProps } from './Charts.tsx';
import { type Draw, Figure } from './Figure.tsx';
import { useStatistics } from './statistics.ts';

/** Maximum number of rows: 22 subregions, the second level of the tree, by 40 decades. */
const LEVEL = { regionsWithin: 'world', regionLevel: 2, first: 1000 };

/** Number of regions in the picture: those with the most publications. The table has all. */
const SHOWN = 20;

/** Publications by subregion and decade. */
export function Heat({ state, update, search, filter }: ChartProps) {
  const statistics = useStatistics({ search, filter, by: ['REGION', 'DECADE'], ...LEVEL });
  const { rows } = statistics;
  const cells = useMemo(
    () =>
      rows?.flatMap(({ values: [slug, decade], labels: [region, label], count: number }) =>
        slug && decade
          ? [{ slug, region: region ?? slug, decade, label: label ?? decade, count: number }]
          : [],
      ) ?? null,
    [JSON.stringify(rows)],
  );
  const pick = (slug: string, decade: string) =>
    update({
      chosen: { ...state.chosen, regions: [slug] },
      from: Number(decade),
      to: Number(decade) + 9,
    });
  const draw = useMemo<Draw>(
    () => (width, palette) => {
      const decades = [...new Set(cells?.map(({ decade }) => decade))].sort();
      const regions = [...new Set(cells?.map(({ region }) => region))].slice(0, SHOWN);
      const most = Math.max(1, ...(cells?.map((d) => d.count) ?? []));
      const picture = plot({
        width,
        height: 40 + regions.length * 28,
        marginLeft: Math.min(215, width * 0.4),
        marginTop: 28,
        marginBottom: 4,
        style: { color: palette.text, fontSize: '12px', background: 'none' },
        x: { axis: 'top', domain: decades, tickFormat: (decade) => `${decade}s`, label: null, tickSize: 0 },
        y: {
          domain: regions,
          label: null,
          tickSize: 0,
          tickFormat: (name: string) => (width < 480 && name.length > 17 ? `${name.slice(0, 16)}…` : name),
        },
        color: { type: 'sqrt', domain: [0, most], range: palette.scale },
        marks: [
          cell(cells ?? [], {
            ...{ x: 'decade', y: 'region', fill: 'count', inset: 1, rx: 3 },
            title: (d) => `${d.region}, ${d.label}: ${texts.list.count(d.count)}`,
            tip: { fill: palette.background, stroke: palette.line },
          }),
          text(cells ?? [], {
            ...{ x: 'decade', y: 'region', text: (d) => count(d.count), pointerEvents: 'none' },
            // The colours at the ends of the scale are readable as text colours.
            fill: (d) => (Math.sqrt(d.count / most) > 0.55 ? palette.background : palette.text),
          }),
        ],
      });
      picture.style.cursor = 'pointer';
      picture.addEventListener('click', () => {
        const chosen = picture.value as { slug: string; decade: string } | null;
        if (chosen) pick(chosen.slug, chosen.decade);
      });
      return picture;
    },
    [cells],
  );
  return (
    <Figure
      {...statistics}
      {...texts.charts.byRegion}
      data={
        cells?.map(({ slug, region, decade, label, count: number }) => ({
          labels: [region, label],
          count: number,
          pick: () => pick(slug, decade),
        })) ?? null
      }
      draw={draw}
      isWide
    />
  );
}
