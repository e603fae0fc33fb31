import { type Condition, all, not } from '../db/conditions.ts';
import type { Choice, ResolveIds } from './publication.names.ts';

/**
 * Translates a choice of values into conditions. None of them is ever null, so `not` works.
 * @param has builds the condition that a publication has at least one of the ids
 * @param widen wraps the conditions of `anyOf` and `allOf`, such as with "or worldwide"
 * @throws BAD_USER_INPUT naming the argument of a value that does not exist
 */
export function choiceToSql(
  choice: Choice,
  has: (ids: readonly number[]) => Condition,
  idsOf: ResolveIds,
  argument: string,
  widen: (condition: Condition) => Condition = (condition) => condition,
): Condition[] {
  const ids = (name: keyof Choice) =>
    (choice[name] ?? []).map((value, i) => idsOf(value, `${argument}.${name}[${i}]`));
  return [
    ...(choice.anyOf ? [widen(has(ids('anyOf').flat()))] : []),
    ...(choice.allOf ? [widen(all(ids('allOf').map(has)))] : []),
    ...(choice.noneOf ? [not(has(ids('noneOf').flat()))] : []),
  ];
}
