import { findNearestAuthorSlug } from '../author/name.queries.ts';
import { findAuthorIdsBySlugs } from '../author/author.queries.ts';
import type { Db } from '../db/database.ts';
import { checkFilterSize } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import { readGlobalIdOf } from '../graphql/global-id.ts';
import type { Limits } from '../graphql/limits.ts';
import type { PublicationFilter, SlugsFilter } from '../schema.generated.ts';
import { type NamedSlug, checkSlugs, readCountry, readFiled } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { findIdsBySlugs } from '../reference/slug.queries.ts';
import { FILED_KINDS, type FiledPlural, MEMBERSHIPS } from './memberships.ts';
import { findNearestPublicationSlug } from './slug.queries.ts';

/** A choice of values, such as `countries`, `regions`, `authors`, `topics` or `categories` of a filter. */
export type Choice = Pick<SlugsFilter, 'anyOf' | 'allOf' | 'noneOf'>;

/** Resolves a value of a choice to ids. @throws BAD_USER_INPUT naming `argument` if the value does not exist */
export type ResolveIds = (value: string, argument: string) => readonly number[];

/** The objects that the filter names, resolved to ids. */
export interface Names {
  reference: Reference;
  /** Ids of the authors that the filter names, by slug. */
  authors: ReadonlyMap<string, number>;
  /** Ids of the publications that the filter names, by current or former slug. */
  publications: ReadonlyMap<string, number>;
}

/** The sources and limits of name lookups. */
export interface NameLookup {
  db: Db;
  limits: Limits;
  reference: Reference;
  /** Loads an up-to-date snapshot, for a topic or category that the current snapshot lacks. */
  renewReference(): Promise<Reference>;
}

/**
 * Looks up all names in a filter, including nested filters. Sends at most one statement for authors and one for
 * publications.
 * @throws BAD_USER_INPUT naming an author or publication that does not exist, with the nearest existing slug
 */
export async function lookUp(
  filter: PublicationFilter,
  lookup: NameLookup,
  argument: string,
): Promise<Names> {
  const { db } = lookup;
  const parts = [...walkFilters(filter, argument, lookup.limits)];
  const authors = parts.flatMap(({ part, at }) => [
    ...findNamedAuthors(part.authors, `${at}.authors`),
    ...findNamedAuthors(part.contributors, `${at}.contributors`),
    ...findNamedAuthors(part.publishers, `${at}.publishers`),
  ]);
  const publications = parts.flatMap(({ part, at }) => findNamedPublications(part, at));
  const isBehind = parts.some(({ part }) =>
    FILED_KINDS.some((kind) => {
      const { plural } = MEMBERSHIPS[kind];
      return listValues(part[plural]).some((slug) => !lookup.reference[plural].byName(slug));
    }),
  );
  const [authorIds, publicationIds, reference] = await Promise.all([
    findAuthorIdsBySlugs(db, listSlugs(authors)),
    findIdsBySlugs(db, 'publication', listSlugs(publications)),
    isBehind ? lookup.renewReference() : lookup.reference,
  ]);
  await checkSlugs('author', authors, authorIds, (slug) => findNearestAuthorSlug(db, slug));
  await checkSlugs('publication', publications, publicationIds, (slug) =>
    findNearestPublicationSlug(db, slug),
  );
  return { authors: authorIds, publications: publicationIds, reference };
}

const listSlugs = (named: readonly NamedSlug[]) => [...new Set(named.map(({ slug }) => slug))];

/**
 * Yields the filter and all nested filters with their paths, the root first.
 * @throws BAD_USER_INPUT naming the argument if the filter or one of its lists is too large
 */
function* walkFilters(
  root: PublicationFilter,
  argument: string,
  limits: Limits,
): Generator<{ part: PublicationFilter; at: string }> {
  const { filterParts, filterDepth } = limits;
  const left = [{ part: root, at: argument, depth: 1 }];
  for (let count = 1, next = left.pop(); next; next = left.pop(), count++) {
    const { part, at, depth } = next;
    if (count > filterParts)
      throw badInput(
        argument,
        `it is made of more than ${filterParts} filters; give ${filterParts} at most.`,
      );
    if (depth > filterDepth)
      throw badInput(at, `it nests more than ${filterDepth} levels deep; give ${filterDepth} at most.`);
    checkFilterSize(part, at, limits);
    yield { part, at };
    part.and?.forEach((nested, i) => left.push({ part: nested, at: `${at}.and[${i}]`, depth: depth + 1 }));
    part.or?.forEach((nested, i) => left.push({ part: nested, at: `${at}.or[${i}]`, depth: depth + 1 }));
    if (part.not) left.push({ part: part.not, at: `${at}.not`, depth: depth + 1 });
  }
}

function listValues(choice: Choice | null | undefined): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? []), ...(choice?.noneOf ?? [])];
}

function findNamedAuthors(choice: Choice | null | undefined, at: string): NamedSlug[] {
  return (['anyOf', 'allOf', 'noneOf'] as const).flatMap((list) =>
    (choice?.[list] ?? []).map((value, i) => {
      const argument = `${at}.${list}[${i}]`;
      return { slug: readAuthorSlug(value, argument), value, at: argument };
    }),
  );
}

function findNamedPublications({ ids, slugs }: PublicationFilter, at: string): NamedSlug[] {
  return [
    ...(ids ?? []).map((value, i) => {
      const argument = `${at}.ids[${i}]`;
      return { slug: readPublicationSlug(value, argument), value, at: argument };
    }),
    ...(slugs ?? []).map((slug, i) => ({ slug, value: slug, at: `${at}.slugs[${i}]` })),
  ];
}

/** Resolves a country code to an id. The function that it returns throws BAD_USER_INPUT if the code is unknown. */
export const resolveCountry =
  (reference: Reference): ResolveIds =>
  (code, argument) => [readCountry(reference, code, argument).id];

/**
 * Resolves the slug of a topic or category to an id. The function that it returns throws BAD_USER_INPUT if the slug is
 * unknown.
 */
export const resolveFiled =
  (reference: Reference, kind: FiledPlural): ResolveIds =>
  (slug, argument) => [readFiled(reference, kind, slug, argument).id];

/** Resolves an author's slug or global id to an id; no id if `Names` lacks the author. */
export const resolveAuthor =
  ({ authors }: Names): ResolveIds =>
  (value, argument) => {
    const id = authors.get(readAuthorSlug(value, argument));
    return id === undefined ? [] : [id];
  };

/** The ids of publications, which the filter names by slug or, in `ids`, by global id. */
export function resolvePublications(
  { publications }: Names,
  { ids, slugs }: Pick<PublicationFilter, 'ids' | 'slugs'>,
): number[] {
  const named = [...(ids ?? []).map((id) => readPublicationSlug(id, 'ids')), ...(slugs ?? [])];
  return named.map((slug) => publications.get(slug)).filter((id) => id !== undefined);
}

/** The slug of an author, who is named by slug or by global id. Only global ids have capitals. */
export function readAuthorSlug(value: string, argument: string): string {
  return /[A-Z]/.test(value) ? readGlobalIdOf('Author', value, argument) : value;
}

function readPublicationSlug(id: string, argument: string): string {
  return readGlobalIdOf('Publication', id, argument);
}
