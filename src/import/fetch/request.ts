import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../db/operator.error.ts';
import { version } from '../../project.ts';
import { printCount } from '../../text/counted.ts';

/** An answer whose body has not been read yet. */
export interface Answer {
  /** Media type in lower case, without parameters. */
  mediaType: string;
  /** The decompressed body. Throws if it is larger than allowed, or no data arrives in time. */
  body: AsyncIterable<Uint8Array>;
}

export interface FetchOptions {
  /** Waits before a retry; tests replace it. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /**
   * Timeout in milliseconds for the beginning of the answer, and for each further piece; 60 seconds by default. Tests
   * shorten it.
   */
  longestSilence?: number;
  /** Called before a retry, with the reason: "http://… sent nothing for 60 seconds; trying again in 1 second". */
  onRetry?: (message: string) => void;
}

export interface RequestOptions extends FetchOptions {
  /** Maximum size of the body in bytes, decompressed. */
  mostBytes: number;
}

/** Maximum number of attempts. */
const ATTEMPTS = 5;

/** Maximum number of attempts if the server doesn't answer, so that a server that hangs fails after two minutes. */
const SILENT_ATTEMPTS = 2;

/** Milliseconds before the second attempt. Each further wait is twice as long. */
const FIRST_WAIT = 1000;

/** The longest accepted `Retry-After`, in milliseconds. */
const LONGEST_WAIT = 10 * 60_000;

const LONGEST_SILENCE = 60_000;

/** Statuses that are temporary. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Errors that a retry doesn't fix: unknown host, refused connection, invalid certificate. */
const LASTING = /^(?:ENOTFOUND|ECONNREFUSED|ERR_TLS_.*|CERT_.*|.*SELF_SIGNED.*|UNABLE_TO_.*|ERR_SSL.*)$/;

/** A temporary failure. */
class PassingFault extends Error {
  /** Milliseconds that the server asks to wait; null if it doesn't say. */
  readonly wait: number | null;
  readonly attempts: number;

  constructor(
    reason: string,
    { wait = null, attempts = ATTEMPTS }: Partial<Omit<PassingFault, keyof Error>> = {},
  ) {
    super(reason);
    this.wait = wait;
    this.attempts = attempts;
  }
}

/** An error for an incomplete answer, which makes `request` try again. */
export function brokenAnswer(reason: string): Error {
  return new PassingFault(reason);
}

/**
 * Sends a GET request and reads the answer. Retries after broken connections and temporary statuses, and respects
 * `Retry-After`.
 * @param read reads the body; called once per attempt
 * @throws OperatorError if the address can't be read
 */
export async function request<T>(
  address: URL,
  read: (answer: Answer) => Promise<T>,
  options: RequestOptions,
): Promise<T> {
  const { wait = sleep, onRetry } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestOnce(address, read, options);
    } catch (error) {
      if (!(error instanceof PassingFault)) throw error;
      const pause = error.wait ?? FIRST_WAIT * 2 ** (attempt - 1);
      if (pause > LONGEST_WAIT)
        throw new OperatorError(
          `${address.href} ${error.message} and asks to wait ${Math.ceil(pause / 1000)} seconds; import it then.`,
        );
      if (attempt >= error.attempts)
        throw new OperatorError(
          `${address.href} ${error.message}; it was tried ${attempt} times. Import it again later.`,
        );
      onRetry?.(
        `${address.href} ${error.message}; trying again in ${printCount(Math.ceil(pause / 1000), 'second')}`,
      );
      await wait(pause);
    }
  }
}

async function requestOnce<T>(
  address: URL,
  read: (answer: Answer) => Promise<T>,
  { mostBytes, longestSilence = LONGEST_SILENCE }: RequestOptions,
): Promise<T> {
  const abort = new AbortController();
  const silence = setTimeout(() => abort.abort(), longestSilence);
  try {
    const response = await fetch(address, {
      headers: { 'user-agent': `pubatlas/${version}`, accept: '*/*' },
      signal: abort.signal,
    });
    if (PASSING.has(response.status))
      throw new PassingFault(statusOf(response), { wait: readRetryAfter(response) });
    if (response.status !== 200)
      throw new OperatorError(
        `${address.href} ${statusOf(response)}; check the address, or save the file and import that.`,
      );
    const mediaType = (response.headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
    const body = limitBody(response, address, mostBytes, () => silence.refresh());
    return await read({ mediaType, body });
  } catch (error) {
    throw abort.signal.aborted
      ? new PassingFault(`sent nothing for ${longestSilence / 1000} seconds`, { attempts: SILENT_ATTEMPTS })
      : toFault(error, address);
  } finally {
    clearTimeout(silence);
    // Closes the connection if the answer was not read completely.
    abort.abort();
  }
}

function statusOf({ status, statusText }: Response): string {
  return `answers ${[status, statusText].join(' ').trim()}`;
}

/** The `Retry-After` header in milliseconds, from seconds or from a date; null if there is none. */
function readRetryAfter({ headers }: Response): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(at - Date.now(), 0);
}

async function* limitBody(
  { body }: Response,
  address: URL,
  mostBytes: number,
  onPiece: () => void,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    onPiece();
    length += piece.length;
    if (length > mostBytes)
      throw new OperatorError(
        `${address.href} answers with more than ${mostBytes} bytes; ask for less of it.`,
      );
    yield piece;
  }
}

/** Node's fetch wraps connection errors in the cause of a TypeError. A cause without a code is fetch's own refusal. */
function toFault(error: unknown, address: URL): unknown {
  const { name, cause } = error as Error;
  if (name !== 'TypeError' || cause === undefined) return error;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === undefined || LASTING.test(code))
    return new OperatorError(`${address.href} can't be reached (${message || code}); check the address.`);
  return new PassingFault(`broke the connection (${message || code})`);
}
