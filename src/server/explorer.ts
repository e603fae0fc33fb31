import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '../project.ts';
import { IMMUTABLE, type File, toMediaType, toNotBuiltFile, serveFile } from './files.ts';

const EXPLORER_PATH = '/explore';

/** The output folder of `npm run build:explorer`, for the explorer and GraphiQL. */
export const buildFolder = path.join(projectFolder, 'build', 'explorer');

/**
 * Only files of this server may be loaded, run and fetched. Inline styles are needed for Observable Plot's SVGs, and
 * blobs for their export as PNG.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "connect-src 'self'"],
  ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:"],
  ...["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
].join('; ');

const MISSING = toNotBuiltFile('The explorer', 'npm run build:explorer');

/** Serves the explorer at `/explore` and below, and redirects `/` to it. If it isn't built, answers 503. */
export function serveExplorer(app: FastifyInstance): void {
  app.get('/', (request, reply) => reply.redirect(toStartPage(request.url)));
  const page = path.join(buildFolder, 'index.html');
  if (!existsSync(page)) return serveFile(app, EXPLORER_PATH, MISSING);
  const index: File = {
    type: toMediaType(page),
    content: () => readFileSync(page, 'utf8'),
    headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
  };
  serveFile(app, EXPLORER_PATH, index);
  serveFile(app, `${EXPLORER_PATH}/*`, index);
  const serve = (name: string, headers?: File['headers']) =>
    serveFile(app, `${EXPLORER_PATH}/${name}`, {
      type: toMediaType(name),
      content: () => readFileSync(path.join(buildFolder, name), 'utf8'),
      ...(headers && { headers }),
    });
  for (const name of readdirSync(path.join(buildFolder, 'assets'))) serve(`assets/${name}`, IMMUTABLE);
  // For the playground.
  for (const name of ['snippets.js', 'csv.js', 'copy.js']) serve(name);
}

/** Returns the target of `/`. Old links to an example or a query lead to the playground, which was at `/` formerly. */
function toStartPage(url: string): string {
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return /[?&](example|query)=/.test(search) ? `/playground${search}` : EXPLORER_PATH;
}
