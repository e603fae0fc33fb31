import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSpooled } from '../../src/cli/spool.ts';

describe('withSpooled', () => {
  it('copies a pipe to a file, and removes it afterwards', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-spool-'));
    const pipe = path.join(folder, 'pipe.jsonl');
    execFileSync('mkfifo', [pipe]);
    const copies: string[] = [];
    const [texts] = await Promise.all([
      withSpooled([pipe], { interval: 0 }, async (inputs) => {
        copies.push(...(inputs as string[]));
        return Promise.all(copies.map((copy) => readFile(copy, 'utf8')));
      }),
      writeFile(pipe, '{"title":"Piped"}'),
    ]);
    expect(texts).toEqual(['{"title":"Piped"}']);
    expect(copies.map((copy) => path.basename(copy))).toEqual(['pipe.jsonl']);
    await expect(readFile(copies[0] as string)).rejects.toMatchObject({ code: 'ENOENT' });
    await rm(folder, { recursive: true });
  });

  it('copies no file that can be read again, and then needs no folder for temporary files', async () => {
    const options = { interval: 0, folder: path.join(tmpdir(), 'pubatlas-missing') };
    expect(
      await withSpooled(['a.jsonl', 'b.jsonl', 'a.jsonl'], options, (all) => Promise.resolve(all)),
    ).toEqual(['a.jsonl', 'b.jsonl']);
    await expect(withSpooled(['-'], options, () => Promise.resolve())).rejects.toThrow(
      /^The folder for temporary files, .*pubatlas-missing, can't be written \(ENOENT: .*\); make room in it, or set TMPDIR to another folder\.$/,
    );
  });
});
