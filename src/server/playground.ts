import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '../project.ts';
import { buildFolder } from './explorer.ts';
import { type File, isHtml, toMediaType, serveFile } from './files.ts';
import { readExamples } from './playground.examples.ts';

export const PLAYGROUND_PATH = '/playground';

const folder = path.join(projectFolder, 'playground');

/**
 * Only files of this server may be loaded, run and fetched. The editor needs inline styles, and has its fonts in its
 * CSS.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "worker-src 'self'", "connect-src 'self'"],
  ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

const toOwnFile = (name: string): File => ({
  type: toMediaType(name),
  content: () => readFileSync(path.join(folder, name), 'utf8'),
  ...(isHtml(name) && { headers: { 'content-security-policy': CONTENT_SECURITY_POLICY } }),
});

/** Returns a file of GraphiQL, which `npm run build:explorer` copies from the package. */
const toGraphiqlFile = (name: string): File => ({
  type: toMediaType(name),
  content: () => readFileSync(path.join(buildFolder, 'playground', name), 'utf8'),
});

const files: Record<string, File> = {
  [PLAYGROUND_PATH]: toOwnFile('index.html'),
  '/playground/playground.css': toOwnFile('playground.css'),
  '/playground/playground.js': toOwnFile('playground.js'),
  '/playground/workers.js': toOwnFile('workers.js'),
  '/playground/icon.svg': toOwnFile('icon.svg'),
  '/playground/examples.json': {
    type: toMediaType('examples.json'),
    content: () => JSON.stringify(readExamples(path.join(folder, 'examples'))),
  },
  '/playground/graphiql.css': toGraphiqlFile('graphiql.css'),
  '/playground/graphiql.js': toGraphiqlFile('graphiql.js'),
  '/playground/editorWorkerService.worker.js': toGraphiqlFile('editorWorkerService.worker.js'),
  '/playground/graphql.worker.js': toGraphiqlFile('graphql.worker.js'),
  '/playground/json.worker.js': toGraphiqlFile('json.worker.js'),
};

/**
 * Serves the playground at /playground: GraphiQL and a menu of example operations. It loads nothing from other servers.
 */
export function servePlayground(app: FastifyInstance): void {
  for (const [url, file] of Object.entries(files)) serveFile(app, url, file);
}
