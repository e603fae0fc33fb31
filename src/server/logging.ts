import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { type EndedRequest, isProbe } from './requests.ts';

/** Receives log lines, each with its line break. */
export interface LogStream {
  write(line: string): void;
}

/** Buffered bytes that trigger a write. A system call per line would cost more than the rest of logging. */
const BUFFER_BYTES = 8192;

/** Maximum time in milliseconds that a line stays in the buffer. */
const LONGEST_WAIT = 1000;

/** Opens standard output for logs. Lines are written immediately to a terminal, otherwise buffered. */
export function openStandardOutput(): LogStream {
  const output = pino.destination({
    dest: 1,
    sync: false,
    minLength: process.stdout.isTTY ? 0 : BUFFER_BYTES,
  });
  setInterval(() => output.flush(), LONGEST_WAIT).unref();
  return output;
}

/**
 * Logs a request: path, operation, status, times and errors. The line never has contents of the request: no variables,
 * no query string, no document.
 */
export function logRequest(
  log: FastifyBaseLogger,
  { request, reply, milliseconds, isAborted }: EndedRequest,
): void {
  const { usage, session } = request;
  const path = request.url.split('?', 1)[0] as string;
  const isOperation = usage.operationHash !== null;
  const columns = session?.columnStatements ?? { count: 0, milliseconds: 0 };
  // pino leaves out undefined fields.
  const line = {
    reqId: request.id,
    method: request.method,
    path,
    status: isAborted ? null : reply.statusCode,
    ms: roundTime(milliseconds),
    operation: isOperation ? usage.operationName : undefined,
    hash: usage.operationHash?.slice(0, 12),
    cost: isOperation ? usage.cost : undefined,
    sql: isOperation ? session?.statements.count : undefined,
    sqlMs: isOperation ? roundTime(session?.statements.milliseconds ?? 0) : undefined,
    columns: columns.count > 0 ? columns.count : undefined,
    columnsMs: columns.count > 0 ? roundTime(columns.milliseconds) : undefined,
    errors: usage.errorCodes.length > 0 ? [...new Set(usage.errorCodes)] : undefined,
    errorIds: usage.errorIds.length > 0 ? usage.errorIds : undefined,
  };
  if (isProbe(request)) log.debug(line, 'request');
  else log.info(line, isAborted ? 'request aborted' : 'request');
}

function roundTime(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
