import { findNearestAuthorSlug } from '../author/name.queries.ts';
import { findAuthorIdsBySlugs } from '../author/author.queries.ts';
import type { Db } from '../db/database.ts';
import { demandModest } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import { readGlobalIdOf } from '../graphql/global-id.ts';
import type { Limits } from '../graphql/limits.ts';
import type { PublicationFilter, SlugsFilter } from '../schema.generated.ts';
import { type NamedSlug, demandKnown, readCountry, readFiled } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { findIdsBySlugs } from '../reference/slug.queries.ts';
import { findNearestPublicationSlug } from './slug.queries.ts';

/** A choice of values, as the filter's `countries`, `regions`, `authors`, `topics` and `categories` make it. */
export type Choice = Pick<SlugsFilter, 'anyOf' | 'allOf' | 'noneOf'>;

/** The ids that one value of a choice stands for. @throws BAD_USER_INPUT naming `argument` if it does not exist. */
export type IdsOf = (value: string, argument: string) => readonly number[];

/** What the filter's names stand for. */
export interface Names {
  reference: Reference;
  /** Author ids by slug, of every author that the filter names. */
  authors: ReadonlyMap<string, number>;
  /** Publication ids by slug, current or former, of every publication that the filter names. */
  publications: ReadonlyMap<string, number>;
}

/** Where names are looked up. */
export interface NameLookup {
  db: Db;
  limits: Limits;
  reference: Reference;
  /** A snapshot that is not behind, for a topic or category that the one at hand does not have. */
  renewReference(): Promise<Reference>;
}

/**
 * Looks up the names in the whole tree, at most one statement for each kind that is not in the process.
 * @throws BAD_USER_INPUT naming an author or publication that does not exist, with the nearest that does
 */
export async function lookUp(
  filter: PublicationFilter,
  lookup: NameLookup,
  argument: string,
): Promise<Names> {
  const { db } = lookup;
  const parts = [...partsOf(filter, argument, lookup.limits)];
  const authors = parts.flatMap(({ part, at }) => [
    ...authorsNamed(part.authors, `${at}.authors`),
    ...authorsNamed(part.contributors, `${at}.contributors`),
    ...authorsNamed(part.publishers, `${at}.publishers`),
  ]);
  const publications = parts.flatMap(({ part, at }) => publicationsNamed(part, at));
  const { topics, categories } = lookup.reference;
  const isBehind = parts.some(
    ({ part }) =>
      valuesOf(part.topics).some((slug) => !topics.byName(slug)) ||
      valuesOf(part.categories).some((slug) => !categories.byName(slug)),
  );
  const [authorIds, publicationIds, reference] = await Promise.all([
    findAuthorIdsBySlugs(db, slugsOf(authors)),
    findIdsBySlugs(db, 'publication', slugsOf(publications)),
    isBehind ? lookup.renewReference() : lookup.reference,
  ]);
  await demandKnown('author', authors, authorIds, (slug) => findNearestAuthorSlug(db, slug));
  await demandKnown('publication', publications, publicationIds, (slug) =>
    findNearestPublicationSlug(db, slug),
  );
  return { authors: authorIds, publications: publicationIds, reference };
}

const slugsOf = (named: readonly NamedSlug[]) => [...new Set(named.map(({ slug }) => slug))];

/**
 * Every filter of the tree with its path, the root first.
 * @throws BAD_USER_INPUT where the tree or one of its lists is too large
 */
function* partsOf(
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
    demandModest(part, at, limits);
    yield { part, at };
    part.and?.forEach((nested, i) => left.push({ part: nested, at: `${at}.and[${i}]`, depth: depth + 1 }));
    part.or?.forEach((nested, i) => left.push({ part: nested, at: `${at}.or[${i}]`, depth: depth + 1 }));
    if (part.not) left.push({ part: part.not, at: `${at}.not`, depth: depth + 1 });
  }
}

function valuesOf(choice: Choice | null | undefined): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? []), ...(choice?.noneOf ?? [])];
}

function authorsNamed(choice: Choice | null | undefined, at: string): NamedSlug[] {
  return (['anyOf', 'allOf', 'noneOf'] as const).flatMap((list) =>
    (choice?.[list] ?? []).map((value, i) => {
      const argument = `${at}.${list}[${i}]`;
      return { slug: authorSlug(value, argument), value, at: argument };
    }),
  );
}

function publicationsNamed({ ids, slugs }: PublicationFilter, at: string): NamedSlug[] {
  return [
    ...(ids ?? []).map((value, i) => {
      const argument = `${at}.ids[${i}]`;
      return { slug: publicationSlug(value, argument), value, at: argument };
    }),
    ...(slugs ?? []).map((slug, i) => ({ slug, value: slug, at: `${at}.slugs[${i}]` })),
  ];
}

export const countryIds =
  (reference: Reference): IdsOf =>
  (code, argument) => [readCountry(reference, code, argument).id];

export const filedIds =
  (reference: Reference, kind: 'topics' | 'categories'): IdsOf =>
  (slug, argument) => [readFiled(reference, kind, slug, argument).id];

export const authorIds =
  ({ authors }: Names): IdsOf =>
  (value, argument) => {
    const id = authors.get(authorSlug(value, argument));
    return id === undefined ? [] : [id];
  };

/** The ids of publications that are named by slug or, with `ids`, by global id. */
export function publicationIds(
  { publications }: Names,
  { ids, slugs }: Pick<PublicationFilter, 'ids' | 'slugs'>,
): number[] {
  const named = [...(ids ?? []).map((id) => publicationSlug(id, 'ids')), ...(slugs ?? [])];
  return named.map((slug) => publications.get(slug)).filter((id) => id !== undefined);
}

/** An author is named by slug or by global id. No slug is also a global id, for ids have capitals. */
export function authorSlug(value: string, argument: string): string {
  return /[A-Z]/.test(value) ? readGlobalIdOf('Author', value, argument) : value;
}

function publicationSlug(id: string, argument: string): string {
  return readGlobalIdOf('Publication', id, argument);
}
