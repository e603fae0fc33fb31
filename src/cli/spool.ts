import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The file name under which standard input is known as a source. */
const STANDARD_INPUT = 'standard-input';

/**
 * Gives `work` the paths of files. Standard input ("-") and pipes, which can be read only once, are copied to temporary files,
 * which are removed afterwards.
 */
export async function withSpooled<T>(
  files: readonly string[],
  work: (paths: string[]) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-input-'));
  try {
    const paths: string[] = [];
    for (const file of new Set(files)) paths.push(await spool(file, folder, signal));
    return await work(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(file: string, folder: string, signal?: AbortSignal): Promise<string> {
  const isInput = file === '-';
  if (!isInput && !(await stat(file).catch(() => null))?.isFIFO()) return file;
  const copy = path.join(folder, isInput ? STANDARD_INPUT : path.basename(file));
  const input = isInput ? process.stdin : createReadStream(file);
  await pipeline(input, createWriteStream(copy), signal && { signal });
  return copy;
}
