import { type Cell, toCsv } from '../csv.ts';

/** Pixels of the PNG per pixel on the screen, in each direction. */
const SCALE = 2;

export function downloadCsv(title: string, rows: readonly (readonly Cell[])[]): void {
  save(title, 'csv', new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}

export function downloadSvg(title: string, svg: SVGSVGElement): void {
  save(title, 'svg', new Blob([toText(svg)], { type: 'image/svg+xml' }));
}

export async function downloadPng(title: string, svg: SVGSVGElement): Promise<void> {
  const url = URL.createObjectURL(new Blob([toText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { width, height } = svg.getBoundingClientRect();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: width * SCALE,
      height: height * SCALE,
    });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && save(title, 'png', blob));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Makes a stand-alone SVG: with namespace, font, and the page's background. */
function toText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { color, fontFamily } = getComputedStyle(svg);
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  copy.style.color = color;
  copy.style.fontFamily = fontFamily;
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}

function save(title: string, extension: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${title.toLowerCase().replaceAll(/\W+/g, '-')}.${extension}`;
  link.click();
  // By then, the browser has read the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
