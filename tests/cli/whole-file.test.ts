import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { writeWholeFile } from '../../src/cli/whole-file.ts';
import { OperatorError } from '../../src/db/operator.error.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-whole-'))));
afterAll(() => rm(folder, { recursive: true }));

const writeText = (output: Writable) =>
  new Promise<void>((resolve) => {
    output.end('new', resolve);
  });

describe('writeWholeFile', () => {
  it('replaces a file', async () => {
    const file = path.join(folder, 'a.csv');
    await writeFile(file, 'old');
    await writeWholeFile(file, writeText);
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('leaves the file as it was if writing fails', async () => {
    const file = path.join(folder, 'b.csv');
    await writeFile(file, 'old');
    const full = new Error('The disk is full.');
    await expect(writeWholeFile(file, () => Promise.reject(full))).rejects.toBe(full);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect((await readdir(folder)).filter((name) => name.startsWith('b.csv'))).toEqual(['b.csv']);
  });

  it.each([
    ['a folder that is missing', () => path.join(folder, 'missing', 'a.csv'), 'ENOENT'],
    ['a folder', () => folder, 'EISDIR'],
  ])('names a file that cannot be created: in or as %s', async (_, nameFile, code) => {
    const file = nameFile();
    await expect(writeWholeFile(file, writeText)).rejects.toThrow(
      new OperatorError(
        `${file} can't be written (${code}); check that its folder exists, and the owner and permissions, or give another file.`,
      ),
    );
  });
});
