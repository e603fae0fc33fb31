import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMapping } from '../../src/cli/mapping.ts';

describe('readMapping', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-mapping-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const read = async (text: string) => {
    const file = path.join(folder, 'columns.json');
    await writeFile(file, text);
    return readMapping(file);
  };

  it('reads the names of columns and the separators', async () => {
    const mapping = { columns: { title: 'Name', authors: 'By' }, listSeparator: '/', delimiter: ';' };
    expect(await read(JSON.stringify(mapping))).toEqual(mapping);
  });

  it.each([
    ['{', /columns\.json can't be read \(.*\); it looks like \{"columns"/],
    [
      '{"columns": {"titel": "Name"}}',
      /is wrong at columns.*; it looks like .*, and fields are title, abstract, year/,
    ],
    ['{"columns": {"title": 3}}', /is wrong at columns\.title /],
    ['{"columns": {}, "delimiter": ";;"}', /is wrong at delimiter /],
    ['{"fields": {}}', /is wrong at /],
  ])('says what is wrong with %s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
