import { plain } from '../text/plain.ts';
import { badInput, quoted } from './errors.ts';
import type { Limits } from './limits.ts';

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
