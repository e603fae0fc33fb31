import { existsSync, readFileSync } from 'node:fs';

/** The folder of the nearest package.json from here upwards. */
function packageRoot(folder = new URL('./', import.meta.url)): URL {
  const parent = new URL('../', folder);
  return existsSync(new URL('package.json', folder)) || parent.href === folder.href
    ? folder
    : packageRoot(parent);
}

/**
 * Reads a vocabulary that ships in data/reference. It is looked for from the package's root, so that the sources and their
 * compiled form in dist find the same file. Throws where there is none.
 */
export function readReference<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`data/reference/${file}`, packageRoot()), 'utf8')) as T;
}
