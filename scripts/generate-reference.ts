import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toNotebook } from './reference/notebook.ts';
import { referencePages } from './reference/pages.ts';
import { writeIfChanged } from './write-if-changed.ts';

/** Writes the generated pages of docs/reference, and the notebook of the analysts' tutorial. */
const docs = path.join(import.meta.dirname, '../docs');
for (const [name, text] of Object.entries(referencePages()))
  writeIfChanged(path.join(docs, 'reference', name), text);
mkdirSync(path.join(docs, 'public'), { recursive: true });
writeIfChanged(
  path.join(docs, 'public/analysis.ipynb'),
  toNotebook(readFileSync(path.join(docs, 'tutorials/analysis.md'), 'utf8')),
);
