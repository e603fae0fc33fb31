import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '..', '..');

/** Files and folders outside docs/ that pages link to. */
const ROOTS = [
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'data/README.md',
  'data/reference/README.md',
  'data/reference/LICENSE.unicode',
];
const FOLDERS = ['deploy', 'examples/clients', 'examples/federation'];

/** The address of the page of a file or folder of the repository. The schema's files are on the page of the schema. */
export function toPageOf(file: string): string {
  if (file.startsWith('docs/')) return file.replace('docs', '').replace(/README\.md$/, 'index.md');
  if (/^schema\b/.test(file)) return '/reference/schema';
  return `/source/${file
    .replace(/\/$/, '')
    .replace(/\/README\.md$/, '/about')
    .replace(/\.md$/, '')
    .replace(/\.(\w+)$/, '-$1')}`;
}

/** A page for each of these files and folders. */
export function readSourcePages(): { params: { file: string }; content: string }[] {
  const files = FOLDERS.flatMap((folder) => [
    folder,
    ...readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
      .filter((file) => !/generated|node_modules/.test(file)),
  ]);
  return [...ROOTS, ...files].map((file) => ({
    params: { file: toPageOf(file).replace('/source/', '') },
    content: toMarkdown(file),
  }));
}

function toMarkdown(file: string): string {
  const absolute = path.join(repository, file);
  if (statSync(absolute).isDirectory())
    return [
      `# ${file}`,
      ...readdirSync(absolute)
        .filter((name) => !/generated|node_modules/.test(name))
        .map((name) => `- [${name}](${toPageOf(`${file}/${name}`)})`),
    ].join('\n');
  const text = readFileSync(absolute, 'utf8');
  if (file.endsWith('.md')) return relink(text, path.posix.dirname(file));
  const language = /\.(ts|py|json|ya?ml|graphql)$/.exec(file)?.[1] ?? 'text';
  return `# ${file}\n\n\`\`\`\`${language}\n${text}\n\`\`\`\`\n`;
}

/** Makes the links of a Markdown file lead to pages. */
function relink(text: string, folder: string): string {
  return text.replaceAll(
    /\]\((?![a-z]+:|[/#])([^)#]+)/g,
    (_, link: string) => `](${toPageOf(path.posix.join(folder, link))}`,
  );
}
