import { type ExecutionResult, GraphQLError } from 'graphql';
import { printed } from '../graphql/limits.ts';

/** Errors that one answer lists. */
export const MOST_ERRORS = 100;

/**
 * Cuts the list of an answer's errors: an answer may have an error for each of its values, and each is looked at, masked
 * and maybe logged. The last error of a list that was cut says how many were left out.
 * @param convert applied to each error that stays
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
        `${printed(leftOut)} more errors are left out: an answer lists ${MOST_ERRORS} at most.`,
        { extensions: { code: 'ERRORS_LEFT_OUT', leftOut } },
      ),
    );
  return { ...result, errors };
}
