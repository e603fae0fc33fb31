import type { DocumentNode } from 'graphql';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { ShowQuery } from '../parts/ShowQuery.tsx';
import { Failure, Skeleton } from '../parts/states.tsx';
import { count, texts } from '../texts.ts';
import { downloadCsv, downloadPng, downloadSvg } from './download.ts';
import { type Palette, readPalette } from './palette.ts';

/** A row of a figure's data, for the picture, the table and the download. */
export interface Datum {
  labels: string[];
  count: number;
  /** Filters by this row, or opens its page; null if the row can't be picked. */
  pick: (() => void) | null;
}

/** Draws the picture with a width in pixels. */
export type Draw = (width: number, palette: Palette) => SVGElement | HTMLElement;

/** A picture of a query's answer, with its data as a table and as a download. */
export function Figure(props: {
  title: string;
  hint?: string;
  /** The columns of the table before the count. */
  columns: string[];
  /** Null while loading. */
  data: Datum[] | null;
  note?: ReactNode;
  error?: CombinedError | undefined;
  onRetry: () => void;
  /** Must be a new function if the data changes. */
  draw: Draw;
  document: DocumentNode;
  variables: object;
  isWide?: boolean;
}) {
  const {
    title,
    hint,
    columns,
    data,
    note,
    error,
    onRetry,
    draw,
    document,
    variables,
    isWide = false,
  } = props;
  const titleId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const isDark = useDarkMode();
  useEffect(() => {
    if (!frame.current || !data || data.length === 0 || width === 0) return;
    const picture = draw(width, readPalette(frame.current));
    // The caption already names the picture. Screen readers don't need names of its groups.
    for (const group of picture.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
    frame.current.replaceChildren(picture);
    return () => picture.remove();
    // `isDark` is a dependency because it changes the palette.
  }, [draw, data, width, isDark]);
  const svg = () => frame.current?.querySelector<SVGSVGElement>('svg') ?? null;
  const table = () => [
    [...columns, texts.charts.publications],
    ...(data ?? []).map(({ labels, count: number }) => [...labels, number]),
  ];
  return (
    <figure className={isWide ? 'figure wide' : 'figure'} aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{title}</h3>
        {hint && data?.length !== 0 && <p>{hint}</p>}
      </figcaption>
      {error && !data && <Failure error={error} onRetry={onRetry} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.length === 0 && <p className="nothing">{texts.charts.nothing}</p>}
      <div
        ref={frame}
        className="picture"
        role="img"
        aria-labelledby={titleId}
        hidden={!data || data.length === 0}
      />
      {note && <p className="note">{note}</p>}
      {data && data.length > 0 && (
        <>
          <div className="downloads" role="group" aria-label={`${texts.charts.download}: ${title}`}>
            <button type="button" onClick={() => svg() && downloadSvg(title, svg()!)}>
              SVG
            </button>
            <button type="button" onClick={() => svg() && void downloadPng(title, svg()!)}>
              PNG
            </button>
            <button type="button" onClick={() => downloadCsv(title, table())}>
              CSV
            </button>
            <ShowQuery document={document} variables={variables} />
          </div>
          <Table columns={columns} data={data} />
        </>
      )}
    </figure>
  );
}

/** The same numbers for keyboards and screen readers. The table is rendered when it is opened. */
function Table({ columns, data }: { columns: string[]; data: Datum[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.charts.table}</summary>
      {isOpen && (
        <div className="table" tabIndex={0} role="region" aria-label={texts.charts.table}>
          <table>
            <thead>
              <tr>
                {[...columns, texts.charts.publications].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map(({ labels, count: number, pick }) => (
                <tr key={labels.join('\n')}>
                  {labels.map((label, index) => (
                    <td key={index} dir="auto">
                      {index === 0 && pick ? (
                        <button type="button" className="link" onClick={pick}>
                          {label}
                        </button>
                      ) : (
                        label
                      )}
                    </td>
                  ))}
                  <td className="count">{count(number)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const parent = frame.current?.parentElement;
    if (!parent) return;
    const observer = new ResizeObserver(() => {
      const { paddingLeft, paddingRight } = getComputedStyle(parent);
      setWidth(Math.floor(parent.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)));
    });
    observer.observe(parent);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

function useDarkMode(): boolean {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setDark] = useState(query.matches);
  useEffect(() => {
    const update = () => setDark(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  });
  return isDark;
}
