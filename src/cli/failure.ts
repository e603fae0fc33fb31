import { OperatorError } from '../db/operator.error.ts';
import { classifyFailure } from '../db/failures.ts';

/**
 * Problems and remedies for error codes of Node (ENOSPC) or PostgreSQL (53100:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html). The first match is used.
 */
const KNOWN: readonly (readonly [code: RegExp, problem: string, remedy: string])[] = [
  [/^(ENOSPC|EDQUOT|53100)$/, 'The disk is full', 'make room, and run the command again'],
  [/^(EIO|58030)$/, 'The disk reports an error', 'check it, and restore a backup if data is lost'],
  [
    /^XX00[12]$/,
    'The files of the database are damaged',
    'restore a backup ("pubatlas restore"), or import into an empty database',
  ],
  [/^53200$/, 'PostgreSQL is out of memory', 'give it more, or lower its work_mem'],
  [/^53300$/, 'PostgreSQL has no free connection', 'raise its max_connections, or lower POOL_SIZE'],
  [
    /^(28...|3D000)$/,
    'PostgreSQL refuses the connection',
    'check the user, password and database of DATABASE_URL',
  ],
  [/^42501$/, 'The role of DATABASE_URL lacks a privilege', 'grant it, or use the role that owns the tables'],
  [
    /^25006$/,
    'The database accepts no writes',
    'set DATABASE_URL to the primary, with a role that may write',
  ],
  [/^(40001|40P01|55P03|57014)$/, 'PostgreSQL cancelled a statement', 'run the command again'],
  [/^57P0[1-3]$/, 'The database was shut down', 'start it, and run the command again'],
  [/^(EMFILE|ENFILE)$/, 'Too many files are open', 'raise the limit (ulimit -n)'],
  [
    /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|ELOOP|ENAMETOOLONG)$/,
    'A file or folder cannot be used',
    'check that it exists, and its owner and permissions',
  ],
];

/**
 * Describes an error in one sentence, with a remedy if one is known.
 * @param withStack whether to add the stack trace of an unknown error
 */
export function describeFailure(error: unknown, withStack: boolean): string {
  if (error instanceof OperatorError) return error.message;
  const { code = '', message = '', stack } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const reason = message || code || String(error);
  for (const [pattern, problem, remedy] of KNOWN)
    if (pattern.test(code)) return `${problem} (${reason}); ${remedy}.`;
  if (classifyFailure(error) !== null)
    return `The connection to the database was lost (${reason}); check that the database runs, and run the command again.`;
  if (withStack) return `Unexpected error: ${stack ?? reason}`;
  return `Unexpected error: ${reason.split('\n', 1)[0]} (LOG_LEVEL=debug shows where; please report it)`;
}
