import { atom } from './atom/atom.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { csl } from './csl/csl.ts';
import { csv } from './csv/csv.ts';
import type { ExportFormat } from './format.ts';
import { jsonLines } from './jsonlines/jsonlines.ts';
import { ris } from './ris/ris.ts';

/** The export formats. The first is the default. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [jsonLines, csv, bibtex, ris, csl, atom];
