import { type ExecutionResult, GraphQLError } from 'graphql';
import { printNumber } from '../graphql/limits.ts';

/** Maximum number of errors in an answer. */
export const MOST_ERRORS = 100;

/**
 * Shortens the list of errors of an answer. An answer may have an error for each of its values, and each is masked and may
 * be logged. If errors are left out, the last one says how many.
 * @param convert applied to each error that is kept
 */
export function capErrors(
  result: ExecutionResult,
  convert: (error: GraphQLError) => GraphQLError = (error) => error,
): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.slice(0, MOST_ERRORS).map(convert);
  const leftOut = result.errors.length - errors.length;
  if (leftOut > 0)
    errors.push(
      new GraphQLError(
        `${printNumber(leftOut)} more errors are left out: an answer lists ${MOST_ERRORS} at most.`,
        { extensions: { code: 'ERRORS_LEFT_OUT', leftOut } },
      ),
    );
  return { ...result, errors };
}
