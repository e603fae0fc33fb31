/**
 * A problem that only the operator can solve, such as a port in use or an unreachable database. The message is one
 * sentence that includes the remedy. It is printed without a stack trace.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
