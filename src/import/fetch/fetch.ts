import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../../db/operator.error.ts';
import type { Input } from '../files.ts';
import { type ListOptions, downloadList, isOaiRequest, listAddress } from './oai-list.ts';
import { request } from './request.ts';

/** Maximum size of a file in bytes, after HTTP decompression. */
const LARGEST_FILE = 4 * 1024 ** 3;

/** Whether an input is a web address instead of a file. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(text);
}

/**
 * Downloads an address into a new file in a folder: one file, or all pages of an OAI-PMH list.
 * @returns the file, with the address that names the source; the address of a list is without its dates
 * @throws OperatorError if the address can't be read
 */
export async function fetchInput(text: string, folder: string, options: ListOptions): Promise<Input> {
  const address = readAddress(text);
  const file = path.join(folder, 'fetched');
  if (isOaiRequest(address)) {
    await downloadList(address, file, options);
    return { path: file, address: listAddress(address) };
  }
  await request(address, ({ body }) => pipeline(Readable.from(body), createWriteStream(file)), {
    ...options,
    mostBytes: LARGEST_FILE,
  });
  return { path: file, address: address.href };
}

/** Parses an address and removes its fragment. @throws OperatorError if it can't be fetched */
export function readAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new OperatorError(`${text} is no http or https address; give one, or the path of a file.`);
  if (address.username !== '' || address.password !== '')
    throw new OperatorError(
      `The address of ${address.host} has a user name in it, which would be stored with the source; save the file with another program and import that.`,
    );
  address.hash = '';
  return address;
}
