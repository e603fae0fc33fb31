/** The colours of styles.css as values, for pictures that are saved without the style sheet. */
export interface Palette {
  text: string;
  quiet: string;
  line: string;
  background: string;
  /** Countries without publications on the map. */
  land: string;
  accent: string;
  /** From few to many. */
  scale: [string, string];
}

/** Reads the colours that apply to an element. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    text: read('text'),
    quiet: read('quiet'),
    line: read('line'),
    background: read('surface'),
    land: read('page'),
    accent: read('accent'),
    scale: [read('few'), read('many')],
  };
  probe.remove();
  return palette;
}
