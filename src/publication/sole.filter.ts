import type { PublicationFilter } from '../schema.generated.ts';
import { type Choice, type IdsOf, type Names, authorIds, countryIds, filedIds } from './publication.names.ts';
import { type Membership, REACH } from './publication.ts';
import { DEFAULT_MATCH, regionIds } from './regions.filter.ts';

/**
 * Finds a single country, region, author, topic or category that the filter requires, and the rest of the filter. If
 * there are several, the kind that is usually the most selective wins. Null if there is none.
 */
export function soleMembership(
  filter: PublicationFilter,
  names: Names,
  argument: string,
): { membership: Membership; rest: PublicationFilter } | null {
  const { reference } = names;
  const { authors, contributors, topics, categories, countries, regions } = filter;
  const sole = (choice: Choice | null | undefined, idsOf: IdsOf, name: string): number | undefined =>
    choice?.anyOf?.length === 1 ? idsOf(choice.anyOf[0] ?? '', `${argument}.${name}.anyOf[0]`)[0] : undefined;
  const without = (name: 'contributors' | 'topics' | 'categories' | 'countries' | 'regions') => ({
    ...filter,
    [name]: { ...filter[name], anyOf: null },
  });
  const isPlain = !filter.includeWorldwide;
  const match = regions?.match ?? DEFAULT_MATCH;
  const candidates = [
    // The membership covers contributors in any role, so the condition on the role stays.
    { kind: 'author', id: sole(authors, authorIds(names), 'authors'), rest: filter },
    {
      kind: 'author',
      id: sole(contributors, authorIds(names), 'contributors'),
      rest: contributors?.roles ? filter : without('contributors'),
    },
    { kind: 'topic', id: sole(topics, filedIds(reference, 'topics'), 'topics'), rest: without('topics') },
    {
      kind: 'category',
      id: sole(categories, filedIds(reference, 'categories'), 'categories'),
      rest: without('categories'),
    },
    {
      kind: 'country',
      id: isPlain ? sole(countries, countryIds(reference), 'countries') : undefined,
      rest: without('countries'),
    },
    {
      kind: 'region',
      id:
        isPlain && REACH[match] === REACH.INCLUDING_COUNTRIES
          ? sole(regions, regionIds(reference, match), 'regions')
          : undefined,
      rest: without('regions'),
    },
  ] as const;
  for (const { kind, id, rest } of candidates)
    if (id !== undefined) return { membership: { kind, id }, rest };
  return null;
}
