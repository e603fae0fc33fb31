import { plain } from '../text/plain.ts';
import { badInput, quote } from './errors.ts';
import { type Limits, overLimit } from './limits.ts';

/** Whether a filter has a name condition. @throws BAD_USER_INPUT if the name has no letter or digit */
export function isNameGiven(name: string | null | undefined, argument: string): name is string {
  if (name === null || name === undefined) return false;
  if (plain(name) === '')
    throw badInput(argument, `${quote(name)} has no letter or digit; give a part of a name.`);
  return true;
}

/** Returns the id or the slug, whichever is given. @throws BAD_USER_INPUT if both or neither are given */
export function readIdOrSlug(
  id: string | null | undefined,
  slug: string | null | undefined,
): { id: string } | { slug: string } {
  if (typeof id === 'string' && typeof slug !== 'string') return { id };
  if (typeof slug === 'string' && typeof id !== 'string') return { slug };
  throw badInput('id', 'give either "id" or "slug".');
}

/** Returns the value unchanged. @throws BAD_USER_INPUT with `argument` if it is out of range */
export function checkRange(value: number, least: number, most: number, argument: string): number {
  if (value >= least && value <= most) return value;
  throw badInput(argument, `${value} is out of range; give ${least} to ${most}.`);
}

/**
 * Checks the lengths of lists and texts in a filter. It doesn't descend into nested filters (`and`, `or`, `not`): the
 * code that walks the filter tree calls it for each of them.
 * @throws BAD_USER_INPUT with the path of the list or text
 */
export function checkFilterSize(filter: object | null | undefined, argument: string, limits: Limits): void {
  for (const [name, value] of Object.entries(filter ?? {}) as [string, unknown][]) {
    const at = `${argument}.${name}`;
    const { listLength, searchLength } = limits;
    if (Array.isArray(value) && value.length > listLength)
      throw badInput(at, `${value.length} values are too many; give ${listLength} at most.`);
    if (typeof value === 'string' && value.length > searchLength)
      throw badInput(at, `${value.length} characters are too many; give ${searchLength} at most.`);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && name !== 'not')
      checkFilterSize(value, at, limits);
  }
}

/**
 * Checks that no variable nests deeper than any argument needs. GraphQL reads variables by recursion, and would
 * overflow the stack. Documents can't nest as deep, because their tokens are limited.
 * @throws LIMIT_EXCEEDED with the name of the variable
 */
export function checkNesting(variables: Readonly<Record<string, unknown>>, { filterDepth }: Limits): void {
  const most = 2 * filterDepth + 4; // each `and` adds a list and an object; the innermost filter has a few levels more
  for (const name in variables)
    if (isDeeper(variables[name], most))
      throw overLimit(
        'filterDepth',
        null,
        filterDepth,
        `The value of "$${name}" nests more than ${most} levels, and a filter may nest ${filterDepth}; send a flatter filter.`,
      );
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeper(item, most - 1));
  for (const name in value) if (isDeeper((value as Record<string, unknown>)[name], most - 1)) return true;
  return false;
}

/** Checks the length of a search text. @throws BAD_USER_INPUT if it exceeds the limit */
export function checkSearchLength(search: string, { searchLength }: Limits): void {
  if (search.length > searchLength)
    throw badInput('search', `${search.length} characters are too many; give ${searchLength} at most.`);
}
