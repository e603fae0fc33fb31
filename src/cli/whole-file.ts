import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/**
 * Writes a file through a temporary one beside it, which replaces it when it is complete. If `write` fails, the file
 * stays as it was. Two commands that write the same file don't mix their output. What is not a regular file, such as a
 * pipe or /dev/null, is written directly.
 * @param write writes the content to the stream and ends it
 */
export async function writeWholeFile(
  file: string,
  write: (output: Writable) => Promise<void>,
): Promise<void> {
  const known = await stat(file).catch(() => null);
  if (known && !known.isFile()) return writeOpened(file, write, { flush: false });
  const target = known ? await realpath(file) : file;
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.unfinished`;
  try {
    await writeOpened(unfinished, write, { flush: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeOpened(
  file: string,
  write: (output: Writable) => Promise<void>,
  options: { flush: boolean },
): Promise<void> {
  const output = createWriteStream(file, options);
  try {
    await once(output, 'open');
    await write(output);
  } finally {
    output.destroy();
  }
}
