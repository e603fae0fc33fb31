import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a generated file. Leaves it alone if its text stays the same, so that what is built from it isn't built again,
 * and so that other programs may read it at the same time.
 */
export function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
}
