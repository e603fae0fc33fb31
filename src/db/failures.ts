/** The request was broken off: its client went away, or its time was over. */
export class BrokenOff extends Error {
  override name = BrokenOff.name;
}

/** More heavy statements wait than may: see `Bulkhead`. */
export class Overloaded extends Error {
  override name = Overloaded.name;
}

/** The request sent as many statements as one may. */
export class TooManyStatements extends Error {
  override name = TooManyStatements.name;
}

/** SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) of a server that can't serve now. */
const UNAVAILABLE = /^(08...|53...|57P0[1-5])$/;
const QUERY_CANCELED = '57014';
/** `temp_file_limit` was exceeded: the statement sorts or groups too much. */
const CONFIGURATION_LIMIT_EXCEEDED = '53400';

/** What Node says of a connection that is not to be had or was lost. */
const NETWORK = /^E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/;

/** What `pg` says of a connection that we closed ourselves, and of one that was lost: it has no codes. */
const CLOSED = 'Connection terminated';
const LOST =
  /^(Connection terminated .+|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Why a statement failed, if that is not a fault of the program: `unavailable`, the database can't be reached or takes no
 * more; `timeout`, it was cancelled for its length; `too large`, it needed more temporary files than PostgreSQL allows;
 * `broken off` with its request; `overloaded`, too many heavy ones wait; `too many` in one request. Null is a fault.
 */
export type Failure = 'unavailable' | 'timeout' | 'too large' | 'broken off' | 'overloaded' | 'too many';

export function failureOf(error: unknown): Failure | null {
  // GraphQL wraps what is no Error to its eyes, as one of another realm.
  const { thrownValue = error } = (error ?? {}) as { thrownValue?: unknown };
  const { name, message = '', code = '' } = (thrownValue ?? {}) as Partial<NodeJS.ErrnoException>;
  if (name === BrokenOff.name || message === CLOSED) return 'broken off';
  if (name === Overloaded.name) return 'overloaded';
  if (name === TooManyStatements.name) return 'too many';
  if (code === QUERY_CANCELED) return 'timeout';
  if (code === CONFIGURATION_LIMIT_EXCEEDED) return 'too large';
  const isAway = UNAVAILABLE.test(code) || NETWORK.test(code) || LOST.test(message);
  return isAway ? 'unavailable' : null;
}
