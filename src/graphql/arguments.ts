import { plain } from '../text/plain.ts';
import { badInput, quoted } from './errors.ts';
import { type Limits, overLimit } from './limits.ts';

/** Whether a filter asks for a name. @throws BAD_USER_INPUT where the name has neither a letter nor a digit. */
export function nameGiven(name: string | null | undefined, argument: string): name is string {
  if (name === null || name === undefined) return false;
  if (plain(name) === '')
    throw badInput(argument, `${quoted(name)} has no letter or digit; give a part of a name.`);
  return true;
}

/** The one of two ways to name an object that is given. @throws BAD_USER_INPUT where both or none are. */
export function eitherOf(
  id: string | null | undefined,
  slug: string | null | undefined,
): { id: string } | { slug: string } {
  if (typeof id === 'string' && typeof slug !== 'string') return { id };
  if (typeof slug === 'string' && typeof id !== 'string') return { slug };
  throw badInput('id', 'give either "id" or "slug".');
}

/** The number, if it is in the range. @throws BAD_USER_INPUT naming `argument` where it is not. */
export function within(value: number, least: number, most: number, argument: string): number {
  if (value >= least && value <= most) return value;
  throw badInput(argument, `${value} is out of range; give ${least} to ${most}.`);
}

/**
 * Sees to it that no list in a filter is longer, and no text larger, than the limits. Filters within the filter are left
 * out: whoever takes such a tree looks at each.
 * @throws BAD_USER_INPUT naming the list or text
 */
export function demandModest(filter: object | null | undefined, argument: string, limits: Limits): void {
  for (const [name, value] of Object.entries(filter ?? {}) as [string, unknown][]) {
    const at = `${argument}.${name}`;
    const { listLength, searchLength } = limits;
    if (Array.isArray(value) && value.length > listLength)
      throw badInput(at, `${value.length} values are too many; give ${listLength} at most.`);
    if (typeof value === 'string' && value.length > searchLength)
      throw badInput(at, `${value.length} characters are too many; give ${searchLength} at most.`);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && name !== 'not')
      demandModest(value, at, limits);
  }
}

/**
 * Sees to it that no variable nests deeper than any argument can have use for: GraphQL reads them by recursion, and would run out of
 * stack. A document cannot nest as deep, for it has no more tokens than the limit.
 * @throws LIMIT_EXCEEDED naming the variable
 */
export function demandShallow(variables: Readonly<Record<string, unknown>>, { filterDepth }: Limits): void {
  const most = 2 * filterDepth + 4; // a level of `and` is a list and an object; then a choice, its list, and a value
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
  if (Array.isArray(value)) return value.some((of) => isDeeper(of, most - 1));
  for (const name in value) if (isDeeper((value as Record<string, unknown>)[name], most - 1)) return true;
  return false;
}

/** @throws BAD_USER_INPUT where a search is longer than the limit */
export function demandSearchable(search: string, { searchLength }: Limits): void {
  if (search.length > searchLength)
    throw badInput('search', `${search.length} characters are too many; give ${searchLength} at most.`);
}
