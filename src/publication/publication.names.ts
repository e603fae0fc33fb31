import { sql } from 'kysely';
import { findAuthorIdsBySlugs } from '../author/author.queries.ts';
import { type Condition, idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { demandModest } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import { readGlobalIdOf } from '../graphql/global-id.ts';
import type { Limits } from '../graphql/limits.ts';
import type { PublicationFilter, SlugsFilter } from '../schema.generated.ts';
import { readCountry } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { findIdsBySlugs } from '../reference/slug.queries.ts';

/** A choice of values, as the filter's `countries`, `regions`, `authors`, `topics` and `categories` make it. */
export type Choice = Pick<SlugsFilter, 'anyOf' | 'allOf' | 'noneOf'>;

/** The ids that one value of a choice stands for. @throws BAD_USER_INPUT naming `argument` where it must exist. */
export type IdsOf = (value: string, argument: string) => readonly number[];

/** What the filter's names stand for. */
export interface Names {
  reference: Reference;
  /** Author ids by slug; an author that is not known is absent. */
  authors: ReadonlyMap<string, number>;
  /** Publication ids by slug, current or former; a publication that is not known is absent. */
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

/** Looks up the names in the whole tree, at most one statement for each kind that is not in the process. */
export async function lookUp(
  filter: PublicationFilter,
  lookup: NameLookup,
  argument: string,
): Promise<Names> {
  const parts = [...partsOf(filter, argument, lookup.limits)];
  const authors = parts.flatMap(({ part, at }) =>
    (['anyOf', 'allOf', 'noneOf'] as const).flatMap((list) =>
      (part.authors?.[list] ?? []).map((author, i) => authorSlug(author, `${at}.authors.${list}[${i}]`)),
    ),
  );
  const { topics, categories } = lookup.reference;
  const isBehind = parts.some(
    ({ part }) =>
      valuesOf(part.topics).some((slug) => !topics.byName(slug)) ||
      valuesOf(part.categories).some((slug) => !categories.byName(slug)),
  );
  const publications = parts.flatMap(({ part, at }) => [
    ...(part.slugs ?? []),
    ...publicationSlugs(part.ids ?? [], `${at}.ids`),
  ]);
  return {
    publications: await findIdsBySlugs(lookup.db, 'publication', publications),
    authors: await findAuthorIdsBySlugs(lookup.db, authors),
    reference: isBehind ? await lookup.renewReference() : lookup.reference,
  };
}

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
    part.and?.forEach((of, i) => left.push({ part: of, at: `${at}.and[${i}]`, depth: depth + 1 }));
    part.or?.forEach((of, i) => left.push({ part: of, at: `${at}.or[${i}]`, depth: depth + 1 }));
    if (part.not) left.push({ part: part.not, at: `${at}.not`, depth: depth + 1 });
  }
}

function valuesOf(choice: Choice | null | undefined): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? []), ...(choice?.noneOf ?? [])];
}

export const countryIds =
  (reference: Reference): IdsOf =>
  (code, argument) => [readCountry(reference, code, argument).id];

export const slugIds =
  (objects: Reference['topics']): IdsOf =>
  (slug) => {
    const object = objects.byName(slug);
    return object ? [object.id] : [];
  };

export const authorIds =
  ({ authors }: Names): IdsOf =>
  (value, argument) => {
    const id = authors.get(authorSlug(value, argument));
    return id === undefined ? [] : [id];
  };

/** An author is named by slug or by global id. No slug is also a global id, for ids have capitals. */
export function authorSlug(value: string, argument: string): string {
  return /[A-Z]/.test(value) ? readGlobalIdOf('Author', value, argument) : value;
}

/** True of the publications `p` of these slugs. */
export function hasSlug({ publications }: Names, slugs: readonly string[]): Condition {
  return idAmong(
    sql`p.id`,
    slugs.map((slug) => publications.get(slug)).filter((id) => id !== undefined),
  );
}

/** The slugs of publications that are named by global ids. */
export function publicationSlugs(ids: readonly string[], argument: string): string[] {
  return ids.map((id, i) => readGlobalIdOf('Publication', id, `${argument}[${i}]`));
}
