import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { jsonLines } from './jsonlines/jsonlines.ts';

/** The formats of publications by extension. The first is the default. */
export const FORMATS: readonly Format[] = [jsonLines, csv];
