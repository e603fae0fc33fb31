import { type Condition, all, not } from '../db/conditions.ts';
import type { Choice, IdsOf } from './publication.names.ts';

/**
 * A choice of values as conditions, none of which is null.
 * @param has true of the publications that have at least one of the ids
 * @param widen widens what `anyOf` and `allOf` find
 * @throws BAD_USER_INPUT naming a value that does not exist
 */
export function choiceToSql(
  choice: Choice | null | undefined,
  has: (ids: readonly number[]) => Condition,
  idsOf: IdsOf,
  argument: string,
  widen: (condition: Condition) => Condition = (condition) => condition,
): Condition[] {
  if (!choice) return [];
  const ids = (name: keyof Choice) =>
    (choice[name] ?? []).map((value, i) => idsOf(value, `${argument}.${name}[${i}]`));
  return [
    ...(choice.anyOf ? [widen(has(ids('anyOf').flat()))] : []),
    ...(choice.allOf ? [widen(all(ids('allOf').map(has)))] : []),
    ...(choice.noneOf ? [not(has(ids('noneOf').flat()))] : []),
  ];
}
