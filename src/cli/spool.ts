import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fetchInput, isAddress } from '../import/fetch/fetch.ts';
import type { ListOptions } from '../import/fetch/oai-list.ts';
import type { Input } from '../import/files.ts';

/** The source name of standard input. */
const STANDARD_INPUT = 'standard-input';

/** Options for fetching files. */
interface SpoolOptions extends ListOptions {
  /** Called before an address is fetched. */
  onStart?: (address: string) => void;
  /** Aborts reading and fetching. */
  signal?: AbortSignal;
}

/**
 * Calls `work` with the files to import. URLs, standard input ("-") and pipes can be read only once, so they are copied to
 * temporary files first. The temporary files are removed afterwards.
 */
export async function withSpooled<T>(
  files: readonly string[],
  options: SpoolOptions,
  work: (inputs: Input[]) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-input-'));
  try {
    const inputs: Input[] = [];
    for (const [i, file] of [...new Set(files)].entries()) {
      const ownFolder = path.join(folder, String(i));
      await mkdir(ownFolder);
      const isFetched = isAddress(file);
      if (isFetched) options.onStart?.(file);
      const spooling = isFetched ? fetchInput(file, ownFolder, options) : spool(file, ownFolder, signal);
      inputs.push(await (signal ? Promise.race([spooling, rejectOnAbort(signal)]) : spooling));
    }
    return await work(inputs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

async function spool(file: string, folder: string, signal?: AbortSignal): Promise<string> {
  const isStandardInput = file === '-';
  if (!isStandardInput && !(await stat(file).catch(() => null))?.isFIFO()) return file;
  const copy = path.join(folder, isStandardInput ? STANDARD_INPUT : path.basename(file));
  const input = isStandardInput ? process.stdin : createReadStream(file);
  await pipeline(input, createWriteStream(copy), { signal });
  return copy;
}
