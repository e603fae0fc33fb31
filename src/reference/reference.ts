import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads a vocabulary that ships in data/reference. It is looked for beside the package.json above this module, so that
 * sources and their compiled form in dist find the same file.
 */
export function readReference<T>(file: string): T {
  let folder = new URL('./', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('../', folder);
  return JSON.parse(readFileSync(new URL(`data/reference/${file}`, folder), 'utf8')) as T;
}
