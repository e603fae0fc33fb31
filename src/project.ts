import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where schema/, migrations/, data/, playground/, build/ and package.json lie: the folder above this one, in the checkout as in dist/. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** Whether pubatlas was installed as a package. False in a checkout and in an image. */
export const isInstalled = projectFolder.split(path.sep).includes('node_modules');

const { version, engines } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
  engines: { node: string };
};

/** The version of pubatlas, as package.json has it. */
export { version };

/** The oldest version of Node that pubatlas runs on: `20.19`. */
export const oldestNode = engines.node.replace('>=', '');
