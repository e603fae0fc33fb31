import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { OperatorError } from '../../src/db/operator.error.ts';
import { readLines, readStart, readText } from '../../src/import/input.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-lines-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function linesOf(content: Uint8Array, isGzip = false) {
  const file = path.join(folder, 'a.jsonl');
  await writeFile(file, content);
  const { size } = await stat(file);
  const lines = [];
  let read = 0;
  const input = { path: file, name: 'a.jsonl', home: null, size, isGzip };
  for await (const group of readLines(input, (bytes) => (read += bytes))) lines.push(...group);
  return { lines, isReadWhole: read === size };
}

describe('readLines', () => {
  // Longer than several chunks of 64 KiB; the letters of three bytes lie across their ends.
  const texts = Array.from({ length: 500 }, (_, i) => `${i} ${'語'.repeat((i * 7) % 500)}`);
  texts[250] = 'x'.repeat(200_000);
  const expected = texts.map((line, i) => ({ line, number: i + 1 }));

  it('reads lines that lie in two chunks or more', async () => {
    expect(await linesOf(Buffer.from(texts.join('\n')))).toEqual({ lines: expected, isReadWhole: true });
  });

  it('reads the same from a compressed file', async () => {
    const { lines, isReadWhole } = await linesOf(gzipSync(texts.join('\n')), true);
    expect(lines).toEqual(expected);
    expect(isReadWhole).toBe(true);
  });

  it('skips blank lines and a byte order mark, and counts their numbers', async () => {
    const { lines } = await linesOf(Buffer.from('\uFEFFa\n\n \nb\n'));
    expect(lines).toEqual([
      { line: 'a', number: 1 },
      { line: 'b', number: 4 },
    ]);
  });

  it('gives null for a line that is not UTF-8', async () => {
    const { lines } = await linesOf(Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62]));
    expect(lines.map(({ line }) => line)).toEqual(['a', null, 'b']);
  });
});

// Reading the first page of a process's memory is an input/output error.
const FAILING = '/proc/self/mem';
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('a file on a failing disk', () => {
  const message = `${FAILING} can't be read (EIO: i/o error, read); check its disk.`;
  const file = { path: FAILING, name: 'mem', home: FAILING, size: 0 };

  it('is named when its format is detected', async () => {
    await expect(readStart(FAILING, FAILING)).rejects.toThrow(new OperatorError(message));
  });

  it.each([
    ['lines', { ...file, isGzip: false }],
    ['compressed lines', { ...file, isGzip: true }],
  ])('is named when its %s are read', async (_, input) => {
    await expect(readLines(input).next()).rejects.toThrow(new OperatorError(message));
  });

  it('is named when it is read whole', async () => {
    await expect(readText({ ...file, isGzip: false })).rejects.toThrow(new OperatorError(message));
  });
});

describe('readText', () => {
  async function read(bytes: Uint8Array, encoding?: string) {
    const file = path.join(folder, 'a.bib');
    await writeFile(file, bytes);
    const input = { path: file, name: 'a.bib', home: file, size: bytes.length, isGzip: false };
    return readText(input, encoding);
  }

  it('reads the quotation marks and dashes of Windows-1252', async () => {
    const bytes = Buffer.from('TI  - Children\x92s rights \x96 a \x93new\x94 list, d\xe9j\xe0 vu', 'latin1');
    const text = 'TI  - Children’s rights – a “new” list, déjà vu';
    expect(await read(bytes)).toEqual({ text, guessed: 'windows-1252' });
    expect(await read(bytes, 'windows-1252')).toEqual({ text, guessed: null });
  });

  it('replaces the few wrong bytes of a text in UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('Über Größe für alle '), Buffer.from([0xff])]);
    expect(await read(bytes)).toEqual({ text: 'Über Größe für alle \uFFFD', guessed: 'utf-8' });
  });
});
