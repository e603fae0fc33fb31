import { fileURLToPath } from 'node:url';

/** Where schema/, migrations/ and data/ lie: the folder above this one, in the checkout as in dist/. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The version of pubatlas, as package.json has it. */
export const version = '0.1.0';
