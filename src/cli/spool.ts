import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../db/operator.error.ts';
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
  /** The folder for the copies; the system's folder for temporary files by default. */
  folder?: string;
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
  const { signal, folder: parent = tmpdir() } = options;
  let folder: string | null = null;
  const explainFolder = ({ message }: Error): never => {
    throw new OperatorError(
      `The folder for temporary files, ${parent}, can't be written (${message}); make room in it, or set TMPDIR to another folder.`,
    );
  };
  const explainFullDisk = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') explainFolder(error);
    throw error;
  };
  /** Creates a folder for one copy, so that files of the same name don't overwrite each other. */
  const makeFolder = async (): Promise<string> => {
    folder ??= await mkdtemp(path.join(parent, 'pubatlas-input-')).catch(explainFolder);
    return mkdtemp(path.join(folder, 'input-'));
  };
  try {
    const inputs: Input[] = [];
    for (const file of new Set(files)) {
      const spooling = spool(file, makeFolder, options).catch(explainFullDisk);
      inputs.push(await (signal ? Promise.race([spooling, rejectOnAbort(signal)]) : spooling));
    }
    return await work(inputs);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** Copies a file that can be read only once. @returns the copy, or the file itself if it needs none */
async function spool(file: string, makeFolder: () => Promise<string>, options: SpoolOptions): Promise<Input> {
  if (isAddress(file)) {
    options.onStart?.(file);
    return fetchInput(file, await makeFolder(), options);
  }
  const isStandardInput = file === '-';
  if (!isStandardInput && !(await stat(file).catch(() => null))?.isFIFO()) return file;
  const copy = path.join(await makeFolder(), isStandardInput ? STANDARD_INPUT : path.basename(file));
  const input = isStandardInput ? process.stdin : createReadStream(file);
  await pipeline(input, createWriteStream(copy), { signal: options.signal });
  return copy;
}
