import type { FastifyBaseLogger } from 'fastify';
import { type EndedRequest, isWatching } from './requests.ts';

/**
 * Logs a request: what it asked for, how it went and what it took. Never what was in it: no variables, no address with a
 * query, no literals of a document.
 */
export function logRequest(
  log: FastifyBaseLogger,
  { request, reply, milliseconds, isAborted }: EndedRequest,
): void {
  const { usage, session } = request;
  const path = request.url.split('?', 1)[0] as string;
  const line = {
    reqId: request.id,
    method: request.method,
    path,
    status: isAborted ? null : reply.statusCode,
    ms: rounded(milliseconds),
    ...(usage.operationHash !== null && {
      operation: usage.operationName,
      hash: usage.operationHash.slice(0, 12),
      cost: usage.cost,
      sql: session?.statements.count,
      sqlMs: rounded(session?.statements.milliseconds ?? 0),
    }),
    ...(usage.errorCodes.length > 0 && { errors: [...new Set(usage.errorCodes)] }),
    ...(usage.errorIds.length > 0 && { errorIds: usage.errorIds }),
  };
  if (isWatching(request)) log.debug(line, 'request');
  else log.info(line, isAborted ? 'request aborted' : 'request');
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
