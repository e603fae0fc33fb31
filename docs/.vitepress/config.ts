import path from 'node:path';
import { defineConfig } from 'vitepress';
import { BASE, linkPages, runInPlayground } from './markdown.ts';
import { readSidebar } from './sidebar.ts';

const docs = path.join(import.meta.dirname, '..');

/** The documentation as pages: `npm run build:docs` writes them into build/docs, from where the server serves them at /docs. */
export default defineConfig({
  title: 'pubatlas',
  description: 'A GraphQL API over a catalogue of publications',
  base: BASE,
  head: [['link', { rel: 'icon', href: `${BASE}icon.svg` }]],
  outDir: path.join(docs, '..', 'build', 'docs'),
  cacheDir: path.join(docs, '..', 'node_modules', '.cache', 'vitepress'),
  cleanUrls: true,
  // The content security policy names the scripts within pages by their hashes, so these must be the same on every page.
  metaChunk: true,
  // Links to the reader's own server.
  ignoreDeadLinks: [/^http:\/\/localhost:/],
  // Every README is the page of its folder.
  rewrites: (page) => page.replace(/README\.md$/, 'index.md'),
  markdown: {
    html: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      linkPages(md);
      runInPlayground(md);
    },
  },
  themeConfig: {
    nav: [
      { text: 'Tutorials', link: '/tutorials/web-page', activeMatch: '/tutorials/' },
      { text: 'How-to guides', link: '/how-to/clients', activeMatch: '/how-to/' },
      { text: 'Schema', link: '/reference/schema' },
      { text: 'Configuration', link: '/reference/configuration' },
    ],
    sidebar: readSidebar(path.join(docs, 'README.md')),
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
