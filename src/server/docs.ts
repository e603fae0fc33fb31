import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '../project.ts';
import {
  IMMUTABLE,
  type File,
  createFileHandler,
  isHtml,
  toMediaType,
  toNotBuiltFile,
  serveFile,
} from './files.ts';

const DOCS_PATH = '/docs';

/** The output folder of `npm run build:docs`. */
const buildFolder = path.join(projectFolder, 'build', 'docs');

const MISSING = toNotBuiltFile(
  'The documentation',
  'npm run build:docs',
  'Or read the files in the folder docs.',
);

/**
 * Serves the documentation that VitePress built, at `/docs`. If it isn't built, answers 503 with the command to build
 * it.
 */
export function serveDocs(app: FastifyInstance): void {
  if (!existsSync(path.join(buildFolder, 'index.html'))) {
    serveFile(app, DOCS_PATH, MISSING);
    return serveFile(app, `${DOCS_PATH}/*`, MISSING);
  }
  const pageHeaders = {
    'content-security-policy': toPolicy(readFileSync(path.join(buildFolder, 'index.html'), 'utf8')),
  };
  const read = (name: string): File => ({
    type: toMediaType(name),
    content: () => readFileSync(path.join(buildFolder, name)),
    ...(isHtml(name) && { headers: pageHeaders }),
    ...(name.startsWith('assets/') && { headers: IMMUTABLE }),
  });
  for (const entry of readdirSync(buildFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = path
      .relative(buildFolder, path.join(entry.parentPath, entry.name))
      .replaceAll(path.sep, '/');
    if (path.basename(name) === 'index.html')
      serveFolder(app, path.posix.join(DOCS_PATH, name, '..'), read(name));
    else serveFile(app, `${DOCS_PATH}/${name.replace(/\.html$/, '')}`, read(name));
  }
  serveFile(app, `${DOCS_PATH}/*`, { ...read('404.html'), status: 404 });
}

/**
 * Serves the index page of a folder at a URL that ends in a slash, because its relative links and VitePress's router
 * need it.
 */
function serveFolder(app: FastifyInstance, url: string, page: File): void {
  const answer = createFileHandler(page);
  app.get(url, (request, reply) =>
    /^[^?]*\/(\?|$)/.test(request.url) ? answer(request, reply) : reply.redirect(`${url}/`),
  );
}

/**
 * Makes the content security policy of the pages. They may load and run only files of this server, and the inline
 * scripts that VitePress writes into every page, which are allowed by hash. Inline styles are needed for highlighted
 * code.
 */
function toPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ...[`script-src 'self' ${scripts.join(' ')}`, "connect-src 'self'"],
    ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ].join('; ');
}
