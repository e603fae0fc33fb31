import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project.ts';

/** Reads a JSON file in data/reference. Its content is not validated. */
export function readReferenceFile<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(projectFolder, 'data', 'reference', file), 'utf8')) as T;
}
