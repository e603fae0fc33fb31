import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from './reference/pages.ts';

/** Writes the generated pages of docs/reference. */
const folder = path.join(import.meta.dirname, '../docs/reference');
for (const [name, text] of Object.entries(referencePages())) writeFileSync(path.join(folder, name), text);
