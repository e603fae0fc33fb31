import { axisX, axisY, gridY, plot, rectY, ruleY, tip, pointerX } from '@observablehq/plot';
import { useMemo } from 'react';
import { count, texts } from '../texts.ts';
import type { ChartProps } from './Charts.tsx';
import { type Draw, Figure } from './Figure.tsx';
import { useStatistics } from './statistics.ts';

/** Maximum number of years of a chart: the API's maximum of rows. */
const MOST = 1000;

/** Publications by year. A click filters by a year, dragging by a span of years. */
export function Years({ update, search, filter }: ChartProps) {
  const statistics = useStatistics({ search, filter, by: ['YEAR'], first: MOST });
  const { rows } = statistics;
  const years = useMemo(
    () =>
      rows
        ?.flatMap(({ values: [year], count: number }) =>
          year ? [{ year: Number(year), count: number }] : [],
        )
        .sort((a, b) => a.year - b.year) ?? null,
    [JSON.stringify(rows)],
  );
  const missing = rows?.find(({ values: [year] }) => year === null)?.count ?? 0;
  const draw = useMemo<Draw>(
    () => (width, palette) => {
      const picture = plot({
        width,
        height: 240,
        marginLeft: 44,
        style: { color: palette.text, fontSize: '12px', background: 'none' },
        x: { label: null, domain: toSpan(years ?? []) },
        y: { label: null, nice: true },
        marks: [
          gridY({ stroke: palette.line, strokeOpacity: 1 }),
          axisX(toTicks(toSpan(years ?? []), width), {
            x: (year: number) => year + 0.5,
            tickFormat: (middle: number) => `${Math.floor(middle)}`,
            tickSize: 0,
          }),
          axisY({
            tickSize: 0,
            tickFormat: (number: number) => (Number.isInteger(number) ? count(number) : ''),
          }),
          rectY(years ?? [], {
            x1: (d) => d.year,
            x2: (d) => d.year + 1,
            y: 'count',
            fill: palette.accent,
            inset: 0.5,
          }),
          ruleY([0], { stroke: palette.quiet }),
          tip(
            years ?? [],
            pointerX({
              x: (d) => d.year + 0.5,
              y: 'count',
              title: (d) => `${d.year}: ${texts.list.count(d.count)}`,
              fill: palette.background,
              stroke: palette.line,
            }),
          ),
        ],
      });
      makeBrush(picture as SVGSVGElement, picture.scale('x')?.invert ?? Number, palette.accent, (from, to) =>
        update({ from, to }),
      );
      return picture;
    },
    [years],
  );
  return (
    <Figure
      {...statistics}
      {...texts.charts.byYear}
      data={
        years?.map(({ year, count: number }) => ({
          labels: [`${year}`],
          count: number,
          pick: () => update({ from: year, to: year }),
        })) ?? null
      }
      note={missing > 0 && texts.charts.without(missing, texts.charts.aYear)}
      draw={draw}
      isWide
    />
  );
}

/** A chart has at least this number of years, so that a single year isn't one wide bar. */
const FEWEST_YEARS = 10;

/** The domain of the axis: from the start of the first year to the end of the last one. */
function toSpan(years: readonly { year: number }[]): [number, number] {
  const [from = 0, to = from] = [years[0]?.year, years.at(-1)?.year];
  const added = Math.max(FEWEST_YEARS - (to - from + 1), 0);
  return [from - Math.ceil(added / 2), to + 1 + Math.floor(added / 2)];
}

/** Width of a year's label in pixels. */
const LABEL_WIDTH = 56;

/** The years with a label: all, or the multiples of 2, 5, 10, …, as many as fit. */
function toTicks([from, to]: [number, number], width: number): number[] {
  const fits = (step: number) => ((to - from) / step) * LABEL_WIDTH <= width;
  const step = [1, 2, 5, 10, 20, 50, 100].find(fits) ?? 200;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, index) => first + index * step);
}

/** Lets the user choose a span of years by dragging, or one year by a click. */
function makeBrush(
  svg: SVGSVGElement,
  toYear: (x: number) => number,
  color: string,
  onChosen: (from: number, to: number) => void,
): void {
  const band = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ y: 0, height: '100%', fill: color, opacity: 0.2, width: 0 }))
    band.setAttribute(name, `${value}`);
  svg.append(band);
  let start: number | null = null;
  const at = (event: PointerEvent) => event.clientX - svg.getBoundingClientRect().left;
  svg.style.cursor = 'crosshair';
  svg.style.touchAction = 'pan-y';
  // Plot's pointer stops events, so the brush listens before it.
  const early = { capture: true };
  svg.addEventListener(
    'pointerdown',
    (event) => {
      start = at(event);
      svg.setPointerCapture(event.pointerId);
    },
    early,
  );
  svg.addEventListener(
    'pointermove',
    (event) => {
      if (start === null) return;
      band.setAttribute('x', `${Math.min(start, at(event))}`);
      band.setAttribute('width', `${Math.abs(at(event) - start)}`);
    },
    early,
  );
  svg.addEventListener(
    'pointercancel',
    () => {
      start = null;
      band.setAttribute('width', '0');
    },
    early,
  );
  svg.addEventListener(
    'pointerup',
    (event) => {
      if (start === null) return;
      const [left, right] = [start, at(event)].sort((a, b) => a - b) as [number, number];
      start = null;
      onChosen(Math.floor(toYear(left)), Math.floor(toYear(right)));
    },
    early,
  );
}
