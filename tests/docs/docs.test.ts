import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS } from '../../src/export/formats/formats.ts';
import { projectFolder } from '../../src/project.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8');

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md', 'data/reference/README.md'],
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join(folder, file)),
  ),
];

/** The headings of a page as links name them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('links', () => {
  it.each(pages)('of %s lead to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    const lost = links.filter((link) => !existsSync(path.join(projectFolder, path.dirname(page), link)));
    expect(lost).toEqual([]);
  });

  it.each(pages)('of %s lead to headings that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const lost = links.filter(([, file = '', heading = '']) => {
      const at = file === '' ? page : path.join(path.dirname(page), file);
      return !anchorsOf(read(at)).includes(heading);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });
});

describe('docs/README.md', () => {
  it('lists every page, as the menu of the documentation is made from it', () => {
    const listed = [...read('docs/README.md').matchAll(/\]\(([^)#]+\.md)\)/g)].map(
      ([, page]) => `docs/${page}`,
    );
    const written = pages.filter((page) => /^docs\/(?!explanation\/adr\/\d|source\/|README)/.test(page));
    expect(written.filter((page) => !listed.includes(page))).toEqual([]);
  });
});

describe('docs/how-to/export.md', () => {
  it.each(EXPORT_FORMATS)('has a row for .$extension', ({ extension, mediaType }) => {
    const rows = read('docs/how-to/export.md').replaceAll(/ +/g, ' ');
    expect(rows).toContain(`| \`${extension}\` | \`${mediaType.split(';')[0]}\` |`);
  });
});

describe('docs/reference/import-formats.md', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());

  const example = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``).exec(read('docs/reference/import-formats.md'))?.[1] ??
    '';

  it.each([
    ['text', 1],
    ['jsonl', 2],
  ])('has a %s example that is read without refusals', async (language, created) => {
    const report = await catalogue.importTexts({ [`example.${language}`]: example(language) });
    expect(report).toMatchObject({ created, refused: [], unresolved: [] });
  });
});
