import { atom } from './atom/atom.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { csl } from './csl/csl.ts';
import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { jsonLines } from './jsonlines/jsonlines.ts';
import { ris } from './ris/ris.ts';

/** The export formats. The first is the default. */
export const FORMATS: readonly Format[] = [jsonLines, csv, bibtex, ris, csl, atom];
