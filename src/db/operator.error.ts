/**
 * Something that only the operator can mend: a port in use, a data folder of another user, a database out of reach.
 * Its message is the whole story, one sentence with the remedy, fit to be printed alone and without a stack.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
