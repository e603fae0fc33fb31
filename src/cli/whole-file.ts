import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { OperatorError } from '../db/operator.error.ts';

/**
 * Writes a file through a temporary one beside it, which replaces it when it is complete. If `write` fails, the file
 * stays as it was. Two commands that write the same file don't mix their output. What is not a regular file, such as a
 * pipe or /dev/null, is written directly.
 * @param write writes the content to the stream and ends it
 * @throws OperatorError if the file can't be created
 */
export async function writeWholeFile(
  file: string,
  write: (output: Writable) => Promise<void>,
): Promise<void> {
  const known = await stat(file).catch(() => null);
  if (known && !known.isFile()) return writeOpened(file, file, write, { flush: false });
  const target = known ? await realpath(file) : file;
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.unfinished`;
  try {
    await writeOpened(unfinished, file, write, { flush: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** @param shown the file's name in messages */
async function writeOpened(
  file: string,
  shown: string,
  write: (output: Writable) => Promise<void>,
  options: { flush: boolean },
): Promise<void> {
  const output = createWriteStream(file, options);
  try {
    await once(output, 'open').catch(({ code }: NodeJS.ErrnoException) => {
      throw new OperatorError(
        `${shown} can't be written (${code}); check that its folder exists, and the owner and permissions, or give another file.`,
      );
    });
    await write(output);
  } finally {
    output.destroy();
  }
}

/** @throws OperatorError if standard output was closed (`pubatlas export | head`); otherwise the same error */
export function explainClosedPipe(error: NodeJS.ErrnoException): never {
  throw error.code === 'EPIPE'
    ? new OperatorError('The program that reads the output ended before it was complete.')
    : error;
}
