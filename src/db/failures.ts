/** The request was broken off: its client went away, or its time was over. */
export class BrokenOff extends Error {
  override name = BrokenOff.name;
}

/** SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) of a server that can't serve now. */
const UNAVAILABLE = /^(08...|53...|57P0[1-5])$/;
const QUERY_CANCELED = '57014';

/** What Node says of a connection that is not to be had or was lost. */
const NETWORK = /^E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/;

/** What `pg` says of a connection that we closed ourselves, and of one that was lost: it has no codes. */
const CLOSED = 'Connection terminated';
const LOST =
  /^(Connection terminated .+|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Why a statement failed, where that is not the statement's fault: `unavailable`, the database can't be reached or takes no
 * more; `timeout`, it was cancelled for its length; `broken off` with its request. Null is a fault.
 */
export function failureOf(error: unknown): 'unavailable' | 'timeout' | 'broken off' | null {
  // GraphQL wraps what is no Error to its eyes, as one of another realm.
  const { thrownValue = error } = (error ?? {}) as { thrownValue?: unknown };
  const { name, message = '', code = '' } = (thrownValue ?? {}) as Partial<NodeJS.ErrnoException>;
  if (name === BrokenOff.name || message === CLOSED) return 'broken off';
  if (code === QUERY_CANCELED) return 'timeout';
  const isAway = UNAVAILABLE.test(code) || NETWORK.test(code) || LOST.test(message);
  return isAway ? 'unavailable' : null;
}
