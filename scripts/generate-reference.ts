import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toNotebook } from './reference/notebook.ts';
import { referencePages } from './reference/pages.ts';

/** Writes the generated pages of docs/reference, and the notebook of the analysts' tutorial. */
const docs = path.join(import.meta.dirname, '../docs');
for (const [name, text] of Object.entries(referencePages()))
  writeFileSync(path.join(docs, 'reference', name), text);
mkdirSync(path.join(docs, 'public'), { recursive: true });
writeFileSync(
  path.join(docs, 'public/analysis.ipynb'),
  toNotebook(readFileSync(path.join(docs, 'tutorials/analysis.md'), 'utf8')),
);
