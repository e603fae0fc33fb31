import { readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';

/** The pages that docs/README.md lists, under its headings. */
export function readSidebar(file: string): DefaultTheme.SidebarItem[] {
  const [, ...sections] = readFileSync(file, 'utf8').split(/^## /m);
  return sections.map((section) => ({
    text: /^[^:\n]+/.exec(section)?.[0] ?? '',
    items: [...section.matchAll(/\[([^\]]+)\]\(([^)]+)\.md\)/g)].map(([, text = '', page = '']) => ({
      text,
      link: `/${page.replace(/README$/, '')}`,
    })),
  }));
}
