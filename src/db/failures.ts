/** The request was aborted, because its client disconnected or its time limit passed. */
export class RequestAborted extends Error {
  override name = RequestAborted.name;
}

/** Too many requests wait for a slot of the bulkhead (src/db/bulkhead.ts). */
export class Overloaded extends Error {
  override name = Overloaded.name;
}

/** The request exceeded the limit of statements per request. */
export class TooManyStatements extends Error {
  override name = TooManyStatements.name;
}

/**
 * SQLSTATEs that mean that the server is unavailable: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const UNAVAILABLE = /^(08...|53...|57P0[1-5])$/;
const QUERY_CANCELED = '57014';
/** `temp_file_limit` was exceeded: the statement sorts or groups too much. */
const CONFIGURATION_LIMIT_EXCEEDED = '53400';

/** Node's error codes for a connection that could not be made or was lost. */
const NETWORK = /^E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/;

/** Messages of `pg`, which has no codes for these errors: the connection was closed by us, or it was lost. */
const CLOSED = 'Connection terminated';
const LOST =
  /^(Connection terminated .+|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Why a statement failed, if the cause is not a bug:
 * - `unavailable`: the database can't be reached or accepts no more connections
 * - `timeout`: PostgreSQL cancelled the statement because it took too long
 * - `too large`: the statement needed more temporary files than `temp_file_limit` allows
 * - `aborted`: the request was aborted
 * - `overloaded`: too many heavy statements wait
 * - `too many`: the request sent too many statements
 */
export type Failure = 'unavailable' | 'timeout' | 'too large' | 'aborted' | 'overloaded' | 'too many';

/** Classifies an error; null means a bug. */
export function classifyFailure(error: unknown): Failure | null {
  // graphql-js wraps thrown values that are not `instanceof Error`, such as errors of another realm.
  const { thrownValue = error } = (error ?? {}) as { thrownValue?: unknown };
  const { name, message = '', code = '' } = (thrownValue ?? {}) as Partial<NodeJS.ErrnoException>;
  if (name === RequestAborted.name || message === CLOSED) return 'aborted';
  if (name === Overloaded.name) return 'overloaded';
  if (name === TooManyStatements.name) return 'too many';
  if (code === QUERY_CANCELED) return 'timeout';
  if (code === CONFIGURATION_LIMIT_EXCEEDED) return 'too large';
  const isAway = UNAVAILABLE.test(code) || NETWORK.test(code) || LOST.test(message);
  return isAway ? 'unavailable' : null;
}
