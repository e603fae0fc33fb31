import { axisY, barX, plot, text } from '@observablehq/plot';
import { count, texts } from '../texts.ts';
import type { Datum, Draw } from './Figure.tsx';

/** Draws horizontal bars with names, the largest first. A click on a bar picks it. */
export function drawBars(data: readonly Datum[]): Draw {
  return (width, palette) => {
    const margin = Math.min(220, width * 0.45);
    const picture = plot({
      width,
      height: 8 + data.length * 26,
      ...{ marginLeft: margin, marginRight: 44, marginTop: 4, marginBottom: 4 },
      style: { color: palette.text, fontSize: '12px', background: 'none' },
      x: { axis: null },
      y: { domain: data.map(({ labels }) => labels[0]), label: null },
      marks: [
        axisY({
          tickSize: 0,
          tickFormat: (name: string) => shorten(name, Math.floor(margin / 6.6)),
          label: null,
        }),
        barX(data, {
          ...{
            x: 'count',
            y: (d: Datum) => d.labels[0],
            fill: palette.accent,
            insetTop: 3,
            insetBottom: 3,
            rx: 2,
          },
          title: (d: Datum) => `${d.labels[0]}: ${texts.list.count(d.count)}`,
          tip: { fill: palette.background, stroke: palette.line },
        }),
        text(data, {
          ...{ x: 'count', y: (d: Datum) => d.labels[0], text: (d: Datum) => count(d.count) },
          ...{ dx: 4, textAnchor: 'start', fill: palette.text },
        }),
      ],
    });
    picture.style.cursor = 'pointer';
    picture.addEventListener('click', () => (picture.value as Datum | null)?.pick?.());
    return picture;
  };
}

function shorten(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
