import type { PublicationFilter } from '../schema.generated.ts';
import { FILED_PLURALS, type FiledPlural, KIND_OF_PLURAL, type MembershipKind } from './memberships.ts';
import {
  type Choice,
  type ResolveIds,
  type Names,
  resolveAuthor,
  resolveCountry,
  resolveFiled,
} from './publication.names.ts';
import { type Membership, REACH } from './publication.ts';
import { DEFAULT_MATCH, resolveRegion } from './regions.filter.ts';

/** A member that the filter requires, and the rest of the filter. `id` is undefined if the filter requires none. */
interface Candidate {
  kind: MembershipKind;
  id: number | undefined;
  rest: PublicationFilter;
}

/**
 * Finds a single country, region, author, topic or category that the filter requires, and the rest of the filter. If
 * there are several, the kind that is usually the most selective wins. Null if there is none.
 */
export function findSoleMembership(
  filter: PublicationFilter,
  names: Names,
  argument: string,
): { membership: Membership; rest: PublicationFilter } | null {
  const { reference } = names;
  const { authors, contributors, countries, regions } = filter;
  const findOnlyId = (
    choice: Choice | null | undefined,
    idsOf: ResolveIds,
    name: string,
  ): number | undefined =>
    choice?.anyOf?.length === 1 ? idsOf(choice.anyOf[0] ?? '', `${argument}.${name}.anyOf[0]`)[0] : undefined;
  const dropAnyOf = (name: 'contributors' | 'countries' | 'regions' | FiledPlural) => ({
    ...filter,
    [name]: { ...filter[name], anyOf: null },
  });
  const isPlain = !filter.includeWorldwide;
  const match = regions?.match ?? DEFAULT_MATCH;
  const candidates: Candidate[] = [
    // The membership covers contributors in any role, so the condition on the role stays.
    { kind: 'author', id: findOnlyId(authors, resolveAuthor(names), 'authors'), rest: filter },
    {
      kind: 'author',
      id: findOnlyId(contributors, resolveAuthor(names), 'contributors'),
      rest: contributors?.roles ? filter : dropAnyOf('contributors'),
    },
    ...FILED_PLURALS.map((plural) => ({
      kind: KIND_OF_PLURAL[plural],
      id: findOnlyId(filter[plural], resolveFiled(reference, plural), plural),
      rest: dropAnyOf(plural),
    })),
    {
      kind: 'country',
      id: isPlain ? findOnlyId(countries, resolveCountry(reference), 'countries') : undefined,
      rest: dropAnyOf('countries'),
    },
    {
      kind: 'region',
      id:
        isPlain && REACH[match] === REACH.INCLUDING_COUNTRIES
          ? findOnlyId(regions, resolveRegion(reference, match), 'regions')
          : undefined,
      rest: dropAnyOf('regions'),
    },
  ];
  for (const { kind, id, rest } of candidates)
    if (id !== undefined) return { membership: { kind, id }, rest };
  return null;
}
