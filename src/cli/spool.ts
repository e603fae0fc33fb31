import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fetchInput, isAddress } from '../import/fetch/fetch.ts';
import type { ListOptions } from '../import/fetch/oai-list.ts';
import type { Input } from '../import/files.ts';

/** The file name under which standard input is known as a source. */
const STANDARD_INPUT = 'standard-input';

/**
 * Gives `work` the files to import. Addresses, standard input ("-") and pipes, which can be read only once, are copied to
 * temporary files, which are removed afterwards.
 */
export async function withSpooled<T>(
  files: readonly string[],
  options: ListOptions,
  work: (inputs: Input[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-input-'));
  try {
    const inputs: Input[] = [];
    for (const [i, file] of [...new Set(files)].entries()) {
      const own = path.join(folder, String(i));
      await mkdir(own);
      inputs.push(isAddress(file) ? await fetchInput(file, own, options) : await spool(file, own));
    }
    return await work(inputs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(file: string, folder: string): Promise<string> {
  const isInput = file === '-';
  if (!isInput && !(await stat(file).catch(() => null))?.isFIFO()) return file;
  const copy = path.join(folder, isInput ? STANDARD_INPUT : path.basename(file));
  await pipeline(isInput ? process.stdin : createReadStream(file), createWriteStream(copy));
  return copy;
}
