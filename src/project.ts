import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where schema/, migrations/, data/, playground/, build/ and package.json lie: the folder above this one, in the checkout as in dist/. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The version of pubatlas, as package.json has it. */
export const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
};
