import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { OperatorError } from '../../db/operator.error.ts';
import { digest } from '../../text/digest.ts';
import { type OaiPage, readOaiPage } from '../formats/oai/oai.page.ts';
import { declaredIn, decodeText } from '../encoding.ts';
import { type FetchOptions, brokenAnswer, request } from './request.ts';

export interface ListOptions extends FetchOptions {
  /** Milliseconds between two requests. */
  interval: number;
  /** Called with the number of records received so far. */
  onProgress?: (records: number) => void;
}

/** Maximum size of one page in bytes, decompressed. */
const LARGEST_PAGE = 64 * 1024 * 1024;

/** Maximum size of all pages in bytes. */
const LARGEST_LIST = 16 * 1024 ** 3;

/** Number of consecutive pages without a record from which a list counts as endless. */
const MOST_EMPTY = 100;

/** The arguments of OAI-PMH. A request with a resumption token has no other argument except the verb. */
const ARGUMENTS = ['metadataPrefix', 'set', 'from', 'until', 'identifier', 'resumptionToken'];

/** Whether an address is an OAI-PMH request. */
export function isOaiRequest(address: URL): boolean {
  return address.searchParams.has('verb');
}

/** The address without the arguments that change between harvests: the name of the list as a source. */
export function listAddress(address: URL): string {
  const list = new URL(address);
  for (const argument of ['from', 'until', 'resumptionToken']) list.searchParams.delete(argument);
  return list.href;
}

/** Whether an address asks for a part of a list: recent changes, or the rest after a token. */
export function isPartialList(address: URL): boolean {
  return isOaiRequest(address) && listAddress(address) !== new URL(address).href;
}

/**
 * Downloads all pages of an OAI-PMH list into a file, as UTF-8, by following the resumption tokens.
 * @throws OperatorError if the repository answers with an error or with something else, or the list is endless
 */
export async function downloadList(address: URL, file: string, options: ListOptions): Promise<void> {
  const { interval, onProgress, wait = sleep } = options;
  // Addresses, and digests of the identifiers on each page: in an endless list the tokens may differ while the records
  // repeat.
  const seen = new Set<string>();
  const handle = await open(file, 'w');
  try {
    let [count, records, bytes, empty] = [0, 0, 0, 0];
    for (let next: URL | null = address; next !== null; count++) {
      if (count > 0) await wait(interval);
      demandNew(seen, next.href, `${next.href} repeats a resumption token`);
      const { text, page } = await requestPage(next, options);
      checkPage(page, next, count);
      if (page.identifiers.length > 0)
        demandNew(seen, digest(page.identifiers), `${next.href} sends records that it has sent before`);
      empty = page.identifiers.length === 0 ? empty + 1 : 0;
      if (empty > MOST_EMPTY) throw endless(`${next.href} sends ${MOST_EMPTY} pages without a record`);
      bytes += await append(handle, text);
      if (bytes > LARGEST_LIST)
        throw new OperatorError(
          `${address.href} has more than ${LARGEST_LIST} bytes; import one set after the other.`,
        );
      records += page.identifiers.length;
      onProgress?.(records);
      next = page.token === null ? null : resume(address, page.token);
    }
  } finally {
    await handle.close();
  }
}

function demandNew(seen: Set<string>, key: string, fault: string): void {
  if (seen.has(key)) throw endless(fault);
  seen.add(key);
}

function endless(fault: string): OperatorError {
  return new OperatorError(
    `${fault}, so the list has no end; import one set after the other, or tell the repository.`,
  );
}

async function requestPage(address: URL, options: FetchOptions): Promise<{ text: string; page: OaiPage }> {
  return request(
    address,
    async ({ body }) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      const text = decodePage(Buffer.concat(chunks));
      const page = readOaiPage(text);
      if (typeof page === 'string')
        throw new OperatorError(
          `${address.href} answers with ${page}, not with OAI-PMH; check the address in the repository's documentation.`,
        );
      if (!page.isWhole) throw brokenAnswer('sent a page that is cut off');
      return { text, page };
    },
    { ...options, mostBytes: LARGEST_PAGE },
  );
}

/** OAI-PMH requires UTF-8, but some repositories declare another encoding. */
function decodePage(bytes: Buffer): string {
  const encoding = isUtf8(bytes) ? 'utf-8' : (declaredIn(bytes.toString('latin1', 0, 200)) ?? 'windows-1252');
  return decodeText(new TextDecoder(encoding), bytes);
}

/** A remedy for each error code of the protocol. */
const REMEDIES: Readonly<Record<string, string>> = {
  badArgument: 'check the arguments of the address',
  badResumptionToken: 'tokens expire: import the list again from its beginning',
  badVerb: 'add ?verb=ListRecords&metadataPrefix=oai_dc to the address of the repository',
  cannotDisseminateFormat: 'ask for metadataPrefix=oai_dc, which every repository has',
  idDoesNotExist: 'check the identifier in the address',
  noSetHierarchy: 'leave set= out of the address',
};

/**
 * Throws if the answer is an error. `noRecordsMatch` on the first page is accepted: the import reports an empty list.
 */
function checkPage({ error }: OaiPage, address: URL, pagesBefore: number): void {
  if (error === null || (error.code === 'noRecordsMatch' && pagesBefore === 0)) return;
  const remedy = REMEDIES[error.code] ?? 'ask the repository';
  const message = error.message === '' ? '' : ` (${error.message})`;
  throw new OperatorError(
    `${address.href} answers ${error.code}${message}; ${remedy}. Nothing was imported.`,
  );
}

/** The request for the next page. */
function resume(address: URL, token: string): URL {
  const next = new URL(address);
  for (const argument of ARGUMENTS) next.searchParams.delete(argument);
  next.searchParams.set('resumptionToken', token);
  return next;
}

/** Appends a page without its XML declaration, which is allowed only at the start of a file. @returns bytes written */
async function append(handle: FileHandle, page: string): Promise<number> {
  const text = page.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*/, '');
  const { bytesWritten } = await handle.write(`${text.trimEnd()}\n`);
  return bytesWritten;
}
