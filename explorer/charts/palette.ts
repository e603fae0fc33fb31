/** The colours of styles.css, as a picture needs them that is taken out of the page. */
export interface Palette {
  text: string;
  quiet: string;
  line: string;
  background: string;
  accent: string;
  /** From few to many. */
  scale: [string, string];
}

/** Reads the colours that are in force at an element. */
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
    accent: read('accent'),
    scale: [read('few'), read('many')],
  };
  probe.remove();
  return palette;
}
