import { sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import { badInput } from '../graphql/errors.ts';
import type { Limits } from '../graphql/limits.ts';
import { plain } from '../text/plain.ts';

/**
 * Which publications a search finds, as a condition on the row `p`; null where there is nothing to search for.
 * @throws BAD_USER_INPUT where the text is too long
 */
export function searching(search: string | null | undefined, { searchLength }: Limits): Condition | null {
  if (search === null || search === undefined) return null;
  if (search.length > searchLength)
    throw badInput('search', `${search.length} characters are too many; give ${searchLength} at most.`);
  const words = plain(search);
  if (words === '') return null;
  return all(words.split(' ').map((word) => sql<boolean>`p.title_key like ${`%${word}%`}::text`));
}
