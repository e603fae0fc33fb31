import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { toPageOf } from './sources.ts';

/** What a page is rendered with, as far as it is needed here. */
interface Environment {
  /** Path of the page below docs/. */
  relativePath?: string;
}

/** The address of the documentation: a path that begins and ends with a slash. */
export const BASE = process.env['DOCS_BASE'] ?? '/docs/';

/** Where `/playground` is: on the server that serves these pages, or on the reader's own. */
const PLAYGROUND = process.env['DOCS_PLAYGROUND'] ?? '/playground';

/** Leads links to files outside docs/ to the pages that show these files, and links to a README to its folder. */
export function linkPages(md: MarkdownRenderer): void {
  md.core.ruler.push('link_pages', ({ tokens, env }) => {
    const folder = path.posix.dirname((env as Environment).relativePath ?? '');
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'link_open') continue;
      const href = token.attrGet('href') ?? '';
      const [, file] = /\bpublic\/(.+)$/.exec(href) ?? [];
      if (file === undefined) token.attrSet('href', toPage(href, folder));
      else {
        // A file, not a page: VitePress leaves links with this attribute alone.
        token.attrSet('href', `${BASE}${file}`);
        token.attrSet('download', '');
      }
    }
  });
}

function toPage(href: string, folder: string): string {
  if (/^([a-z]+:|[/#])/.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  const inRepository = path.posix.join('docs', folder, file);
  const page = toPageOf(inRepository);
  return anchor === undefined ? page : `${page}#${anchor}`;
}

/** Puts a link below each GraphQL operation that opens it in the playground. */
export function runInPlayground(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const html = fence?.(tokens, index, ...rest) ?? '';
    const { info = '', content = '' } = tokens[index] ?? {};
    // The examples page names the playground's example, which has variables, too.
    const [, example] = /^graphql(?: example=(\S+))?$/.exec(info.trim()) ?? [];
    if (!info.startsWith('graphql') || !/^(\{|query\b)/.test(content)) return html;
    const parameters = new URLSearchParams(example === undefined ? { query: content.trim() } : { example });
    const address = `${PLAYGROUND}?${parameters.toString()}`;
    return `${html}<p class="run"><a href="${md.utils.escapeHtml(address)}" target="_self">Open in the playground</a></p>`;
  };
}
